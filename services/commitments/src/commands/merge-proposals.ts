import { MergeProposals } from '@madang/contracts';
import { answers } from '@madang/decider';
import { proposal } from '../domain/proposal/evolve.ts';
import { mergeProposals as decide } from '../domain/proposal/merge-proposals.ts';

export const mergeProposals = answers(MergeProposals, {
  on: (body) => proposal.ref(body.intoProposalId),
  also: (body) => body.proposalIds.map(proposal.ref),
  decide,
});
