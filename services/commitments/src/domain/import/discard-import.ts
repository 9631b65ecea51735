import { type DiscardImport, ImportChunkErased, ImportDiscarded } from '@madang/contracts';
import { accepted, alreadySo, type Decision, type Given, happened, refused, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { inForum } from '../in-forum.ts';
import { importChunk, imported } from './evolve.ts';
import type { Import } from './state.ts';

/** What was staged will never count: the keys of its texts are destroyed. */
export const discardImport = (
  { body }: Asks<typeof DiscardImport>,
  { self, of }: Given<Import>,
): Decision => {
  const { forumId, importId } = body;
  const found = inForum(self, forumId);
  if (!found) return unknown('import', importId);
  if (found.status === 'discarded') return alreadySo();
  if (found.status === 'committed')
    return refused('import-already-committed', 'Set aside single contributions instead.', { importId });
  const left = found.chunkIds.filter((chunkId) => !body.chunkIds.includes(chunkId));
  if (left.length > 0)
    return refused('import-changed-meanwhile', 'Look at the preview again, and discard what it shows.', {
      rows: found.rows,
      parts: found.chunkIds.length,
    });
  const { importKind, ofId, rows, chunkIds } = found;
  return accepted(
    happened(imported.ref(importId), ImportDiscarded, { forumId, importId, importKind, ofId, rows }),
    ...chunkIds.map((chunkId) => {
      const chunk = of(importChunk.ref(chunkId));
      const keyIds = [
        ...(chunk?.contributions ?? []).map((one) => one.text.textId),
        ...(chunk?.proposals ?? []).flatMap((one) => [
          one.title.textId,
          ...(one.body ? [one.body.textId] : []),
        ]),
      ];
      return happened(importChunk.ref(chunkId), ImportChunkErased, { forumId, importId, chunkId, keyIds });
    }),
  );
};
