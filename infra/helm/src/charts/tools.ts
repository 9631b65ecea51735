import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Paths of the programs that judge charts. */
export type Tools = { readonly helm: string; readonly kubeconform: string; readonly kubeScore: string };

const folder = (name: string): string => fileURLToPath(new URL(`../../tools/${name}`, import.meta.url));

/** Builds a tool that a go.mod pins, unless Go's cache holds it, and says where it is. */
const built = (from: string, tool: string): string =>
  execFileSync('go', ['-C', folder(from), 'tool', '-n', tool], {
    encoding: 'utf8',
    env: { ...process.env, GOFLAGS: '', GOWORK: 'off' },
    stdio: ['ignore', 'pipe', 'inherit'],
  }).trim();

/** The tools, built where they were not; nothing where Go is not installed. */
export const chartTools = (): Tools | undefined =>
  spawnSync('go', ['version']).status === 0
    ? {
        helm: built('helm', 'helm'),
        kubeconform: built('helm', 'kubeconform'),
        kubeScore: built('kube-score', 'kube-score'),
      }
    : undefined;
