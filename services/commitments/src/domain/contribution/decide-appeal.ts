import { AppealDecided, ContributionRestored, type DecideAppeal } from '@madang/contracts';
import { accepted, type Decision, type Given, happened, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { inForum } from '../in-forum.ts';
import { decisionRefusal } from '../moderation/appealing.ts';
import { shownAgain } from '../moderation/hiding.ts';
import { contribution } from './evolve.ts';
import type { Contribution } from './state.ts';

/** Decides an appeal: another person than who set the contribution aside, with a reason that everybody can read. */
export const decideAppeal = (
  { id, body, actor }: Asks<typeof DecideAppeal>,
  given: Given<Contribution>,
): Decision => {
  const { forumId, contributionId, outcome } = body;
  const self = inForum(given.self, forumId);
  const moderated = self && { ...self, isSetAside: self.status === 'set-aside' };
  const refusal = decisionRefusal({ kind: 'contribution', id: contributionId }, moderated, actor, outcome);
  if (refusal) return refusal;
  if (!self) return unknown('contribution', contributionId);
  const { consultationId } = self;
  return accepted(
    happened(contribution.ref(contributionId), AppealDecided, { ...body, consultationId }),
    ...(outcome === 'restored'
      ? [
          happened(contribution.ref(contributionId), ContributionRestored, {
            ...{ forumId, contributionId, consultationId },
          }),
          ...shownAgain([self.text], id, given.of),
        ]
      : []),
  );
};
