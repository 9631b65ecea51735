import type { Page } from './contributions.ts';
import { PER_PAGE } from './contributions.ts';
import { type TextRows, type TextView, textIn } from './texts.ts';

type Name = { readonly ko: string; readonly en: string };
export type ProposalState = 'received' | 'merged' | 'split' | 'declined' | 'part-of' | 'set-aside';
export type ProposalFilter = {
  readonly state?: string | undefined;
  readonly theme?: string | undefined;
  /** Only those that nobody has given a theme. */
  readonly themeless?: boolean | undefined;
};
export type ProposalFound = {
  readonly id: string;
  readonly cycleId: string;
  readonly state: ProposalState;
  readonly theme: string | null;
  readonly channel: string | null;
  readonly contributorKind: 'person' | 'organisation';
  readonly receivedOn: string | null;
  readonly titleTextId: string;
  readonly bodyTextId: string | null;
  readonly reasonCode: string | null;
  readonly reasonTextId: string | null;
  /** What became of an appeal against its having been set aside. */
  readonly appeal: 'open' | 'upheld' | 'restored' | null;
  readonly appealTextId: string | null;
  readonly sequence: bigint;
};
export type LinkFound = {
  readonly fromId: string;
  readonly how: 'merged-into' | 'split-into' | 'part-of';
  readonly toId: string;
  /** Title text of the proposal at the other end, or name of the commitment. */
  readonly titleTextId: string | null;
  readonly commitment: { readonly number: number; readonly title: Name } | null;
};
export type LinkView = {
  readonly how: LinkFound['how'];
  readonly id: string;
  readonly title: TextView | null;
  readonly commitment: LinkFound['commitment'];
};
export type ProposalView = Omit<ProposalFound, 'sequence'> & {
  readonly title: TextView | null;
  readonly body: TextView | null;
  readonly reason: TextView | null;
  /** Where it went, and what came into it. */
  readonly forward: readonly LinkView[];
  readonly back: readonly LinkView[];
};
export type ProposalRows = TextRows & {
  readonly proposalsOf: (
    cycleId: string,
    filter: ProposalFilter,
    after: bigint | null,
    take: number,
  ) => Promise<readonly ProposalFound[]>;
  readonly proposalBy: (id: string) => Promise<ProposalFound | undefined>;
  /** Links that begin or end at these; the other end is looked up. */
  readonly linksFrom: (ids: readonly string[]) => Promise<readonly LinkFound[]>;
  readonly linksTo: (ids: readonly string[], take: number) => Promise<readonly LinkFound[]>;
  readonly proposalCounts: (
    cycleId: string,
  ) => Promise<readonly { readonly state: string; readonly count: number }[]>;
  readonly proposalThemes: (cycleId: string) => Promise<readonly string[]>;
};

const BACK = 200;

const views = async (
  rows: ProposalRows,
  found: readonly ProposalFound[],
): Promise<readonly ProposalView[]> => {
  const ids = found.map((one) => one.id);
  const [from, to] = [await rows.linksFrom(ids), await rows.linksTo(ids, BACK)];
  const texts = await rows.textsOf(
    [
      ...found.flatMap((one) => [one.titleTextId, one.bodyTextId, one.reasonTextId]),
      ...[...from, ...to].map((one) => one.titleTextId),
    ].flatMap((id) => id ?? []),
  );
  const link = (one: LinkFound, id: string): LinkView => ({
    how: one.how,
    id,
    title: textIn(texts, one.titleTextId),
    commitment: one.commitment,
  });
  return found.map(({ sequence: _, ...one }) => ({
    ...one,
    title: textIn(texts, one.titleTextId),
    body: textIn(texts, one.bodyTextId),
    reason: textIn(texts, one.reasonTextId),
    forward: from.filter(({ fromId }) => fromId === one.id).map((each) => link(each, each.toId)),
    back: to.filter(({ toId }) => toId === one.id).map((each) => link(each, each.fromId)),
  }));
};

/** Proposals of a cycle and where each went; the oldest first. */
export const proposals = async (
  rows: ProposalRows,
  cycleId: string,
  filter: ProposalFilter,
  cursor: string | undefined,
  take = PER_PAGE,
): Promise<Page<ProposalView>> => {
  const after = cursor && /^\d{1,18}$/.test(cursor) ? BigInt(cursor) : null;
  const found = await rows.proposalsOf(cycleId, filter, after, take + 1);
  const page = found.slice(0, take);
  return {
    items: await views(rows, page),
    next: found.length > take ? String(page.at(-1)?.sequence) : null,
  };
};

/** One proposal with its lineage both ways. */
export const proposal = async (rows: ProposalRows, id: string): Promise<ProposalView | undefined> => {
  const found = await rows.proposalBy(id);
  return found && (await views(rows, [found]))[0];
};
