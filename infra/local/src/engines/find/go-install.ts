import type { EngineBinary } from './catalogue.ts';
import { run } from './run.ts';

const within = 15 * 60_000;

/** Builds the version that the go.mod pins. Gives the reason when it fails. */
export const goInstall = async (engine: EngineBinary, folder: string): Promise<string | undefined> => {
  const go = await run('go', ['version']);
  if (!go.ok) return 'go is not installed';
  const built = await run('go', ['install', '-ldflags', '-s -w', 'tool'], {
    cwd: engine.goFolder,
    env: { ...process.env, GOBIN: folder, GOFLAGS: '', GOWORK: 'off' },
    timeout: within,
  });
  return built.ok ? undefined : `go install failed: ${built.output.split('\n').slice(-5).join(' / ')}`;
};
