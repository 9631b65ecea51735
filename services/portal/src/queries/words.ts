import type { ServiceName } from '@madang/contracts';

export type WantedText = { readonly textId: string; readonly source: ServiceName; readonly wanted: bigint };
export type WordRows = {
  /** Public texts whose words are to be fetched, a few at a time. */
  readonly wantedTexts: (most: number) => Promise<readonly WantedText[]>;
  /** Keeps words for as long as nothing newer was told of their texts; `null` where the service gives none. */
  readonly keepWords: (got: readonly (WantedText & { readonly words: string | null })[]) => Promise<void>;
  /** Wants the words of every public text that has none: after a crash of the database, which keeps none. */
  readonly wantLostWords: () => Promise<void>;
  readonly hasWords: () => Promise<boolean>;
  /** Cleans what was deleted out of the data files when somebody was erased. */
  readonly cleanWords: () => Promise<void>;
};
/** Texts that anybody may read, by their ids; those that are not there are left out. Throws while the service is away. */
export type ReadPublic = (
  source: ServiceName,
  textIds: readonly string[],
) => Promise<ReadonlyMap<string, string>>;
