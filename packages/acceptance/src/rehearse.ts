import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openPortal } from './portal/portal.ts';
import { rehearseScenario } from './rehearse-scenario.ts';
import { readScenario } from './scenario/read-scenario.ts';
import { systemAtHand } from './system-at-hand.ts';
import { liveView } from './view/live-view.ts';
import { summary } from './view/summary.ts';

const usage = `pnpm rehearse [scenario.yaml] [--name run] [--facts file] [--json file] [--patience seconds]

Plays an action plan cycle on a stepped clock through the public API. Without a file: Korea's fourth plan.
  --name   a run of this name has the same ids each time, for comparing systems; one system plays it once
  --facts  writes what happened to each aggregate, in the form that is compared, to a file
  --json   writes the outcome to a file
  --patience  for how long one thing is asked again while nothing answers, 90 unless it is said`;

const say = (line: string): void => console.log(line);
const shipped = fileURLToPath(new URL('../scenarios/korea-4th-plan.yaml', import.meta.url));

const main = async (): Promise<boolean> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      facts: { type: 'string' },
      json: { type: 'string' },
      patience: { type: 'string', default: '90' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    say(usage);
    return true;
  }
  const file = positionals[0] ?? shipped;
  const scenario = readScenario(file, say);
  const run = values.name ?? `run-${randomUUID()}`;
  say(`${scenario.about}\n  ${scenario.forum.name.ko} (리허설), run ${run}`);
  const system = await systemAtHand(say);
  try {
    const { driven, outcome, portal, wall } = await rehearseScenario(
      scenario,
      system.portalUrl,
      run,
      liveView().show,
      openPortal(system.portalUrl, Number(values.patience) * 1_000),
    );
    for (const line of summary(driven, outcome, portal, wall)) say(line);
    if (values.facts) writeFileSync(values.facts, outcome.lines.join('\n'));
    if (values.json)
      writeFileSync(
        values.json,
        JSON.stringify(
          {
            run,
            wall,
            spent: driven.spent,
            steps: driven.steps,
            digest: outcome.digest,
            facts: outcome.facts.length,
            duties: outcome.duties,
            invariants: outcome.invariants,
            tried: driven.tried,
            completion: outcome.completion,
          },
          null,
          2,
        ),
      );
    return outcome.invariants.every(({ holds }) => holds);
  } finally {
    await system.stop();
  }
};

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
