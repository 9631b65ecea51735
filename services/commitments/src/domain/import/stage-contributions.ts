import { ImportChunkStaged, ImportGrew, type StageContributions } from '@madang/contracts';
import { accepted, type Decision, type Given, happened, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { consultation } from '../consultation/evolve.ts';
import { sealedRefusal } from '../consultation/sealed-refusal.ts';
import { contribution } from '../contribution/evolve.ts';
import { inForum } from '../in-forum.ts';
import { importChunk, imported } from './evolve.ts';
import { receivedTooLate, rowsRefusal, stagingRefusal } from './staging-refusal.ts';
import type { Import } from './state.ts';

/**
 * Stages contributions that came on paper, at meetings or by another system. What was received by the closing day may be
 * recorded until the consultation is sealed: a letter posted in time is not late because it is typed in later.
 */
export const stageContributions = (
  { body, now }: Asks<typeof StageContributions>,
  { self, of }: Given<Import>,
): Decision => {
  const { forumId, importId, chunkId, chunk, consultationId, rows } = body;
  const held = inForum(of(consultation.ref(consultationId)), forumId);
  if (!held) return unknown('consultation', consultationId);
  const about = { forumId, importId, importKind: 'contributions', ofId: consultationId } as const;
  const ids = new Set<string>();
  return (
    stagingRefusal(self, { ...about, chunkId, rows: rows.length }) ??
    sealedRefusal(held) ??
    rowsRefusal(rows, (row) => {
      const { contributionId, commitmentId } = row;
      if (ids.has(contributionId)) return 'named-twice';
      ids.add(contributionId);
      if (of(contribution.ref(contributionId))) return 'contribution-already-accepted';
      return held.commitmentIds.includes(commitmentId)
        ? receivedTooLate(row, held, now)
        : 'commitment-not-consulted-on';
    }) ??
    accepted(
      happened(imported.ref(importId), ImportGrew, { ...about, chunkId, chunk, rows: rows.length }),
      happened(importChunk.ref(chunkId), ImportChunkStaged, {
        ...{ ...about, chunkId, chunk, contributions: rows, proposals: [] },
      }),
    )
  );
};
