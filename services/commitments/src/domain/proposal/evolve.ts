import {
  ProposalBecamePart,
  ProposalDeclined,
  ProposalMerged,
  ProposalPartMade,
  ProposalReceived,
  ProposalSplit,
} from '@madang/contracts';
import { aggregate, type DomainEvent } from '@madang/decider';
import { begun, is } from '../fact-is.ts';
import type { Fate, Proposal } from './state.ts';

const partOf = (fate: Fate, commitmentId: string): Fate => ({
  kind: 'part-of',
  commitmentIds: [...(fate.kind === 'part-of' ? fate.commitmentIds : []), commitmentId],
});

const evolve = (state: Proposal | undefined, event: DomainEvent): Proposal => {
  if (is(event, ProposalReceived) || is(event, ProposalPartMade)) {
    const { forumId, proposalId, cycleId, contributorId, contributorKind, title } = event.data;
    return {
      forumId,
      proposalId,
      cycleId,
      contributorId,
      contributorKind,
      titleDigest: title.digest,
      fate: { kind: 'received' },
    };
  }
  const self = begun(state);
  if (is(event, ProposalMerged))
    return { ...self, fate: { kind: 'merged', intoProposalId: event.data.intoProposalId } };
  if (is(event, ProposalSplit)) return { ...self, fate: { kind: 'split' } };
  if (is(event, ProposalDeclined)) return { ...self, fate: { kind: 'declined' } };
  if (is(event, ProposalBecamePart)) return { ...self, fate: partOf(self.fate, event.data.commitmentId) };
  return self;
};

export const proposal = aggregate('proposal', evolve);
