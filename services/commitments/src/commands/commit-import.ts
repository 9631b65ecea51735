import { CommitImport } from '@madang/contracts';
import { answers } from '@madang/decider';
import { call } from '../domain/call/evolve.ts';
import { consultation } from '../domain/consultation/evolve.ts';
import { contribution } from '../domain/contribution/evolve.ts';
import { commitImport as decide } from '../domain/import/commit-import.ts';
import { importChunk, imported } from '../domain/import/evolve.ts';
import { proposal } from '../domain/proposal/evolve.ts';
import { textRef } from '../domain/response/text.ts';
import type { ImportRows } from './ports/import-rows.ts';

export const commitImport = answers(CommitImport, {
  on: (body) => imported.ref(body.importId),
  also: (body) => body.chunkIds.map(importChunk.ref),
  finds: async (rows: ImportRows, { importId }) => {
    const about = await rows.importOf(importId);
    if (!about) return [];
    const [of, thing] =
      about.kind === 'contributions' ? [consultation.ref, contribution.ref] : [call.ref, proposal.ref];
    const staged = await rows.stagedIn(importId);
    return [
      of(about.ofId),
      ...staged.map((one) => thing(one.thingId)),
      ...staged.flatMap((one) => one.textIds.map(textRef)),
    ];
  },
  decide,
});
