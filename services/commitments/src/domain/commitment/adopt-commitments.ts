import { dayOf } from '@madang/calendar';
import { type AdoptCommitments, CommitmentAdopted } from '@madang/contracts';
import {
  accepted,
  type Decision,
  type Given,
  type Happened,
  happened,
  refused,
  unknown,
} from '@madang/decider';
import type { Asks } from '../asks.ts';
import { inForum } from '../in-forum.ts';
import type { Plan } from '../plan/plan.ts';
import { commitment } from './evolve.ts';
import type { Commitment } from './state.ts';
import { statusRefusal } from './status-refusal.ts';

/** Adopts drafts once forums has told that the plan was approved. Those that are adopted stay so; nothing new is already so. */
export const adoptCommitments = (
  { body, now }: Asks<typeof AdoptCommitments>,
  { of, look }: Given<Commitment, Plan | undefined>,
): Decision => {
  const { forumId, cycleId } = body;
  const plan = inForum(look, forumId);
  if (!plan) return unknown('cycle', cycleId);
  if (plan.approvedOn === null)
    return refused('plan-not-approved', 'The forum approves the plan by a ballot first.', { cycleId });
  const facts: Happened[] = [];
  for (const commitmentId of new Set(body.commitmentIds)) {
    const one = inForum(of(commitment.ref(commitmentId)), forumId);
    if (!one || one.cycleId !== cycleId) return unknown('commitment', commitmentId);
    if (one.status === 'withdrawn') return statusRefusal(one);
    if (one.status === 'draft')
      facts.push(
        happened(commitment.ref(commitmentId), CommitmentAdopted, {
          forumId,
          cycleId,
          commitmentId,
          version: one.version,
          on: dayOf(now, plan.zone),
        }),
      );
  }
  return accepted(...facts);
};
