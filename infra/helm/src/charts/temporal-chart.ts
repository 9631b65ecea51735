import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { searchAttributes } from '@madang/workflows/search-attributes';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { kubeVersions, ran } from './rendering.ts';
import type { Tools } from './tools.ts';
import { unknownKeys } from './unknown-keys.ts';

const REPOSITORY = 'https://go.temporal.io/helm-charts';
const values = fileURLToPath(new URL('../../values/temporal.yaml', import.meta.url));
/** What the chart leaves to whoever writes values, and names in comments alone. */
const FREE = ['server.config.persistence.datastores', 'server.dynamicConfig'];

const version = (): string => /--version (\S+)/.exec(readFileSync(values, 'utf8'))?.[1] ?? '';

/** What the API server leaves out too: a template's empty value. */
const withoutNothing = (yaml: string): string =>
  parseAllDocuments(yaml)
    .map((one) => JSON.parse(JSON.stringify(one.toJS(), (_key, value) => value ?? undefined) ?? 'null'))
    .filter((one) => one !== null && one.kind !== 'Pod')
    .map((one) => stringify(one))
    .join('---\n');

const faultsOf = ({ helm, kubeconform }: Tools, chart: string): readonly string[] => {
  const known = ran(helm, ['show', 'values', chart]);
  const rendered = ran(helm, [
    ...['template', 'temporal', chart, '--namespace', 'temporal', '--kube-version', kubeVersions[1]],
    ...['--values', values],
  ]);
  if (!known.ok || !rendered.ok) return [known, rendered].filter(({ ok }) => !ok).map(({ said }) => said);
  const valid = ran(
    kubeconform,
    ['-strict', '-schema-location', 'schemas/{{.ResourceKind}}{{.KindSuffix}}.json', '-'],
    withoutNothing(rendered.output),
  );
  const unknown = unknownKeys(
    parse(readFileSync(values, 'utf8'), { merge: true }),
    parse(known.output),
    FREE,
  );
  const missing = Object.entries(searchAttributes)
    .map(([name, type]) => `${name}:${type}`)
    .filter((one) => !rendered.output.includes(one));
  return [
    ...(valid.ok ? [] : [valid.said]),
    ...unknown.map((key) => `${key} means nothing to the chart`),
    ...missing.map((one) => `the search attribute ${one} is not made`),
    ...(/^kind: Secret$/m.test(rendered.output) ? ['a password is asked for in values'] : []),
  ];
};

/**
 * Renders Temporal's own chart with our values. It is not ours to keep: MADANG_TEMPORAL_CHART names a folder that holds it, else it is
 * fetched from where Temporal publishes it.
 */
export const lookAtTemporalsChart = (
  tools: Tools,
  tell: (name: string, faults: readonly string[]) => void,
  say: (line: string) => void,
): void => {
  const { MADANG_TEMPORAL_CHART: given } = process.env;
  const name = `Temporal's chart ${version()} with temporal`;
  const folder = mkdtempSync(join(tmpdir(), 'madang-chart-'));
  const order = ['pull', 'temporal', '--repo', REPOSITORY, '--version', version()];
  const fetched = given
    ? { ok: true }
    : ran('timeout', ['60', tools.helm, ...order, '--untar', '--destination', folder]);
  if (fetched.ok) tell(`${name} is in order`, faultsOf(tools, given ?? join(folder, 'temporal')));
  else say(`${name} is not rendered here: ${REPOSITORY} is not reached`);
  rmSync(folder, { recursive: true, force: true });
};
