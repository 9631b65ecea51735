import { DecideProposalAppeal } from '@madang/contracts';
import { answers } from '@madang/decider';
import { decideProposalAppeal as decide } from '../domain/proposal/decide-proposal-appeal.ts';
import { proposal } from '../domain/proposal/evolve.ts';
import { textRef } from '../domain/response/text.ts';
import type { ProposalTextRows } from './ports/proposal-text-rows.ts';

export const decideProposalAppeal = answers(DecideProposalAppeal, {
  on: (body) => proposal.ref(body.proposalId),
  finds: async (rows: ProposalTextRows, { proposalId }) =>
    (await rows.textsOfProposal(proposalId)).map(textRef),
  decide,
});
