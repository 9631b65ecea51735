import { SplitProposal } from '@madang/contracts';
import { answers } from '@madang/decider';
import { proposal } from '../domain/proposal/evolve.ts';
import { splitProposal as decide } from '../domain/proposal/split-proposal.ts';

export const splitProposal = answers(SplitProposal, {
  on: (body) => proposal.ref(body.proposalId),
  also: (body) => body.parts.map((part) => proposal.ref(part.proposalId)),
  decide,
});
