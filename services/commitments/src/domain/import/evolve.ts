import {
  ImportChunkErased,
  ImportChunkStaged,
  ImportCommitted,
  ImportDiscarded,
  ImportGrew,
} from '@madang/contracts';
import { aggregate, type DomainEvent } from '@madang/decider';
import { begun, is } from '../fact-is.ts';
import type { Import, ImportChunk } from './state.ts';

const evolve = (state: Import | undefined, event: DomainEvent): Import => {
  if (is(event, ImportGrew)) {
    const { forumId, importId, importKind, ofId, chunkId, rows } = event.data;
    return {
      ...{ forumId, importId, importKind, ofId, status: 'staged' },
      chunkIds: [...(state?.chunkIds ?? []), chunkId],
      rows: (state?.rows ?? 0) + rows,
    };
  }
  const self = begun(state);
  if (is(event, ImportCommitted)) return { ...self, status: 'committed' };
  if (is(event, ImportDiscarded)) return { ...self, status: 'discarded' };
  return self;
};

const evolveChunk = (state: ImportChunk | undefined, event: DomainEvent): ImportChunk => {
  if (is(event, ImportChunkStaged)) {
    const { forumId, importId, chunkId, contributions, proposals } = event.data;
    return { forumId, importId, chunkId, contributions, proposals };
  }
  const self = begun(state);
  if (is(event, ImportChunkErased)) return { ...self, contributions: [], proposals: [] };
  return self;
};

/** What is handed in at once, by many, on paper or from another system. */
export const imported = aggregate('import', evolve);
/** A part of it. */
export const importChunk = aggregate('import-chunk', evolveChunk);
