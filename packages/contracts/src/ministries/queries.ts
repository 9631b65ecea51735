import { z } from 'zod';
import { ReadTextsBody, ReadTextsResult } from '../forums/queries.ts';
import { query } from '../kernel/define.ts';
import { Day, ForumClock, Id, Instant, OfficialName } from '../kernel/primitives.ts';
import { ObligationKind, ObligationState, ObligationSubject, Rung } from './words.ts';

const ObligationRow = z.object({
  obligationId: Id,
  forumId: Id,
  cycleId: Id.nullable(),
  institutionId: Id,
  actingInstitutionId: Id,
  obligationKind: ObligationKind,
  subject: ObligationSubject,
  state: ObligationState,
  dueOn: Day,
  lastRung: Rung.nullable(),
  late: z.boolean(),
  silent: z.boolean(),
  extensionAsked: z.boolean(),
  ladderVersion: z.int(),
  ladder: z.array(z.object({ rung: Rung, at: Instant })),
});
export type ObligationRow = z.infer<typeof ObligationRow>;
export const ObligationStanding = query(
  'ministries.obligation-standing.v1',
  'anyone',
  'One obligation.',
  z.strictObject({ obligationId: Id }),
  ObligationRow,
);
export const ObligationsOf = query(
  'ministries.obligations-of.v1',
  ['secretariat', 'ministry', 'operator', 'process', 'member', 'co-chair'],
  'Obligations of an institution or a cycle, by due date.',
  z.strictObject({
    institutionId: Id.optional(),
    cycleId: Id.optional(),
    state: ObligationState.optional(),
    cursor: Id.optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  z.object({ obligations: z.array(ObligationRow), next: Id.nullable() }),
);
/** For the reconciler. */
export const OpenObligations = query(
  'ministries.open-obligations.v1',
  ['process', 'operator'],
  'Obligations that are open, a page at a time.',
  z.strictObject({ cursor: Id.optional(), limit: z.coerce.number().int().min(1).max(1000).default(500) }),
  z.object({
    obligations: z.array(z.object({ obligationId: Id, forumId: Id, clock: ForumClock })),
    next: Id.nullable(),
  }),
);
export const InstitutionOn = query(
  'ministries.institution-on.v1',
  'anyone',
  'An institution as it was on a day: name, posts, successors.',
  z.strictObject({ institutionId: Id, on: Day }),
  z.object({
    institutionId: Id,
    code: z.string(),
    name: OfficialName,
    succeededBy: z.array(Id),
    posts: z.array(z.object({ postId: Id, title: OfficialName, level: z.int(), personId: Id })),
  }),
);
export const ReadMinistryTexts = query(
  'ministries.read-texts.v1',
  'anyone',
  'Notes and reasons that the asker may read.',
  ReadTextsBody,
  ReadTextsResult,
);
