import {
  CallClosed,
  CallOpened,
  ProposalBecamePart,
  ProposalDeclined,
  ProposalMerged,
  ProposalPartMade,
  ProposalReceived,
  ProposalSplit,
  ProposalThemed,
} from '@madang/contracts';
import { copy } from '@madang/decider';
import type { PublicWriter } from './public-writer.ts';

/** Calls and proposals, with where each went: into another, into parts, into a commitment, or declined and why. */
export const proposalCopies = [
  copy(CallOpened, async (rows: PublicWriter, facts) => {
    for (const { data } of facts) {
      const { callId: id, cycleId, closesAt } = data;
      await rows.add('callRow', [{ id, cycleId, closesAt, state: 'open' }]);
      await rows.change('callRow', { id }, { closesAt });
    }
  }),
  copy(CallClosed, (rows: PublicWriter, facts) =>
    rows.change('callRow', { id: { in: facts.map((one) => one.data.callId) } }, { state: 'closed' }),
  ),
  copy(ProposalReceived, (rows: PublicWriter, facts) =>
    rows.add(
      'proposalRow',
      facts.map(({ data, sequence }) => ({
        id: data.proposalId,
        forumId: data.forumId,
        cycleId: data.cycleId,
        state: 'received',
        theme: data.theme ?? null,
        channel: data.channel,
        contributorKind: data.contributorKind,
        receivedOn: data.receivedOn,
        titleTextId: data.title.textId,
        bodyTextId: data.body?.textId ?? null,
        reasonCode: null,
        reasonTextId: null,
        appeal: null,
        appealTextId: null,
        sequence,
      })),
    ),
  ),
  copy(ProposalPartMade, (rows: PublicWriter, facts) =>
    rows.add(
      'proposalRow',
      facts.map(({ data, sequence }) => ({
        id: data.proposalId,
        forumId: data.forumId,
        cycleId: data.cycleId,
        state: 'received',
        theme: null,
        channel: null,
        contributorKind: data.contributorKind,
        receivedOn: null,
        titleTextId: data.title.textId,
        bodyTextId: null,
        reasonCode: null,
        reasonTextId: null,
        appeal: null,
        appealTextId: null,
        sequence,
      })),
    ),
  ),
  copy(ProposalMerged, async (rows: PublicWriter, facts) => {
    for (const { data } of facts)
      await rows.change(
        'proposalRow',
        { id: data.proposalId },
        { state: 'merged', reasonTextId: data.reason.textId },
      );
    await rows.add(
      'proposalLink',
      facts.map(({ data }) => ({ fromId: data.proposalId, how: 'merged-into', toId: data.intoProposalId })),
    );
  }),
  copy(ProposalSplit, async (rows: PublicWriter, facts) => {
    for (const { data } of facts) {
      await rows.change(
        'proposalRow',
        { id: data.proposalId },
        { state: 'split', reasonTextId: data.reason.textId },
      );
      await rows.add(
        'proposalLink',
        data.parts.map((part) => ({ fromId: data.proposalId, how: 'split-into', toId: part.proposalId })),
      );
    }
  }),
  copy(ProposalDeclined, async (rows: PublicWriter, facts) => {
    for (const { data } of facts)
      await rows.change(
        'proposalRow',
        { id: data.proposalId },
        { state: 'declined', reasonCode: data.reasonCode, reasonTextId: data.reason.textId },
      );
  }),
  copy(ProposalThemed, async (rows: PublicWriter, facts) => {
    // Many are sorted at once: one statement for each theme.
    for (const [theme, some] of Map.groupBy(facts, (one) => one.data.theme))
      await rows.change('proposalRow', { id: { in: some.map((one) => one.data.proposalId) } }, { theme });
  }),
  copy(ProposalBecamePart, async (rows: PublicWriter, facts) => {
    await rows.change(
      'proposalRow',
      { id: { in: facts.map((one) => one.data.proposalId) } },
      { state: 'part-of' },
    );
    await rows.add(
      'proposalLink',
      facts.map(({ data }) => ({ fromId: data.proposalId, how: 'part-of', toId: data.commitmentId })),
    );
  }),
];
