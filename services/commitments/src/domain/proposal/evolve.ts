import {
  ProposalAppealDecided,
  ProposalAppealed,
  ProposalBecamePart,
  ProposalDeclined,
  ProposalMerged,
  ProposalPartMade,
  ProposalReceived,
  ProposalRestored,
  ProposalSetAside,
  ProposalSplit,
  ProposalThemed,
  type TextRef,
} from '@madang/contracts';
import { aggregate, type DomainEvent } from '@madang/decider';
import { begun, is } from '../fact-is.ts';
import type { Fate, Proposal } from './state.ts';

const partOf = (fate: Fate, commitmentId: string): Fate => ({
  kind: 'part-of',
  commitmentIds: [...(fate.kind === 'part-of' ? fate.commitmentIds : []), commitmentId],
});

const held = ({ textId, visibility }: TextRef) => ({ textId, visibility });

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
      texts: [title, ...(is(event, ProposalReceived) && event.data.body ? [event.data.body] : [])].map(held),
      ...(is(event, ProposalReceived) && event.data.theme ? { theme: event.data.theme } : {}),
      fate: { kind: 'received' },
    };
  }
  const self = begun(state);
  if (is(event, ProposalMerged))
    return { ...self, fate: { kind: 'merged', intoProposalId: event.data.intoProposalId } };
  if (is(event, ProposalSplit)) return { ...self, fate: { kind: 'split' } };
  if (is(event, ProposalDeclined)) return { ...self, fate: { kind: 'declined' } };
  if (is(event, ProposalThemed)) return { ...self, theme: event.data.theme ?? undefined };
  if (is(event, ProposalSetAside))
    return { ...self, fate: { kind: 'set-aside' }, setAsideBy: event.actor?.id };
  if (is(event, ProposalRestored)) return { ...self, fate: { kind: 'received' } };
  if (is(event, ProposalAppealed)) return { ...self, appeal: 'open' };
  if (is(event, ProposalAppealDecided)) return { ...self, appeal: event.data.outcome };
  if (is(event, ProposalBecamePart)) return { ...self, fate: partOf(self.fate, event.data.commitmentId) };
  return self;
};

export const proposal = aggregate('proposal', evolve);
