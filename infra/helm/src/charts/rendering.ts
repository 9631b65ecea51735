import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';
import type { Manifest } from './manifest.ts';
import type { Tools } from './tools.ts';

/** A chart with values, as somebody would install it. */
export type Rendering = {
  readonly chart: 'engines' | 'madang';
  /** File of values beside the charts; the chart's own without. */
  readonly values?: string;
  /** Further values, as `helm --set` takes them. */
  readonly set?: readonly string[];
};

/** The oldest Kubernetes that the charts ask for, and the one whose schemas are vendored. */
export const kubeVersions = ['1.30.0', '1.37.2'] as const;

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const valuesOf = ({ values, set = [] }: Rendering): readonly string[] => [
  ...(values ? ['--values', at(`values/${values}.yaml`)] : []),
  ...set.flatMap((one) => ['--set-json', one]),
];

export type Ran = { readonly ok: boolean; readonly output: string; readonly said: string };
export const ran = (command: string, args: readonly string[], input = ''): Ran => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    input,
    cwd: at(''),
    maxBuffer: 32 * 1024 * 1024,
  });
  return { ok: status === 0, output: stdout, said: `${stdout}${stderr}`.trim() };
};

/** `helm template` of it. */
export const render = (tools: Tools, what: Rendering, kubeVersion: string = kubeVersions[1]): Ran =>
  ran(tools.helm, [
    ...['template', what.chart === 'madang' ? 'madang' : 'madang-engines', at(what.chart)],
    ...['--kube-version', kubeVersion, ...valuesOf(what)],
  ]);

/** `helm lint` of it, in which a warning counts. */
export const lint = (tools: Tools, what: Rendering): Ran =>
  ran(tools.helm, [
    'lint',
    '--strict',
    '--quiet',
    at(what.chart),
    '--kube-version',
    kubeVersions[1],
    ...valuesOf(what),
  ]);

export const manifestsIn = (yaml: string): readonly Manifest[] =>
  parseAllDocuments(yaml).flatMap((one) => (one.toJS() as Manifest | null) ?? []);
