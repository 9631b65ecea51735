import { type Contribute, ContributionAccepted } from '@madang/contracts';
import { accepted, alreadySo, type Decision, type Given, happened, refused, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { consultation } from '../consultation/evolve.ts';
import { handingInRefusal } from '../handing-in-refusal.ts';
import { inForum } from '../in-forum.ts';
import { contribution } from './evolve.ts';
import type { Contribution } from './state.ts';

export const contribute = (
  { body, actor, now }: Asks<typeof Contribute>,
  { self, of }: Given<Contribution>,
): Decision => {
  const { contributionId, consultationId, commitmentId } = body;
  const open = inForum(of(consultation.ref(consultationId)), body.forumId);
  if (!open) return unknown('consultation', consultationId);
  if (self) {
    const same =
      self.consultationId === consultationId &&
      self.contributorId === body.contributorId &&
      self.text.digest === body.text.digest;
    return same
      ? alreadySo()
      : refused('contribution-already-accepted', 'Hand in another contribution under its own id.', {
          contributionId,
        });
  }
  if (open.status !== 'open' || now > open.closesAt)
    return refused(
      'consultation-already-closed',
      'See the answers when they are published; the next cycle asks again.',
      { consultationId, closesAt: open.closesAt },
    );
  if (!open.commitmentIds.includes(commitmentId))
    return refused('commitment-not-consulted-on', 'Choose one of the commitments of this consultation.', {
      consultationId,
      commitmentId,
    });
  return (
    handingInRefusal(actor, body, now, open.zone) ??
    accepted(
      happened(contribution.ref(contributionId), ContributionAccepted, { ...body, cycleId: open.cycleId }),
    )
  );
};
