import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPortal } from '../portal/portal.ts';
import { type Rehearsed, rehearseScenario } from '../rehearse-scenario.ts';
import { readScenario } from '../scenario/read-scenario.ts';
import { shrinkScenario } from '../scenario/shrink-scenario.ts';
import { failing } from './failing.ts';
import { drawnBlows, everybody, strike } from './nemesis.ts';
import { type OwnSystem, ownSystem } from './own-system.ts';
import seeds from './seeds.json' with { type: 'json' };

const say = (line: string): void => console.log(line);
const korea = readScenario(
  fileURLToPath(new URL('../../scenarios/korea-4th-plan.yaml', import.meta.url)),
  say,
);
const small = shrinkScenario(korea, { contributions: 40, commitments: 3 });

let system: OwnSystem;
let calm: Rehearsed;
const rehearse = (run: string) => rehearseScenario(small, system.now().portalUrl, run);

beforeAll(async () => {
  system = await ownSystem();
  calm = await rehearse('calm');
});
afterAll(() => system?.end());

describe("Korea's fourth plan, made small", () => {
  it('runs from its timetable to the end of monitoring with every promise kept', () => {
    say(
      `undisturbed: ${(calm.wall / 1000).toFixed(1)} s, ${calm.portal.journal.entries.length} commands, ${calm.outcome.facts.length} facts, digest ${calm.outcome.digest}`,
    );
    expect(failing(calm)).toEqual([]);
    expect(calm.outcome.facts.map(({ type }) => type)).toContain('forums.cycle.closed.v1');
  });

  it.each(seeds)(
    'has the same facts when everything is killed once at moments drawn from seed %i',
    async (seed) => {
      const blows = drawnBlows(seed, calm.portal.journal.entries.length);
      say(`seed ${seed}: ${blows.map(({ victim, after }) => `${victim} after ${after}`).join(', ')}`);
      const portal = openPortal(system.now().portalUrl);
      const nemesis = strike(system.now(), blows, () => portal.journal.entries.length, say);
      const storm = await rehearseScenario(small, system.now().portalUrl, `storm ${seed}`, undefined, portal);
      const struck = await nemesis.end();
      say(
        `disturbed: ${(storm.wall / 1000).toFixed(1)} s, asked again ${JSON.stringify(Object.fromEntries(portal.patience.retries))}`,
      );
      expect(struck).toHaveLength(everybody.length);
      expect(storm.outcome.lines).toEqual(calm.outcome.lines);
      expect(storm.outcome.digest).toBe(calm.outcome.digest);
      expect(failing(storm)).toEqual([]);
    },
  );

  it('has the same facts when the stores of NATS and Temporal are lost in its middle', async () => {
    let lost = false;
    const bereaved = await rehearseScenario(small, system.now().portalUrl, 'bereaved', async ({ stage }) => {
      if (lost || stage !== 'response') return;
      lost = true;
      await system.stoppedFor((home) => {
        for (const folder of ['nats/data', 'temporal'])
          rmSync(join(home, folder), { recursive: true, force: true });
      });
    });
    expect(lost).toBe(true);
    expect(bereaved.outcome.lines).toEqual(calm.outcome.lines);
    expect(failing(bereaved)).toEqual([]);
  });
});
