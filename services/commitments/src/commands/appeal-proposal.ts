import { AppealProposal } from '@madang/contracts';
import { answers } from '@madang/decider';
import { appealProposal as decide } from '../domain/proposal/appeal-proposal.ts';
import { proposal } from '../domain/proposal/evolve.ts';

export const appealProposal = answers(AppealProposal, {
  on: (body) => proposal.ref(body.proposalId),
  sealsUnder: (body) => body.contributorId,
  decide,
});
