import { type AppealModeration, ContributionAppealed } from '@madang/contracts';
import { accepted, alreadySo, type Decision, type Given, happened, refused, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { consultation } from '../consultation/evolve.ts';
import { sealedRefusal } from '../consultation/sealed-refusal.ts';
import { inForum } from '../in-forum.ts';
import { contribution } from './evolve.ts';
import type { Contribution } from './state.ts';

/** Whoever wrote a contribution may appeal once against its having been set aside. */
export const appealModeration = (
  { body, actor }: Asks<typeof AppealModeration>,
  given: Given<Contribution>,
): Decision => {
  const self = inForum(given.self, body.forumId);
  const held = self && given.of(consultation.ref(self.consultationId));
  // Of what somebody else wrote nothing is said, not even that it is there.
  if (!self || !held || self.contributorId !== actor.id || body.contributorId !== actor.id)
    return unknown('contribution', body.contributionId);
  if (self.appeal === 'open') return alreadySo();
  if (self.appeal)
    return refused('appeal-already-decided', 'An appeal is decided once; write to the co-chairs.', {
      contributionId: self.contributionId,
    });
  if (self.status !== 'set-aside')
    return refused(
      'contribution-not-set-aside',
      'Nothing was set aside: there is nothing to appeal against.',
      {
        contributionId: self.contributionId,
      },
    );
  const { contributionId, consultationId } = self;
  return (
    sealedRefusal(held) ??
    accepted(happened(contribution.ref(contributionId), ContributionAppealed, { ...body, consultationId }))
  );
};
