import { ConsultationOpened, type OpenConsultation } from '@madang/contracts';
import { accepted, alreadySo, type Decision, type Given, happened, refused, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { commitment } from '../commitment/evolve.ts';
import { statusRefusal } from '../commitment/status-refusal.ts';
import { inForum } from '../in-forum.ts';
import type { Plan } from '../plan/plan.ts';
import { planClosed } from '../plan/plan-closed.ts';
import { consultation } from './evolve.ts';
import type { Consultation } from './state.ts';

export type OpeningLook = {
  readonly plan: Plan | undefined /** Another consultation of the cycle. */;
  readonly otherId: string | undefined;
};

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));

/** Opens a consultation; asked again for an open one with another closing instant, the deadline moves. */
export const openConsultation = (
  { body }: Asks<typeof OpenConsultation>,
  { self, of, look }: Given<Consultation, OpeningLook>,
): Decision => {
  const { forumId, consultationId, cycleId } = body;
  const plan = inForum(look.plan, forumId);
  if (!plan) return unknown('cycle', cycleId);
  const commitmentIds = [...new Set(body.commitmentIds)];
  if (self) {
    if (self.cycleId !== cycleId)
      return refused('consultation-of-another-cycle', 'Choose another id for this consultation.', {
        consultationId,
      });
    if (self.status !== 'open')
      return refused('consultation-already-closed', 'A consultation that was closed stays closed.', {
        consultationId,
      });
    if (self.closesAt === body.closesAt && sameSet(self.commitmentIds, commitmentIds)) return alreadySo();
  }
  // The gate of approval is one consultation's seal: a second one would open it unanswered. OGP 4.1
  if (look.otherId !== undefined)
    return refused('cycle-already-consulted', 'Use the consultation that the cycle has.', {
      cycleId,
      consultationId: look.otherId,
    });
  for (const commitmentId of commitmentIds) {
    const one = inForum(of(commitment.ref(commitmentId)), forumId);
    if (!one || one.cycleId !== cycleId) return unknown('commitment', commitmentId);
    if (one.status !== 'draft' && !self?.commitmentIds.includes(commitmentId)) return statusRefusal(one);
  }
  return (
    planClosed(plan) ??
    accepted(
      happened(consultation.ref(consultationId), ConsultationOpened, {
        ...body,
        commitmentIds,
        zone: plan.zone,
      }),
    )
  );
};
