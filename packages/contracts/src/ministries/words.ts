import { z } from 'zod';
import { Id } from '../kernel/primitives.ts';

export const InstitutionKind = z.enum([
  'ministry',
  'commission',
  'agency',
  'local-government',
  'public-body',
  'other',
]);
export const ObligationKind = z.enum([
  'feasibility-opinion',
  'reasoned-response',
  'sign-off',
  'progress-report',
  'evidence',
  'correction',
]);
export type ObligationKind = z.infer<typeof ObligationKind>;
/** What an obligation is about: ids only. */
export const ObligationSubject = z.strictObject({
  commitmentIds: z.array(Id).max(200).default([]),
  consultationId: Id.optional(),
  windowId: Id.optional(),
  clusterId: Id.optional(),
  textId: Id.optional(),
});
/** Rungs of the ladder in their order; `silent` is the public fact that silence outlasted the ladder. */
export const Rung = z.enum([
  'due-7d',
  'due-3d',
  'due-1d',
  'due',
  'overdue',
  'escalate-1',
  'escalate-2',
  'silent',
]);
export type Rung = z.infer<typeof Rung>;
/** Level of a post: 1 point of contact, 2 director, 3 vice minister or head of the body. */
export const PostLevel = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export const Verdict = z.enum([
  'feasible',
  'feasible-with-changes',
  'not-feasible',
  'signed',
  'signed-with-reservation',
  'declined',
  'done',
]);
export const ObligationState = z.enum(['open', 'discharged', 'withdrawn']);
