import { StageContributions } from '@madang/contracts';
import { answers } from '@madang/decider';
import { consultation } from '../domain/consultation/evolve.ts';
import { contribution } from '../domain/contribution/evolve.ts';
import { importChunk, imported } from '../domain/import/evolve.ts';
import { stageContributions as decide } from '../domain/import/stage-contributions.ts';

export const stageContributions = answers(StageContributions, {
  on: (body) => imported.ref(body.importId),
  also: (body) => [importChunk.ref(body.chunkId)],
  reads: (body) => [
    consultation.ref(body.consultationId),
    ...body.rows.map((row) => contribution.ref(row.contributionId)),
  ],
  decide,
});
