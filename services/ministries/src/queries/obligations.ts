import {
  InstitutionOn,
  ObligationStanding,
  ObligationsOf,
  OpenObligations,
  type ResultOf,
} from '@madang/contracts';
import { responds } from '@madang/decider';
import { holderOn, type Institution, nameOn } from '../domain/institution.ts';

type Row = ResultOf<typeof ObligationStanding>;
export type ObligationReader = {
  readonly obligationRow: (id: string) => Promise<Row | undefined>;
  readonly obligationRows: (
    where: {
      readonly institutionId?: string | undefined;
      readonly cycleId?: string | undefined;
      readonly state?: string | undefined;
      readonly cursor?: string | undefined;
    },
    most: number,
  ) => Promise<readonly Row[]>;
  readonly openRows: (
    cursor: string | undefined,
    most: number,
  ) => Promise<
    readonly { readonly obligationId: string; readonly forumId: string; readonly clock: 'wall' | 'stepped' }[]
  >;
  readonly institutionState: (id: string) => Promise<Institution | undefined>;
};

export const obligationStanding = responds(ObligationStanding, (rows: ObligationReader, { obligationId }) =>
  rows.obligationRow(obligationId),
);

/** A ministry sees what is its own. */
export const obligationsOf = responds(
  ObligationsOf,
  async (rows: ObligationReader, { limit, ...where }, { actor }) => {
    const onlyMinistry = actor.roles.every((role) => role === 'ministry');
    const institutionId = onlyMinistry ? actor.institutionId : where.institutionId;
    const found = await rows.obligationRows({ ...where, institutionId }, limit);
    return {
      obligations: [...found],
      next: found.length === limit ? (found.at(-1)?.obligationId ?? null) : null,
    };
  },
);

export const openObligations = responds(
  OpenObligations,
  async (rows: ObligationReader, { cursor, limit }) => {
    const found = await rows.openRows(cursor, limit);
    return {
      obligations: [...found],
      next: found.length === limit ? (found.at(-1)?.obligationId ?? null) : null,
    };
  },
);

export const institutionOn = responds(
  InstitutionOn,
  async (rows: ObligationReader, { institutionId, on }) => {
    const state = await rows.institutionState(institutionId);
    if (!state) return undefined;
    const posts = Object.values(state.posts).flatMap((post) => {
      const personId = holderOn(post, on);
      return personId ? [{ postId: post.postId, title: post.title, level: post.level, personId }] : [];
    });
    return {
      institutionId,
      code: state.code,
      name: nameOn(state, on),
      succeededBy: state.succeeded && state.succeeded.on <= on ? [...state.succeeded.by] : [],
      posts,
    };
  },
);
