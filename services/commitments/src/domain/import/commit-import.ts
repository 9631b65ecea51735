import {
  type CommitImport,
  CommitmentTextPublished,
  ContributionAccepted,
  ImportCommitted,
  ProposalReceived,
  type TextRef,
} from '@madang/contracts';
import {
  accepted,
  alreadySo,
  type Decision,
  type Given,
  type Happened,
  happened,
  refused,
  unknown,
} from '@madang/decider';
import type { Asks } from '../asks.ts';
import { call } from '../call/evolve.ts';
import { consultation } from '../consultation/evolve.ts';
import { sealedRefusal } from '../consultation/sealed-refusal.ts';
import { contribution } from '../contribution/evolve.ts';
import { inForum } from '../in-forum.ts';
import { proposal } from '../proposal/evolve.ts';
import { textRef } from '../response/text.ts';
import { importChunk, imported } from './evolve.ts';
import type { Import, ImportChunk } from './state.ts';

/** What a row is in its file is of no matter once it counts. */
const counted = <
  R extends { readonly number?: unknown; readonly repeats?: unknown; readonly isKnown?: unknown },
>({
  number: _number,
  repeats: _repeats,
  isKnown: _isKnown,
  ...row
}: R) => row;
const inPublic = (text: TextRef): TextRef => ({ ...text, visibility: 'public' });
const taken = (thingId: string): Decision =>
  refused('import-row-taken', 'Discard this import: a row of it was accepted by another way.', { thingId });

/**
 * Accepts everything that was staged, in one transaction: each row as if it had been handed in by itself, its words public
 * from now on.
 */
export const commitImport = (
  { id, body }: Asks<typeof CommitImport>,
  { self, of }: Given<Import>,
): Decision => {
  const { forumId, importId } = body;
  const found = inForum(self, forumId);
  if (!found) return unknown('import', importId);
  if (found.status === 'committed') return alreadySo();
  if (found.status === 'discarded')
    return refused('import-already-discarded', 'Begin another import.', { importId });
  const chunks = found.chunkIds.flatMap((chunkId): readonly ImportChunk[] => {
    const chunk = of(importChunk.ref(chunkId));
    return chunk && body.chunkIds.includes(chunkId) ? [chunk] : [];
  });
  if (chunks.length !== found.chunkIds.length || body.rows !== found.rows)
    return refused('import-changed-meanwhile', 'Look at the preview again, and commit what it shows.', {
      rows: found.rows,
      parts: found.chunkIds.length,
    });
  const publish = ({ textId }: TextRef): Happened =>
    happened(textRef(textId), CommitmentTextPublished, { textId, releaseId: id, visibility: 'public' });
  const { importKind, ofId, rows } = found;
  const committed = happened(imported.ref(importId), ImportCommitted, {
    ...{ forumId, importId, importKind, ofId, rows },
  });

  if (importKind === 'contributions') {
    const held = inForum(of(consultation.ref(ofId)), forumId);
    if (!held) return unknown('consultation', ofId);
    const all = chunks.flatMap((one) => one.contributions);
    const twice = all.find((one) => of(contribution.ref(one.contributionId)));
    if (twice) return taken(twice.contributionId);
    return (
      sealedRefusal(held) ??
      accepted(
        committed,
        ...all.map((one) =>
          happened(contribution.ref(one.contributionId), ContributionAccepted, {
            ...{
              ...counted(one),
              forumId,
              consultationId: ofId,
              cycleId: held.cycleId,
              text: inPublic(one.text),
            },
          }),
        ),
        ...all.map((one) => publish(one.text)),
      )
    );
  }
  const held = inForum(of(call.ref(ofId)), forumId);
  if (!held) return unknown('call', ofId);
  const all = chunks.flatMap((one) => one.proposals);
  const twice = all.find((one) => of(proposal.ref(one.proposalId)));
  if (twice) return taken(twice.proposalId);
  return accepted(
    committed,
    ...all.map((one) =>
      happened(proposal.ref(one.proposalId), ProposalReceived, {
        ...{ ...counted(one), forumId, callId: ofId, cycleId: held.cycleId, title: inPublic(one.title) },
        ...(one.body ? { body: inPublic(one.body) } : {}),
      }),
    ),
    ...all.flatMap((one) => [publish(one.title), ...(one.body ? [publish(one.body)] : [])]),
  );
};
