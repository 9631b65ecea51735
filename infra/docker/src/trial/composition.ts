import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What is tried: an image that is there already when MADANG_IMAGE names it, else the one that is built here. */
export const image = process.env.MADANG_IMAGE ?? 'madang:local';

/** The top folder of this checkout. */
export const top = fileURLToPath(new URL('../../../..', import.meta.url));

/** The processes of the house, as services of compose. */
export const house = ['forums', 'commitments', 'ministries', 'people', 'workflows', 'portal'] as const;

/** A composition that is tried: its own project, ports and volumes, beside whatever else runs here. */
export type Composition = {
  readonly portalUrl: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Runs `docker compose …` and says how long it took. @throws when it fails */
  readonly compose: (...args: readonly string[]) => void;
  /** What `docker compose …` says, whether it fails or not. */
  readonly said: (...args: readonly string[]) => { readonly ok: boolean; readonly text: string };
  /** The same composition with other files or another environment. */
  readonly like: (other: Variant) => Composition;
};
export type Variant = {
  /** Further compose files, from the top folder. */
  readonly files?: readonly string[];
  /** A file of variables in place of `.env`, from the top folder. */
  readonly envFile?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Where compose runs: another checkout's top folder. */
  readonly folder?: string;
};

export const tell = (line: string): void => console.log(`containers: ${line}`);
export const secondsSince = (begun: number): string => `${((performance.now() - begun) / 1000).toFixed(1)} s`;

/** What a program says. @throws when it fails, with its words */
export const output = (program: string, ...args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    cwd: top,
  });
  if (status !== 0)
    throw new Error(`${program} ${args.join(' ').slice(0, 80)} ended with ${status}: ${stderr}`);
  return stdout;
};

export const openComposition = (variant: Variant = {}): Composition => {
  const { files = [], folder = top, envFile } = variant;
  const port = process.env.MADANG_PORT ?? '18080';
  const portalUrl = `http://127.0.0.1:${port}`;
  const environment = {
    ...process.env,
    MADANG_PORT: port,
    MADANG_TEMPORAL_UI_PORT: process.env.MADANG_TEMPORAL_UI_PORT ?? '18233',
    // What is tried was built before, once.
    MADANG_IMAGE: image,
    MADANG_PULL_POLICY: 'never',
    ...variant.environment,
  };
  const named = ['docker-compose.yml', ...files].flatMap((file) => ['--file', file]);
  const project = process.env.COMPOSE_PROJECT_NAME ?? 'madang-trial';
  const read = envFile === undefined ? [] : ['--env-file', envFile];
  const base = ['compose', '--project-name', project, '--project-directory', '.', ...read, ...named];
  const options = { cwd: folder, env: environment };
  return {
    portalUrl,
    environment,
    compose: (...args) => {
      const begun = performance.now();
      const { status, stderr } = spawnSync('docker', [...base, ...args], {
        ...options,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      const what = `${args.join(' ')}`;
      if (status !== 0)
        throw new Error(`docker compose ${what} ended with ${status}:\n${stderr.slice(-4_000)}`);
      tell(`${what} in ${secondsSince(begun)}`);
    },
    said: (...args) => {
      const { status, stdout, stderr } = spawnSync('docker', [...base, ...args], {
        ...options,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      return { ok: status === 0, text: `${stdout}${status === 0 ? '' : stderr}` };
    },
    like: (other) =>
      openComposition({
        ...variant,
        ...other,
        environment: { ...variant.environment, ...other.environment },
      }),
  };
};
