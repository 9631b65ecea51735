import { bigrams, wordsOf } from '../domain/bigrams.ts';
import { type Lack, lacking } from '../domain/lacking.ts';
import type { Name } from '../domain/name-on.ts';
import type { Draft } from './commitments.ts';
import type { ProposalFound } from './proposals.ts';
import { type TextRows, type TextView, textIn } from './texts.ts';

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
export type DraftingRows = TextRows & {
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
};

/** What the secretariat reads to draft commitments. */
export const drafting = (rows: DraftingRows) => {
  const named = async (found: readonly ProposalFound[]): Promise<readonly ProposalNamed[]> => {
    const texts = await rows.textsOf(found.map((one) => one.titleTextId));
    return found.map(({ id, state, theme, titleTextId }) => ({
      ...{ id, state, theme },
      title: textIn(texts, titleTextId),
    }));
  };
  return {
    /** Commitments of a cycle, what stage each is at and what it still lacks. */
    drafted: async (cycleId: string): Promise<readonly DraftedView[]> =>
      (await rows.draftedIn(cycleId, 200)).map(({ draft, ...one }) => ({
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
      const grams = bigrams(words.join(' '));
      return grams.length === 0 ? [] : named(await rows.proposalsWith(cycleId, grams, words, 25));
    },
  };
};
export type Drafting = ReturnType<typeof drafting>;
