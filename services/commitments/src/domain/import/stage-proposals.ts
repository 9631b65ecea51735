import { ImportChunkStaged, ImportGrew, type StageProposals } from '@madang/contracts';
import { accepted, type Decision, type Given, happened, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { call } from '../call/evolve.ts';
import { inForum } from '../in-forum.ts';
import { proposal } from '../proposal/evolve.ts';
import { importChunk, imported } from './evolve.ts';
import { receivedTooLate, rowsRefusal, stagingRefusal } from './staging-refusal.ts';
import type { Import } from './state.ts';

/** Stages proposals that came on paper, at meetings or by another system, received while the call was open. */
export const stageProposals = (
  { body, now }: Asks<typeof StageProposals>,
  { self, of }: Given<Import>,
): Decision => {
  const { forumId, importId, chunkId, chunk, callId, rows } = body;
  const held = inForum(of(call.ref(callId)), forumId);
  if (!held) return unknown('call', callId);
  const about = { forumId, importId, importKind: 'proposals', ofId: callId } as const;
  const ids = new Set<string>();
  return (
    stagingRefusal(self, { ...about, chunkId, rows: rows.length }) ??
    rowsRefusal(rows, (row) => {
      if (ids.has(row.proposalId)) return 'named-twice';
      ids.add(row.proposalId);
      return of(proposal.ref(row.proposalId)) ? 'proposal-already-received' : receivedTooLate(row, held, now);
    }) ??
    accepted(
      happened(imported.ref(importId), ImportGrew, { ...about, chunkId, chunk, rows: rows.length }),
      happened(importChunk.ref(chunkId), ImportChunkStaged, {
        ...{ ...about, chunkId, chunk, contributions: [], proposals: rows },
      }),
    )
  );
};
