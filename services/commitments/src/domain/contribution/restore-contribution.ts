import { ContributionRestored, type RestoreContribution } from '@madang/contracts';
import { accepted, alreadySo, type Decision, type Given, happened, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { consultation } from '../consultation/evolve.ts';
import { sealedRefusal } from '../consultation/sealed-refusal.ts';
import { inForum } from '../in-forum.ts';
import { shownAgain } from '../moderation/hiding.ts';
import { contribution } from './evolve.ts';
import type { Contribution } from './state.ts';

/** Restores a contribution: it needs an answer again, and its words may be read by those who could before. */
export const restoreContribution = (
  { id, body }: Asks<typeof RestoreContribution>,
  given: Given<Contribution>,
): Decision => {
  const self = inForum(given.self, body.forumId);
  const held = self && given.of(consultation.ref(self.consultationId));
  if (!self || !held) return unknown('contribution', body.contributionId);
  if (self.status !== 'set-aside') return alreadySo();
  return (
    sealedRefusal(held) ??
    accepted(
      happened(contribution.ref(body.contributionId), ContributionRestored, {
        ...body,
        consultationId: self.consultationId,
      }),
      ...shownAgain([self.text], id, given.of),
    )
  );
};
