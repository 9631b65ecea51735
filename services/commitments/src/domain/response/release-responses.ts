import {
  CommitmentTextPublished,
  ContributionAnswered,
  type ReleaseResponses,
  ResponsePublished,
} from '@madang/contracts';
import { accepted, alreadySo, type Decision, type Given, happened, refused, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { sealedRefusal } from '../consultation/sealed-refusal.ts';
import type { Consultation } from '../consultation/state.ts';
import { contribution } from '../contribution/evolve.ts';
import { inForum } from '../in-forum.ts';
import { response } from './evolve.ts';
import type { Response } from './state.ts';
import { textRef } from './text.ts';

/** One transaction holds it, and its answer must fit into one message; the same decision may be released in parts. */
const MOST_ANSWERED = 5_000;

type Releasing = { readonly one: Response; readonly waiting: readonly string[]; readonly hidden: boolean };

/**
 * Publishes drafted responses and their reasons by one decision: each contribution that waits for an answer has one
 * afterwards. Those set
 * aside or waived since the draft are left out; one that has another answer stops the release, for it would get two.
 */
export const releaseResponses = (
  { body }: Asks<typeof ReleaseResponses>,
  { self, of }: Given<Consultation>,
): Decision => {
  const { forumId, consultationId, releaseId, authority, letter } = body;
  const held = inForum(self, forumId);
  if (!held) return unknown('consultation', consultationId);
  const answered = new Set<string>();
  const releasing: Releasing[] = [];
  for (const responseId of new Set(body.responseIds)) {
    const one = inForum(of(response.ref(responseId)), forumId);
    if (!one || one.consultationId !== consultationId) return unknown('response', responseId);
    if (one.status === 'published') continue;
    const words = of(textRef(one.reason.textId));
    if (words?.withdrawn)
      return refused(
        'reason-withdrawn',
        'Draft the response anew: an answer is not released without its reason.',
        { responseId },
      );
    const members = one.contributionIds.flatMap((id) => of(contribution.ref(id)) ?? []);
    const twice = members.find(
      ({ status, contributionId }) => status === 'answered' || answered.has(contributionId),
    );
    if (twice)
      return refused(
        'contribution-already-answered',
        'Draft the response anew without the contribution that has its answer.',
        { responseId, contributionId: twice.contributionId, answeredBy: twice.responseId },
      );
    const waiting = members
      .filter(({ status }) => status === 'accepted')
      .map((member) => member.contributionId);
    for (const id of waiting) answered.add(id);
    releasing.push({ one, waiting, hidden: (words?.visibility ?? one.reason.visibility) !== 'public' });
  }
  if (releasing.length === 0) return alreadySo();
  if (answered.size > MOST_ANSWERED)
    return refused(
      'release-too-large',
      'Release the responses of this decision in parts, under the same release id.',
      {
        contributions: answered.size,
        most: MOST_ANSWERED,
      },
    );
  return (
    sealedRefusal(held) ??
    accepted(
      ...releasing.map(({ one: { responseId, outcome }, waiting }) =>
        happened(response.ref(responseId), ResponsePublished, {
          forumId,
          responseId,
          consultationId,
          releaseId,
          authority,
          letter,
          outcome,
          contributionIds: waiting,
        }),
      ),
      ...releasing
        .filter(({ hidden }) => hidden)
        .map(
          ({
            one: {
              reason: { textId },
            },
          }) =>
            happened(textRef(textId), CommitmentTextPublished, { textId, releaseId, visibility: 'public' }),
        ),
      ...releasing.flatMap(({ one: { responseId, outcome }, waiting }) =>
        waiting.map((contributionId) =>
          happened(contribution.ref(contributionId), ContributionAnswered, {
            forumId,
            contributionId,
            consultationId,
            responseId,
            outcome,
          }),
        ),
      ),
    )
  );
};
