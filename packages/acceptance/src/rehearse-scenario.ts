import { headsOf } from './outcome/facts.ts';
import { type Outcome, outcomeOf } from './outcome/outcome.ts';
import { openPortal, type Portal } from './portal/portal.ts';
import { castOf } from './rehearsal/cast.ts';
import { type Driven, drive, type Show } from './rehearsal/drive.ts';
import { idsOf } from './rehearsal/ids.ts';
import type { Scenario } from './scenario/scenario.ts';

export type Rehearsed = {
  readonly driven: Driven;
  readonly outcome: Outcome;
  readonly portal: Portal;
  readonly wall: number;
};

/** Plays a scenario at a portal and reads back what came of it. */
export const rehearseScenario = async (
  scenario: Scenario,
  portalUrl: string,
  run: string,
  show?: Show,
  portal: Portal = openPortal(portalUrl),
): Promise<Rehearsed> => {
  const { operator } = castOf(scenario, idsOf(run));
  const since = await headsOf(portal, operator);
  const begun = performance.now();
  const driven = await drive(scenario, portal, run, show);
  const wall = performance.now() - begun;
  return { driven, outcome: await outcomeOf(driven, portal, since), portal, wall };
};
