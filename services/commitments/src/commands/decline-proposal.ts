import { DeclineProposal } from '@madang/contracts';
import { answers } from '@madang/decider';
import { declineProposal as decide } from '../domain/proposal/decline-proposal.ts';
import { proposal } from '../domain/proposal/evolve.ts';

export const declineProposal = answers(DeclineProposal, {
  on: (body) => proposal.ref(body.proposalId),
  decide,
});
