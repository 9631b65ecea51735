import { type Outcome, runSteps, type Step } from './verify/step.ts';

/** What all others stand on: without the generated clients neither types nor walls can be judged. */
const first: readonly Step[] = [{ name: 'clients', run: ['node', 'infra/postgres/src/generate.ts'] }];

/** Longest first, so that two cores end together. */
const steps: readonly Step[] = [
  { name: 'specs', run: ['vitest', 'run', '--project', 'pure', '--reporter', 'dot'] },
  { name: 'types', run: ['tsc', '-p', '.', '--pretty', 'false'] },
  { name: 'unused', run: ['knip', '--no-progress'] },
  { name: 'walls', run: ['node', 'infra/checks/src/walls.ts'] },
  { name: 'generated', run: ['node', 'infra/checks/src/generated.ts'] },
  { name: 'format', run: ['biome', 'check', '--linter-enabled=false', '.'] },
  { name: 'lint', run: ['biome', 'lint', '--error-on-warnings', '.'] },
  { name: 'house rules', run: ['node', 'infra/checks/src/house-rules.ts'] },
];

const lastLine = (output: string): string =>
  output
    .split('\n')
    .findLast((line) => line.trim() !== '')
    ?.trim()
    .slice(0, 90) ?? '';

const tell = ({ name, ok, seconds, output }: Outcome): void => {
  const line = `${ok ? '✓' : '✗'} ${name.padEnd(12)} ${seconds.toFixed(1).padStart(5)} s`;
  console.log(ok ? `${line}  ${lastLine(output)}`.trimEnd() : `${line}\n\n${output.trimEnd()}\n`);
};

/** `pnpm verify`: everything that can be judged without an engine. */
const began = performance.now();
const prepared = await runSteps(first, tell);
const outcomes = prepared.every(({ ok }) => ok) ? [...prepared, ...(await runSteps(steps, tell))] : prepared;
const failed = outcomes.filter(({ ok }) => !ok).map(({ name }) => name);
const seconds = ((performance.now() - began) / 1000).toFixed(1);
console.log(
  failed.length === 0 ? `verified in ${seconds} s` : `not verified: ${failed.join(', ')} (${seconds} s)`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
