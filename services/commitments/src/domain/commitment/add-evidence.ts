import { dayOf } from '@madang/calendar';
import { type AddEvidence, EvidenceAdded } from '@madang/contracts';
import { accepted, alreadySo, type Decision, type Given, happened, unknown } from '@madang/decider';
import { actsFor, notYourInstitution } from '../acting.ts';
import type { Asks } from '../asks.ts';
import { inForum } from '../in-forum.ts';
import type { Plan } from '../plan/plan.ts';
import { planClosed } from '../plan/plan-closed.ts';
import { commitment } from './evolve.ts';
import type { Commitment } from './state.ts';
import { statusRefusal } from './status-refusal.ts';

export const addEvidence = (
  { body, actor, now }: Asks<typeof AddEvidence>,
  given: Given<Commitment, Plan | undefined>,
): Decision => {
  const self = inForum(given.self, body.forumId);
  if (!self) return unknown('commitment', body.commitmentId);
  const milestone = self.milestones.find((one) => one.milestoneId === body.milestoneId);
  if (!milestone) return unknown('milestone', body.milestoneId);
  if (!actsFor(actor, milestone.leadInstitutionId)) return notYourInstitution(milestone.leadInstitutionId);
  if (self.evidenceIds.includes(body.evidenceId)) return alreadySo();
  if (self.status !== 'adopted') return statusRefusal(self);
  if (!given.look) return unknown('cycle', self.cycleId);
  return (
    planClosed(given.look) ??
    accepted(
      happened(commitment.ref(body.commitmentId), EvidenceAdded, {
        ...body,
        on: dayOf(now, given.look.zone),
      }),
    )
  );
};
