import { DeclineProposal, MergeProposals, ReceiveProposal } from '@madang/contracts';
import { cycleMatters } from './cycle-matters.ts';
import { inLanes } from './in-lanes.ts';
import { type Rehearsal, written } from './rehearsal.ts';

/** Proposals are handed in to the call, then merged, declined, or kept for a draft. */
export const takeProposals = (r: Rehearsal): void => {
  const { scenario, forumId, cycleId, cast, ids, agenda, at } = r;
  const { proposals, contributions } = scenario;
  if (proposals === undefined) return;
  const { given, on, decidedOn } = proposals;
  agenda.put(at(on, 10), `${given.length} proposals are handed in`, async () => {
    const { callId } = await cycleMatters(r);
    if (callId === null)
      throw new Error(`There is no call for proposals on ${on}: the process of drafting has not opened it.`);
    await inLanes(
      [...given.entries()],
      ([, { proposal }]) => proposal,
      async ([index, { proposal, title, body, lang, channel, theme }]) => {
        const contributor = cast.citizen((index % contributions.citizens) + 1);
        await r.ask(
          channel === 'online' ? contributor : cast.secretariat,
          ReceiveProposal,
          `proposal/${proposal}`,
          {
            forumId,
            cycleId,
            callId,
            proposalId: ids.of(`proposal/${proposal}`),
            channel,
            contributorId: contributor.id,
            contributorKind: 'person',
            receivedOn: on,
            title: written(title, lang),
            ...(body === undefined ? {} : { body: written(body, lang) }),
            ...(theme === undefined ? {} : { theme }),
          },
        );
      },
    );
  });
  agenda.put(at(decidedOn, 10), 'proposals are merged and declined', () =>
    inLanes(
      given,
      ({ proposal, fate }) => (fate.is === 'merged' ? fate.into : proposal),
      async ({ proposal, fate }) => {
        const proposalId = ids.of(`proposal/${proposal}`);
        if (fate.is === 'merged')
          await r.ask(cast.secretariat, MergeProposals, `merge/${proposal}`, {
            forumId,
            intoProposalId: ids.of(`proposal/${fate.into}`),
            proposalIds: [proposalId],
            reason: written('같은 내용의 제안입니다.'),
          });
        if (fate.is === 'declined')
          await r.ask(cast.secretariat, DeclineProposal, `decline/${proposal}`, {
            forumId,
            proposalId,
            reasonCode: fate.because,
            reason: written('실행계획에 담을 내용이 없습니다.'),
          });
      },
    ),
  );
};
