import { isDeepStrictEqual } from 'node:util';
import { type Composition, house, tell } from './composition.ts';
import { rehearse, standingOf } from './rehearsal.ts';

/** Everything that runs for good; `temporal` is what Temporal's service is called. */
const everything = (temporal: string): readonly string[] => ['postgres', 'nats', temporal, ...house];

/** Compares what is there with what was there before. @throws with what differs */
export const isAsBefore = (
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): void => {
  const other = Object.keys(before).filter((part) => !isDeepStrictEqual(before[part], after[part]));
  if (other.length > 0)
    throw new Error(
      `not as before: ${other.map((part) => `${part} was ${JSON.stringify(before[part])}, is ${JSON.stringify(after[part])}`).join('; ')}`,
    );
};

/** Takes everything down and brings it up: what a run left is there as it was. @returns its facts. @throws with what differs */
export const tryDownAndUp = (composition: Composition, run: string): unknown => {
  const before = standingOf(composition, run);
  composition.compose('down');
  composition.compose('up', '--wait');
  isAsBefore(before, standingOf(composition, run));
  return before.facts;
};

/**
 * Rehearses a scenario, restarts everything when its cycle has come to a stage, then takes everything down and brings it up:
 * the rehearsal holds, and what it left is there as it was.
 * @returns the digest of the facts
 */
export const tryRestart = async (
  composition: Composition,
  scenario: string,
  stage: string,
  temporal = 'temporal',
): Promise<string> => {
  const { compose } = composition;
  const played = rehearse(composition, scenario);
  await played.reached(stage);
  tell(`${scenario} has reached ${stage}: everything is restarted`);
  compose('restart', ...everything(temporal));
  const digest = await played.digest;
  tell(`after down and up all is as before: ${JSON.stringify(tryDownAndUp(composition, played.run))}`);
  return digest;
};
