import { fileURLToPath } from 'node:url';
import type { Glimpse } from '../rehearsal/drive.ts';
import { idsOf } from '../rehearsal/ids.ts';
import { rehearseScenario } from '../rehearse-scenario.ts';
import { readScenario } from '../scenario/read-scenario.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { shrinkScenario } from '../scenario/shrink-scenario.ts';

const korea = readScenario(
  fileURLToPath(new URL('../../scenarios/korea-4th-plan.yaml', import.meta.url)),
  () => undefined,
);
/** A cycle that is small enough for a browser test. */
export const smallCycle: Scenario = shrinkScenario(korea, { contributions: 30, commitments: 3 });

/** The institution that a browser acts for. */
export const OURS = 'ACRC';
/** The same cycle, whose first matter the rehearsal leaves to that institution. */
export const leftToUs: Scenario = {
  ...smallCycle,
  conduct: [
    { institution: OURS, kinds: ['feasibility-opinion'], conduct: { does: 'silent' } },
    ...smallCycle.conduct,
  ],
};

/** A rehearsal in a forum of its own that stands still while somebody looks. */
export type HeldRehearsal = {
  readonly forumId: string;
  readonly cycleId: string;
  /** The id of an institution by its code in the scenario. */
  readonly institutionId: (code: string) => string;
  /** Goes on until a look answers true, and stands still there; looks where it stands first. @throws when it ends before */
  readonly until: (look: (glimpse: Glimpse) => boolean | Promise<boolean>) => Promise<Glimpse>;
  readonly toItsEnd: () => Promise<void>;
};

/** Prepares a rehearsal; it begins when it is first waited for. */
export const holdRehearsal = (scenario: Scenario, portalUrl: string, run: string): HeldRehearsal => {
  const ids = idsOf(run);
  let rest = Promise.withResolvers<Glimpse | undefined>();
  let release: () => void = () => {};
  let at: Glimpse | undefined;
  let begun = false;

  const show = (glimpse: Glimpse): Promise<void> =>
    new Promise((resolve) => {
      release = resolve;
      rest.resolve(glimpse);
    });
  const next = async (): Promise<Glimpse | undefined> => {
    rest = Promise.withResolvers();
    if (begun) release();
    else
      rehearseScenario(scenario, portalUrl, run, show).then(
        () => rest.resolve(undefined),
        (fault: unknown) => rest.reject(fault),
      );
    begun = true;
    at = await rest.promise;
    return at;
  };
  return {
    forumId: ids.of('forum'),
    cycleId: ids.of('cycle'),
    institutionId: (code) => ids.of(`institution/${code}`),
    until: async (look) => {
      for (let here = at ?? (await next()); here; here = await next()) if (await look(here)) return here;
      throw new Error('The rehearsal ended before what was waited for came.');
    },
    toItsEnd: async () => {
      while (await next());
    },
  };
};
