import { type AppealModeration, ContributionAppealed } from '@madang/contracts';
import { accepted, type Decision, type Given, happened, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { consultation } from '../consultation/evolve.ts';
import { sealedRefusal } from '../consultation/sealed-refusal.ts';
import { inForum } from '../in-forum.ts';
import { appealRefusal } from '../moderation/appealing.ts';
import { contribution } from './evolve.ts';
import type { Contribution } from './state.ts';

/** Whoever wrote a contribution may appeal once against its having been set aside. */
export const appealModeration = (
  { body, actor }: Asks<typeof AppealModeration>,
  given: Given<Contribution>,
): Decision => {
  const { contributionId } = body;
  const self = inForum(given.self, body.forumId);
  const held = self && given.of(consultation.ref(self.consultationId));
  const moderated = held && { ...self, isSetAside: self.status === 'set-aside' };
  const what = { kind: 'contribution', id: contributionId } as const;
  const refusal = appealRefusal(what, moderated, actor, body.contributorId);
  if (refusal) return refusal;
  if (!self || !held) return unknown('contribution', contributionId);
  return (
    sealedRefusal(held) ??
    accepted(
      happened(contribution.ref(contributionId), ContributionAppealed, {
        ...body,
        consultationId: self.consultationId,
      }),
    )
  );
};
