import {
  AppealDecided,
  CommitmentTextPublished,
  ContributionRestored,
  type DecideAppeal,
} from '@madang/contracts';
import { accepted, alreadySo, type Decision, type Given, happened, refused, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { inForum } from '../in-forum.ts';
import { textRef } from '../response/text.ts';
import { contribution } from './evolve.ts';
import type { Contribution } from './state.ts';

/** Decides an appeal: another person than who set the contribution aside, with a reason that everybody can read. */
export const decideAppeal = (
  { id, body, actor }: Asks<typeof DecideAppeal>,
  given: Given<Contribution>,
): Decision => {
  const self = inForum(given.self, body.forumId);
  if (!self) return unknown('contribution', body.contributionId);
  const { contributionId, consultationId, appeal } = self;
  if (appeal === body.outcome) return alreadySo();
  if (appeal !== 'open')
    return refused('no-open-appeal', 'Nobody appeals, or the appeal was decided.', { contributionId });
  if (self.setAsideBy === actor.id)
    return refused('appeal-needs-another', 'Let a co-chair or another of the secretariat decide it.', {
      contributionId,
    });
  const { textId } = self.text;
  const visibility = given.of(textRef(textId))?.narrowedFrom ?? self.text.visibility;
  return accepted(
    happened(contribution.ref(contributionId), AppealDecided, { ...body, consultationId }),
    ...(body.outcome === 'restored'
      ? [
          happened(contribution.ref(contributionId), ContributionRestored, {
            ...{ forumId: body.forumId, contributionId, consultationId },
          }),
          happened(textRef(textId), CommitmentTextPublished, { textId, releaseId: id, visibility }),
        ]
      : []),
  );
};
