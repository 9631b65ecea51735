import {
  ImportChunkErased,
  ImportChunkStaged,
  ImportCommitted,
  ImportDiscarded,
  ImportGrew,
} from '@madang/contracts';
import { projection } from '@madang/decider';

export type StagedRow = {
  readonly importId: string;
  readonly chunkId: string;
  readonly thingId: string;
  readonly place: number;
  readonly textIds: readonly string[];
};
export type ImportWriter = {
  readonly growImport: (grown: {
    readonly importId: string;
    readonly forumId: string;
    readonly kind: string;
    readonly ofId: string;
    readonly chunkId: string;
    readonly rows: number;
  }) => Promise<void>;
  readonly setImport: (importId: string, state: 'committed' | 'discarded') => Promise<void>;
  readonly addStaged: (rows: readonly StagedRow[]) => Promise<void>;
  readonly dropStaged: (chunkIds: readonly string[]) => Promise<void>;
};

export const importProjections = [
  projection(ImportGrew, async (rows: ImportWriter, facts) => {
    for (const { data } of facts) {
      const { importId, forumId, importKind: kind, ofId, chunkId, rows: count } = data;
      await rows.growImport({ importId, forumId, kind, ofId, chunkId, rows: count });
    }
  }),
  projection(ImportChunkStaged, (rows: ImportWriter, facts) =>
    rows.addStaged(
      facts.flatMap(({ data: { importId, chunkId, chunk, contributions, proposals } }) =>
        [
          ...contributions.map((one) => ({ thingId: one.contributionId, textIds: [one.text.textId] })),
          ...proposals.map((one) => ({
            thingId: one.proposalId,
            textIds: [one.title.textId, ...(one.body ? [one.body.textId] : [])],
          })),
        ].map((one, at) => ({ ...one, importId, chunkId, place: chunk * 1000 + at })),
      ),
    ),
  ),
  projection(ImportCommitted, async (rows: ImportWriter, facts) => {
    for (const { data } of facts) await rows.setImport(data.importId, 'committed');
  }),
  projection(ImportDiscarded, async (rows: ImportWriter, facts) => {
    for (const { data } of facts) await rows.setImport(data.importId, 'discarded');
  }),
  projection(ImportChunkErased, (rows: ImportWriter, facts) =>
    rows.dropStaged(facts.map((one) => one.data.chunkId)),
  ),
];
