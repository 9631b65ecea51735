import { rehearseScenario } from '../rehearse-scenario.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** A rehearsal that went as far as somebody wanted. */
const enough = new Error('far enough');

/**
 * Rehearses a scenario and lets somebody look each time it comes to rest, until they have seen enough.
 * @param look answers true when it has gone far enough
 */
export const rehearseUntil = async (
  scenario: Scenario,
  portalUrl: string,
  run: string,
  look: (stage: string) => Promise<boolean>,
): Promise<void> => {
  try {
    await rehearseScenario(scenario, portalUrl, run, async ({ stage }) => {
      if (await look(stage)) throw enough;
    });
  } catch (fault) {
    if (fault !== enough) throw fault;
  }
};
