import { dayOf } from '@madang/calendar';
import { type AddEvidence, EvidenceAdded } from '@madang/contracts';
import { accepted, alreadySo, type Decision, type Given, happened, unknown } from '@madang/decider';
import { actsFor, notYourInstitution } from '../acting.ts';
import type { Asks } from '../asks.ts';
import { inForum } from '../in-forum.ts';
import { planClosed } from '../plan/plan-closed.ts';
import { commitment } from './evolve.ts';
import type { ReportLook } from './report-look.ts';
import type { Commitment } from './state.ts';
import { statusRefusal } from './status-refusal.ts';

export const addEvidence = (
  { body, actor, now }: Asks<typeof AddEvidence>,
  given: Given<Commitment, ReportLook>,
): Decision => {
  const self = inForum(given.self, body.forumId);
  if (!self) return unknown('commitment', body.commitmentId);
  const milestone = self.milestones.find((one) => one.milestoneId === body.milestoneId);
  if (!milestone) return unknown('milestone', body.milestoneId);
  if (!actsFor(actor, milestone.leadInstitutionId, given.look.answersFor))
    return notYourInstitution(milestone.leadInstitutionId);
  if (self.evidenceIds.includes(body.evidenceId)) return alreadySo();
  if (self.status !== 'adopted') return statusRefusal(self);
  const { plan } = given.look;
  if (!plan) return unknown('cycle', self.cycleId);
  return (
    planClosed(plan) ??
    accepted(
      happened(commitment.ref(body.commitmentId), EvidenceAdded, {
        ...body,
        on: dayOf(now, plan.zone),
      }),
    )
  );
};
