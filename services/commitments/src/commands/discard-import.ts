import { DiscardImport } from '@madang/contracts';
import { answers } from '@madang/decider';
import { discardImport as decide } from '../domain/import/discard-import.ts';
import { importChunk, imported } from '../domain/import/evolve.ts';

export const discardImport = answers(DiscardImport, {
  on: (body) => imported.ref(body.importId),
  also: (body) => body.chunkIds.map(importChunk.ref),
  decide,
});
