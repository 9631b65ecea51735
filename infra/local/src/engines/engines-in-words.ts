import { spawnSync } from 'node:child_process';
import { type EngineBinary, natsBinary, temporalBinary } from './find/catalogue.ts';
import { findEngine, wantsContainers } from './find/find-engine.ts';
import { postgresBinaries, postgresUser } from './postgres-binaries.ts';

const silent = (): void => undefined;
const versionOf = (binary: string): string =>
  /\d+\.\d+(\.\d+)?/.exec(
    spawnSync(binary, ['--version'], { encoding: 'utf8', cwd: '/' }).stdout ?? '',
  )?.[0] ?? 'unknown';

const postgresInWords = (): string => {
  if (process.env.MADANG_POSTGRES_URL) return 'PostgreSQL that runs elsewhere';
  const binaries = wantsContainers() ? undefined : postgresBinaries(postgresUser(), silent);
  return binaries ? `PostgreSQL ${versionOf(binaries.postgres)}` : 'container postgres:18';
};
const engineInWords = async (engine: EngineBinary): Promise<string> => {
  const found = await findEngine(engine, silent);
  if (found.kind === 'address') return `${engine.title} that runs elsewhere`;
  if (found.kind === 'image') return `container ${found.image}`;
  // One that was built from its source calls itself 0.0.0; ours lies under the version that it is.
  const said = versionOf(found.path);
  const own = found.path.includes(`${engine.name}-${engine.version}`) ? engine.version : 'of somebody’s own';
  return `${engine.title} ${said === '0.0.0' ? own : said}`;
};

/** On which engines something runs: which binaries of which version, or which containers. */
export const enginesInWords = async (): Promise<string> =>
  [postgresInWords(), await engineInWords(natsBinary), await engineInWords(temporalBinary)].join(', ');
