import { ContributionAnswered, type ReleaseResponses, ResponsePublished } from '@madang/contracts';
import { accepted, alreadySo, type Decision, type Given, happened, type Happened, refused, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { sealedRefusal } from '../consultation/sealed-refusal.ts';
import type { Consultation } from '../consultation/state.ts';
import { contribution } from '../contribution/evolve.ts';
import { inForum } from '../in-forum.ts';
import { response } from './evolve.ts';

/**
 * Publishes drafted responses by one decision: each contribution that waits for an answer has one afterwards. Those set
 * aside or waived since the draft are left out; one that has another answer stops the release, for it would get two.
 */
export const releaseResponses = ({ body }: Asks<typeof ReleaseResponses>, given: Given<Consultation>): Decision => {
  const { forumId, consultationId, releaseId, authority, letter } = body;
  const self = inForum(given.self, forumId);
  if (!self) return unknown('consultation', consultationId);
  const answered = new Set<string>();
  const facts: Happened[] = [];
  for (const responseId of new Set(body.responseIds)) {
    const one = inForum(given.of(response.ref(responseId)), forumId);
    if (!one || one.consultationId !== consultationId) return unknown('response', responseId);
    if (one.status === 'published') continue;
    const members = one.contributionIds.flatMap((id) => given.of(contribution.ref(id)) ?? []);
    const twice = members.find((member) => member.status === 'answered' || answered.has(member.contributionId));
    if (twice)
      return refused('contribution-already-answered', 'Draft the response anew without the contribution that has its answer.', { responseId, contributionId: twice.contributionId, answeredBy: twice.responseId });
    const waiting = members.filter((member) => member.status === 'accepted').map((member) => member.contributionId);
    for (const id of waiting) answered.add(id);
    const { outcome } = one;
    facts.push(
      happened(response.ref(responseId), ResponsePublished, { forumId, responseId, consultationId, releaseId, authority, letter, outcome, contributionIds: waiting }),
      ...waiting.map((contributionId) =>
        happened(contribution.ref(contributionId), ContributionAnswered, { forumId, contributionId, consultationId, responseId, outcome }),
      ),
    );
  }
  return facts.length === 0 ? alreadySo() : (sealedRefusal(self) ?? accepted(...facts));
};
