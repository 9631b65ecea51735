import { appendFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openPortal } from './portal/portal.ts';
import { seeded } from './rehearsal/seeded.ts';
import { rehearseScenario } from './rehearse-scenario.ts';
import { readScenario } from './scenario/read-scenario.ts';
import { shrinkScenario } from './scenario/shrink-scenario.ts';
import { failing } from './stories/failing.ts';
import { drawnBlows, everybody, strike } from './stories/nemesis.ts';
import { ownSystem } from './stories/own-system.ts';

const usage = `pnpm soak [--cycles 20] [--seed 1] [--contributions 120] [--failing file]

Plays whole cycles while two to five processes or engines are killed at moments drawn from a seed, and compares each with an
undisturbed one. Seeds that fail are written to a file (failing-seeds.log), to be added to src/stories/seeds.json.`;

const say = (line: string): void => console.log(line);

const main = async (): Promise<boolean> => {
  const { values } = parseArgs({
    options: {
      cycles: { type: 'string', default: '20' },
      seed: { type: 'string', default: '1' },
      contributions: { type: 'string', default: '120' },
      failing: { type: 'string', default: 'failing-seeds.log' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    say(usage);
    return true;
  }
  const korea = readScenario(
    fileURLToPath(new URL('../scenarios/korea-4th-plan.yaml', import.meta.url)),
    say,
  );
  const scenario = shrinkScenario(korea, {
    contributions: Number(values.contributions),
    commitments: korea.commitments.length,
  });
  const system = await ownSystem();
  let failures = 0;
  try {
    const calm = await rehearseScenario(scenario, system.now().portalUrl, `calm ${values.seed}`);
    const commands = calm.portal.journal.entries.length;
    say(
      `undisturbed: ${(calm.wall / 1000).toFixed(1)} s, ${commands} commands, digest ${calm.outcome.digest}, ${failing(calm).join('; ') || 'all holds'}`,
    );
    for (let seed = Number(values.seed); seed < Number(values.seed) + Number(values.cycles); seed += 1) {
      const draw = seeded(seed);
      const victims = Array.from(
        { length: 2 + Math.floor(draw() * 4) },
        () => everybody[Math.floor(draw() * everybody.length)] ?? 'nats',
      );
      const portal = openPortal(system.now().portalUrl);
      const nemesis = strike(
        system.now(),
        drawnBlows(seed, commands, victims),
        () => portal.journal.entries.length,
        () => {},
      );
      const storm = await rehearseScenario(
        scenario,
        system.now().portalUrl,
        `storm ${seed}`,
        undefined,
        portal,
      );
      await nemesis.end();
      const wrong = [
        ...failing(storm),
        ...(storm.outcome.digest === calm.outcome.digest ? [] : ['the facts differ']),
      ];
      say(
        `seed ${seed}: ${victims.join(', ')}: ${(storm.wall / 1000).toFixed(1)} s, ${wrong.join('; ') || 'the same facts'}`,
      );
      if (wrong.length === 0) continue;
      failures += 1;
      appendFileSync(values.failing, `${seed} ${wrong.join('; ')}\n`);
    }
  } finally {
    await system.end();
  }
  return failures === 0;
};

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
