import {
  ProposalAppealDecided,
  ProposalAppealed,
  ProposalRestored,
  ProposalSetAside,
} from '@madang/contracts';
import { copy } from '@madang/decider';
import type { PublicRows } from './public-rows.ts';
import type { PublicWriter } from './public-writer.ts';

type Moderated = {
  readonly sequence: number;
  readonly time: string;
  readonly data: { readonly cycleId: string; readonly proposalId: string };
};
const moderated = (
  { sequence, time, data: { cycleId, proposalId } }: Moderated,
  what: PublicRows['moderationRow']['what'],
  why: { readonly reasonCode?: string; readonly reasonTextId?: string } = {},
): PublicRows['moderationRow'] => ({
  ...{ sequence, consultationId: null, contributionId: null, cycleId, proposalId, what, on: time },
  ...{ reasonCode: why.reasonCode ?? null, reasonTextId: why.reasonTextId ?? null },
});

/** What moderation did with proposals, in the public log that it shares with contributions. */
export const moderatedProposalCopies = [
  copy(ProposalSetAside, async (rows: PublicWriter, facts) => {
    for (const fact of facts) {
      const { proposalId: id, reasonCode } = fact.data;
      await rows.change('proposalRow', { id }, { state: 'set-aside', reasonCode });
      await rows.add('moderationRow', [moderated(fact, 'set-aside', { reasonCode })]);
    }
  }),
  copy(ProposalRestored, async (rows: PublicWriter, facts) => {
    for (const fact of facts) {
      await rows.change('proposalRow', { id: fact.data.proposalId }, { state: 'received', reasonCode: null });
      await rows.add('moderationRow', [moderated(fact, 'restored')]);
    }
  }),
  copy(ProposalAppealed, async (rows: PublicWriter, facts) => {
    for (const fact of facts) {
      const { proposalId: id, text } = fact.data;
      await rows.change('proposalRow', { id }, { appeal: 'open', appealTextId: text.textId });
      await rows.add('moderationRow', [moderated(fact, 'appealed')]);
    }
  }),
  copy(ProposalAppealDecided, async (rows: PublicWriter, facts) => {
    for (const fact of facts) {
      const { proposalId: id, outcome, reason } = fact.data;
      await rows.change('proposalRow', { id }, { appeal: outcome });
      const what = outcome === 'upheld' ? 'upheld' : 'allowed';
      await rows.add('moderationRow', [moderated(fact, what, { reasonTextId: reason.textId })]);
    }
  }),
];
