import type { Clause, Outcome } from '@madang/contracts';
import { type TextRows, type TextView, textIn } from './texts.ts';

type Name = { readonly ko: string; readonly en: string };
export type ContributionState = 'accepted' | 'set-aside' | 'answered' | 'waived';
export type ContributionFilter = {
  readonly commitmentId?: string | undefined;
  readonly clause?: string | undefined;
  readonly theme?: string | undefined;
  readonly outcome?: string | undefined;
  /** The institution that leads the commitment. */
  readonly ministry?: string | undefined;
  readonly unanswered?: boolean | undefined;
};
export type ContributionFound = {
  readonly id: string;
  readonly cycleId: string;
  readonly consultationId: string;
  readonly commitmentId: string;
  readonly commitmentNumber: number;
  readonly commitmentTitle: Name;
  readonly clause: (typeof Clause.options)[number] | null;
  readonly contributorKind: 'person' | 'organisation';
  readonly channel: string;
  readonly receivedOn: string;
  readonly textId: string;
  readonly state: ContributionState;
  readonly reasonCode: string | null;
  readonly theme: string | null;
  readonly outcome: Outcome | null;
  readonly reasonTextId: string | null;
  readonly releasedOn: string | null;
  readonly authority: string | null;
  readonly waivedTextId: string | null;
  readonly responseId: string | null;
  readonly clusterId: string | null;
  readonly draftId: string | null;
  /** What became of an appeal against its having been set aside. */
  readonly appeal: 'open' | 'upheld' | 'restored' | null;
  readonly appealTextId: string | null;
  readonly sequence: bigint;
};
/** A version of a commitment that was written because of something. */
export type Change = {
  readonly commitmentId: string;
  readonly version: number;
  readonly number: number;
  readonly title: Name;
};
export type ContributionView = Omit<ContributionFound, 'sequence'> & {
  readonly text: TextView | null;
  /** The published answer's reason, or the recorded waiver's. */
  readonly reason: TextView | null;
  readonly changes: readonly Change[];
};
export type ContributionRows = TextRows & {
  readonly contributionsOf: (
    cycleId: string,
    filter: ContributionFilter,
    after: bigint | null,
    take: number,
  ) => Promise<readonly ContributionFound[]>;
  readonly contributionBy: (id: string) => Promise<ContributionFound | undefined>;
  readonly changesBecauseOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, readonly Change[]>>;
  readonly themesOf: (cycleId: string) => Promise<readonly string[]>;
  readonly outcomesOf: (
    cycleId: string,
  ) => Promise<
    readonly { readonly outcome: string | null; readonly state: string; readonly count: number }[]
  >;
};
export type Page<T> = { readonly items: readonly T[]; readonly next: string | null };

/** Contributions to a page. */
export const PER_PAGE = 25;

/** Contributions with their words, their answers, and what changed because of them. */
export const contributionViews = async (
  rows: ContributionRows,
  found: readonly ContributionFound[],
): Promise<readonly ContributionView[]> => {
  const texts = await rows.textsOf(
    found.flatMap((one) => [one.textId, one.reasonTextId ?? one.waivedTextId ?? one.textId]),
  );
  const changes = await rows.changesBecauseOf(found.map((one) => one.id));
  return found.map(({ sequence: _, ...one }) => ({
    ...one,
    text: textIn(texts, one.textId),
    reason: textIn(texts, one.reasonTextId ?? one.waivedTextId),
    changes: changes.get(one.id) ?? [],
  }));
};

/** Contributions of a cycle, each with its answer and what changed because of it; the oldest first. OGP 4.1. */
export const contributions = async (
  rows: ContributionRows,
  cycleId: string,
  filter: ContributionFilter,
  cursor: string | undefined,
  take = PER_PAGE,
): Promise<Page<ContributionView>> => {
  const after = cursor && /^\d{1,18}$/.test(cursor) ? BigInt(cursor) : null;
  const found = await rows.contributionsOf(cycleId, filter, after, take + 1);
  const page = found.slice(0, take);
  return {
    items: await contributionViews(rows, page),
    next: found.length > take ? String(page.at(-1)?.sequence) : null,
  };
};

/** One contribution, with its answer and what became of it. */
export const contribution = async (
  rows: ContributionRows,
  id: string,
): Promise<ContributionView | undefined> => {
  const found = await rows.contributionBy(id);
  return found && (await contributionViews(rows, [found]))[0];
};
