import { RestoreProposal } from '@madang/contracts';
import { answers } from '@madang/decider';
import { proposal } from '../domain/proposal/evolve.ts';
import { restoreProposal as decide } from '../domain/proposal/restore-proposal.ts';
import { textRef } from '../domain/response/text.ts';
import type { ProposalTextRows } from './ports/proposal-text-rows.ts';

export const restoreProposal = answers(RestoreProposal, {
  on: (body) => proposal.ref(body.proposalId),
  finds: async (rows: ProposalTextRows, { proposalId }) =>
    (await rows.textsOfProposal(proposalId)).map(textRef),
  decide,
});
