import { gramsAsked, wordsOf } from '../domain/bigrams.ts';
import { type Lack, lacking } from '../domain/lacking.ts';
import { likeness } from '../domain/likeness.ts';
import type { Name } from '../domain/name-on.ts';
import type { Draft } from './commitments.ts';
import type { Page } from './contributions.ts';
import {
  type ProposalFilter,
  type ProposalFound,
  type ProposalRows,
  type ProposalView,
  proposals,
} from './proposals.ts';
import { type TextView, textIn } from './texts.ts';

export type DraftedFound = {
  readonly id: string;
  readonly number: number;
  readonly title: Name;
  readonly state: 'draft' | 'adopted' | 'withdrawn';
  readonly leadInstitutionId: string;
  readonly version: number;
  readonly on: string;
  readonly draft: Draft;
  readonly proposals: number;
  readonly causes: number;
  readonly contributions: number;
};
export type DraftedView = Omit<DraftedFound, 'draft'> & {
  readonly milestones: number;
  readonly lacks: readonly Lack[];
};
/** A proposal by its first words. */
export type ProposalNamed = Pick<ProposalFound, 'id' | 'state' | 'theme'> & {
  readonly title: TextView | null;
};
/** A proposal on the desk, with how many others are much like it. */
export type ProposalOnDesk = ProposalView & { readonly alike: number };
export type Banded = {
  readonly id: string;
  readonly title: readonly string[] | null;
  readonly body: readonly string[] | null;
};
export type DraftingRows = ProposalRows & {
  /** Every commitment of a cycle with its latest version, by number; withdrawn ones at the end. */
  readonly draftedIn: (cycleId: string, take: number) => Promise<readonly DraftedFound[]>;
  readonly proposalsBy: (ids: readonly string[]) => Promise<readonly ProposalFound[]>;
  /** Proposals of a cycle that hold all bigrams and all words in their title or text, those still open first. */
  readonly proposalsWith: (
    cycleId: string,
    grams: readonly string[],
    words: readonly string[],
    take: number,
  ) => Promise<readonly ProposalFound[]>;
  readonly appealedProposals: (cycleId: string) => Promise<readonly string[]>;
  /** Open proposals of its cycle that share a band with one, and the bigrams of each; that one among them. */
  readonly proposalsBandedWith: (id: string, take: number) => Promise<readonly Banded[]>;
};

/** Commitments of a cycle, withdrawn ones too: their numbers go up to 500. */
const MOST = 1000;
/** Share of bigrams from which on proposals are suggested as alike. */
const ALIKE = 0.5;
const likest = (one: Banded, other: Banded): number =>
  Math.max(likeness(one.title ?? [], other.title ?? []), likeness(one.body ?? [], other.body ?? []));

/** What the secretariat reads to draft commitments. */
export const drafting = (rows: DraftingRows) => {
  const named = async (found: readonly ProposalFound[]): Promise<readonly ProposalNamed[]> => {
    const texts = await rows.textsOf(found.map((one) => one.titleTextId));
    return found.map(({ id, state, theme, titleTextId }) => ({
      ...{ id, state, theme },
      title: textIn(texts, titleTextId),
    }));
  };
  const alikeProposals = async (id: string) => {
    const found = await rows.proposalsBandedWith(id, 200);
    const self = found.find((one) => one.id === id);
    return found
      .flatMap((one) => (self && one !== self ? [{ id: one.id, likeness: likest(self, one) }] : []))
      .filter((one) => one.likeness >= ALIKE)
      .toSorted((a, b) => b.likeness - a.likeness)
      .slice(0, 50);
  };
  return {
    /** Open proposals that are much like one, the likest first: suggested, and confirmed by a person. */
    alikeProposals,
    /** A page of proposals with how many others each is much like. */
    proposalsOnDesk: async (
      cycleId: string,
      filter: ProposalFilter,
      cursor: string | undefined,
    ): Promise<Page<ProposalOnDesk>> => {
      const { items, next } = await proposals(rows, cycleId, filter, cursor);
      const shown: ProposalOnDesk[] = [];
      for (const one of items)
        shown.push({ ...one, alike: one.state === 'received' ? (await alikeProposals(one.id)).length : 0 });
      return { items: shown, next };
    },
    /** Appeals for proposals of a cycle that wait for a decision. */
    appealedProposals: rows.appealedProposals,
    /** Commitments of a cycle, what stage each is at and what it still lacks. */
    drafted: async (cycleId: string): Promise<readonly DraftedView[]> =>
      (await rows.draftedIn(cycleId, MOST)).map(({ draft, ...one }) => ({
        ...one,
        milestones: draft.milestones.length,
        lacks: one.state === 'withdrawn' ? [] : lacking(draft, one.proposals + one.causes),
      })),
    /** Proposals by their ids, in the order in which they were received. */
    proposalsNamed: async (ids: readonly string[]) =>
      ids.length === 0 ? [] : named(await rows.proposalsBy(ids.slice(0, 200))),
    /** Proposals of a cycle in whose words something is found; at most 25. */
    findProposals: async (cycleId: string, asked: string) => {
      const words = wordsOf(asked.slice(0, 200)).slice(0, 12);
      const grams = gramsAsked(words);
      return grams.length === 0 ? [] : named(await rows.proposalsWith(cycleId, grams, words, 25));
    },
  };
};
export type Drafting = ReturnType<typeof drafting>;
