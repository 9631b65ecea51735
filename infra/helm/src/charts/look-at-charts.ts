import { offencesIn } from './offences.ts';
import { kubeVersions, lint, manifestsIn, type Rendering, ran, render } from './rendering.ts';
import type { Tools } from './tools.ts';

/** The charts as they may be installed. */
const renderings: readonly Rendering[] = [
  { chart: 'engines' },
  { chart: 'engines', values: 'engines-full' },
  { chart: 'engines', values: 'engines-nats-alone' },
  { chart: 'madang', values: 'madang-least' },
  { chart: 'madang', values: 'madang-least', set: ['metrics.enabled=true'] },
  { chart: 'madang', values: 'madang-full' },
];

/** What must not be rendered, and what is said of it. */
const refused: readonly (readonly [Rendering, RegExp])[] = [
  [{ chart: 'madang' }, /image\.repository: say where/],
  [{ chart: 'madang', values: 'madang-least', set: ['image.tag=""'] }, /image\.tag: say which version/],
  [{ chart: 'madang', values: 'madang-least', set: ['publicUrl=""'] }, /publicUrl: say under which/],
  [{ chart: 'madang', values: 'madang-least', set: ['signIn.issuer=""'] }, /signIn\.issuer: say which/],
  [{ chart: 'madang', values: 'madang-least', set: ['publicUrl="http://madang.example.org"'] }, /publicUrl/],
  [
    { chart: 'madang', values: 'madang-least', set: ['postgresql.password="secret"'] },
    /'password' not allowed/,
  ],
  [{ chart: 'madang', values: 'madang-least', set: ['nats.url="nats://user:word@nats:4222"'] }, /nats\/url/],
  [{ chart: 'madang', values: 'madang-least', set: ['metrics.rules=true'] }, /metrics\.enabled: without it/],
  [
    { chart: 'madang', values: 'madang-full', set: ['portal.environment={"NODE_ENV":"development"}'] },
    /environment\.NODE_ENV: outside production anybody/,
  ],
  [{ chart: 'engines', set: ['nats.replicas=2'] }, /nats\/replicas/],
];

const nameOf = ({ chart, values, set = [] }: Rendering): string =>
  [chart, values ? `with ${values}` : 'as it comes', ...set].join(' ');

/** Spread over machines is asked for with topologySpreadConstraints, which kube-score does not know. */
const SCORE = ['score', '--exit-one-on-warning', '--output-format', 'ci', '--kubernetes-version', 'v1.30'];
const IGNORED = ['--ignore-test', 'deployment-has-host-podantiaffinity'];
const SCHEMAS = 'schemas/{{.ResourceKind}}{{.KindSuffix}}.json';

const faultsOf = (tools: Tools, what: Rendering): readonly string[] => {
  const linted = lint(tools, what);
  const old = render(tools, what, kubeVersions[0]);
  const rendered = render(tools, what);
  if (!linted.ok || !old.ok || !rendered.ok)
    return [linted, old, rendered].filter(({ ok }) => !ok).map(({ said }) => said);
  const valid = ran(tools.kubeconform, ['-strict', '-schema-location', SCHEMAS], rendered.output);
  const scored = ran(tools.kubeScore, [...SCORE, ...IGNORED, '-'], rendered.output);
  return [
    ...(valid.ok ? [] : [valid.said]),
    ...(scored.ok ? [] : scored.said.split('\n').filter((line) => /^\[(CRITICAL|WARNING)\]/.test(line))),
    ...offencesIn(manifestsIn(rendered.output)),
  ];
};

const faultsOfRefusal = (tools: Tools, what: Rendering, reason: RegExp): readonly string[] => {
  const { ok, said } = render(tools, what);
  return !ok && reason.test(said) ? [] : [ok ? 'it was rendered' : said];
};

/**
 * Lints the charts, renders them as they may be installed, holds what comes against the vendored schemas, kube-score and the
 * house's own rules, and sees that what must be said is asked for. Tells of each with what is wrong with it.
 */
export const lookAtCharts = (tools: Tools, tell: (name: string, faults: readonly string[]) => void): void => {
  for (const what of renderings) tell(`${nameOf(what)} is in order`, faultsOf(tools, what));
  for (const [what, reason] of refused)
    tell(`${nameOf(what)} is refused`, faultsOfRefusal(tools, what, reason));
};
