import { StageProposals } from '@madang/contracts';
import { answers } from '@madang/decider';
import { call } from '../domain/call/evolve.ts';
import { importChunk, imported } from '../domain/import/evolve.ts';
import { stageProposals as decide } from '../domain/import/stage-proposals.ts';
import { proposal } from '../domain/proposal/evolve.ts';

export const stageProposals = answers(StageProposals, {
  on: (body) => imported.ref(body.importId),
  also: (body) => [importChunk.ref(body.chunkId)],
  reads: (body) => [call.ref(body.callId), ...body.rows.map((row) => proposal.ref(row.proposalId))],
  decide,
});
