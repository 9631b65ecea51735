import { ReceiveProposal } from '@madang/contracts';
import { answers } from '@madang/decider';
import { call } from '../domain/call/evolve.ts';
import { proposal } from '../domain/proposal/evolve.ts';
import { receiveProposal as decide } from '../domain/proposal/receive-proposal.ts';

export const receiveProposal = answers(ReceiveProposal, {
  on: (body) => proposal.ref(body.proposalId),
  reads: (body) => [call.ref(body.callId)],
  sealsUnder: (body) => body.contributorId,
  decide,
});
