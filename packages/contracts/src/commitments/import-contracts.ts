import { z } from 'zod';
import { command, event, query } from '../kernel/define.ts';
import { Day, freeText, Id, TextRef, word } from '../kernel/primitives.ts';
import { secretariat } from '../kernel/who.ts';
import { Channel, Clause, ContributorKind } from './words.ts';

/** Rows of a chunk, and of a whole import: one decision holds it, and one transaction. */
export const IMPORT_CHUNK_ROWS = 200;
export const IMPORT_ROWS = 10_000;

export const ImportKind = z.enum(['contributions', 'proposals']);
/** Where rows are staged: the import, its part of it by number and id, and the consultation or call they are for. */
const staging = {
  forumId: Id,
  importId: Id,
  chunkId: Id,
  chunk: z.int().min(1).max(500),
};
const handedIn = {
  contributorId: Id,
  contributorKind: ContributorKind,
  channel: Channel,
  receivedOn: Day,
};
/** Its number in the file, the number of an earlier row that says the same, and whether that is public already. */
const inFile = {
  number: z.int().min(1).optional(),
  repeats: z.int().min(1).optional(),
  isKnown: z.literal(true).optional(),
};
// Nobody but the secretariat reads what is staged; it is public from the commit on.
const staged = (max: number) => freeText(max, 'institution');

export const StageContributions = command(
  'commitments.stage-contributions.v1',
  secretariat,
  'Stage a part of an import of contributions; nothing counts before the import is committed.',
  z.strictObject({
    ...staging,
    consultationId: Id,
    rows: z
      .array(
        z.strictObject({
          contributionId: Id,
          commitmentId: Id,
          clause: Clause.optional(),
          ...handedIn,
          ...inFile,
          text: staged(20_000),
        }),
      )
      .min(1)
      .max(IMPORT_CHUNK_ROWS),
  }),
);
export const StageProposals = command(
  'commitments.stage-proposals.v1',
  secretariat,
  'Stage a part of an import of proposals; nothing counts before the import is committed.',
  z.strictObject({
    ...staging,
    callId: Id,
    rows: z
      .array(
        z.strictObject({
          proposalId: Id,
          ...handedIn,
          ...inFile,
          theme: word(60).optional(),
          title: staged(300),
          body: staged(20_000).optional(),
        }),
      )
      .min(1)
      .max(IMPORT_CHUNK_ROWS),
  }),
);
const whole = { forumId: Id, importId: Id, chunkIds: z.array(Id).min(1).max(500) };
export const CommitImport = command(
  'commitments.commit-import.v1',
  secretariat,
  'Accept everything that was staged for an import, by one decision.',
  z.strictObject({ ...whole, rows: z.int().min(1).max(IMPORT_ROWS) }),
);
export const DiscardImport = command(
  'commitments.discard-import.v1',
  secretariat,
  'Discard what was staged for an import; the keys of its texts are destroyed.',
  z.strictObject(whole),
);

export const StagedContribution = z.object({
  contributionId: Id,
  commitmentId: Id,
  clause: Clause.optional(),
  ...handedIn,
  ...inFile,
  text: TextRef,
});
export const StagedProposal = z.object({
  proposalId: Id,
  ...handedIn,
  ...inFile,
  theme: z.string().optional(),
  title: TextRef,
  body: TextRef.optional(),
});
/** `ofId`: the consultation or the call. */
const imported = { forumId: Id, importId: Id, importKind: ImportKind, ofId: Id };
export const ImportGrew = event(
  'commitments.import.grew.v1',
  'A part of an import was staged.',
  z.object({ ...imported, chunkId: Id, chunk: z.int(), rows: z.int() }),
);
export const ImportCommitted = event(
  'commitments.import.committed.v1',
  'Everything of an import was accepted.',
  z.object({ ...imported, rows: z.int() }),
);
export const ImportDiscarded = event(
  'commitments.import.discarded.v1',
  'What was staged for an import will never count.',
  z.object({ ...imported, rows: z.int() }),
);
export const ImportChunkStaged = event(
  'commitments.import-chunk.staged.v1',
  'Rows were staged for an import.',
  z.object({
    ...imported,
    chunkId: Id,
    chunk: z.int(),
    contributions: z.array(StagedContribution),
    proposals: z.array(StagedProposal),
  }),
);
/** `keyIds`: the keys that are destroyed; applied again after any restore. */
export const ImportChunkErased = event(
  'commitments.import-chunk.erased.v1',
  'The texts of staged rows can never be read again.',
  z.object({ forumId: Id, importId: Id, chunkId: Id, keyIds: z.array(Id) }),
);

export const ImportPreview = query(
  'commitments.import-preview.v1',
  secretariat,
  'What was staged for an import: its parts, how many rows, the texts of the first.',
  z.strictObject({ importId: Id }),
  z.object({
    importId: Id,
    forumId: Id,
    importKind: ImportKind,
    ofId: Id,
    state: z.enum(['staged', 'committed', 'discarded']),
    rows: z.int(),
    chunkIds: z.array(Id),
    first: z.array(
      z.object({
        thingId: Id,
        textId: Id,
        number: z.int().nullable().default(null),
        commitmentId: Id.nullable().default(null),
        channel: Channel.nullable().default(null),
        receivedOn: Day.nullable().default(null),
      }),
    ),
    /** Rows that say what is there already: in the file or in public; the first of them. */
    twice: z
      .array(z.object({ number: z.int(), repeats: z.int().nullable(), isKnown: z.boolean() }))
      .default([]),
  }),
);
export const OpenImports = query(
  'commitments.open-imports.v1',
  secretariat,
  'Imports of a forum that were staged and neither committed nor discarded.',
  z.strictObject({ forumId: Id }),
  z.object({
    imports: z.array(z.object({ importId: Id, importKind: ImportKind, ofId: Id, rows: z.int() })),
  }),
);
