import {
  InstitutionOn,
  type ObligationRow,
  ObligationStanding,
  ObligationsOf,
  OpenObligations,
} from '@madang/contracts';
import { responds } from '@madang/decider';
import { holdingOn, type Institution } from '../domain/institution.ts';

export type MinistryReading = {
  readonly obligation: (id: string) => Promise<ObligationRow | undefined>;
  /** By due day, after the one with the id of the cursor. */
  readonly obligations: (wanted: {
    readonly institutionId: string | undefined;
    readonly cycleId: string | undefined;
    readonly state: string | undefined;
    readonly cursor: string | undefined;
    readonly take: number;
  }) => Promise<readonly ObligationRow[]>;
  readonly openOnes: (
    after: string | undefined,
    take: number,
  ) => Promise<
    readonly { readonly obligationId: string; readonly forumId: string; readonly clock: 'wall' | 'stepped' }[]
  >;
  readonly institutionState: (id: string) => Promise<Institution | undefined>;
};

/** One more than the page was asked for: then there is a next one, after the last of the page. */
const page = <T extends { readonly obligationId: string }>(found: readonly T[], limit: number) => {
  const obligations = found.slice(0, limit);
  return { obligations, next: found.length > limit ? (obligations.at(-1)?.obligationId ?? null) : null };
};

export const obligationStanding = responds(ObligationStanding, (rows: MinistryReading, { obligationId }) =>
  rows.obligation(obligationId),
);

export const obligationsOf = responds(ObligationsOf, async (rows: MinistryReading, wanted) => {
  const { institutionId, cycleId, state, cursor, limit } = wanted;
  const take = limit + 1;
  return page([...(await rows.obligations({ institutionId, cycleId, state, cursor, take }))], limit);
});

export const openObligations = responds(OpenObligations, async (rows: MinistryReading, { cursor, limit }) =>
  page([...(await rows.openOnes(cursor, limit + 1))], limit),
);

export const institutionOn = responds(InstitutionOn, async (rows: MinistryReading, { institutionId, on }) => {
  const state = await rows.institutionState(institutionId);
  const named = state && holdingOn(state.names, on);
  if (!named) return undefined;
  const { succession } = state;
  return {
    institutionId,
    code: state.code,
    name: named.name,
    succeededBy: succession && succession.on <= on ? [...succession.successorIds] : [],
    posts: state.posts.flatMap(({ postId, title, level, holders }) => {
      const holder = holdingOn(holders, on);
      return holder ? [{ postId, title, level, personId: holder.personId }] : [];
    }),
  };
});
