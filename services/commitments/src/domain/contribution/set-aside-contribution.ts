import { ContributionSetAside, type SetAsideContribution } from '@madang/contracts';
import { accepted, alreadySo, type Decision, type Given, happened, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { consultation } from '../consultation/evolve.ts';
import { sealedRefusal } from '../consultation/sealed-refusal.ts';
import { inForum } from '../in-forum.ts';
import { hidden } from '../moderation/hiding.ts';
import { contribution } from './evolve.ts';
import type { Contribution } from './state.ts';
import { statusRefusal } from './status-refusal.ts';

/**
 * Sets a contribution aside: it needs no answer, and nobody but its writer and the secretariat reads its words until it is
 * restored.
 */
export const setAsideContribution = (
  { body }: Asks<typeof SetAsideContribution>,
  given: Given<Contribution>,
): Decision => {
  const self = inForum(given.self, body.forumId);
  const held = self && given.of(consultation.ref(self.consultationId));
  if (!self || !held) return unknown('contribution', body.contributionId);
  if (self.status === 'set-aside') return alreadySo();
  if (self.status !== 'accepted') return statusRefusal(self);
  return (
    sealedRefusal(held) ??
    accepted(
      happened(contribution.ref(body.contributionId), ContributionSetAside, {
        ...body,
        consultationId: self.consultationId,
      }),
      ...hidden([self.text], body.reasonCode, given.of),
    )
  );
};
