import type { Lang } from '@madang/contracts';
import { gramsAsked, wordsOf } from '../domain/bigrams.ts';
import type { Name } from '../domain/name-on.ts';

export type Hit = {
  readonly kind:
    | 'forum'
    | 'commitment'
    | 'institution'
    | 'proposal'
    | 'contribution'
    | 'response'
    | 'meeting'
    | 'decision'
    | 'cycle'
    | 'other';
  readonly id: string;
  /** Path of the page that shows it, after its language; null where no page does. */
  readonly place: string | null;
  /** Where it belongs: its forum, and whether that is a rehearsal. */
  readonly forum: { readonly name: Name; readonly rehearsal: boolean } | null;
  readonly lang: Lang;
  /** The words around the first place where something was found; at most 240 characters. */
  readonly excerpt: string;
};
export type SearchRows = {
  /** Names and texts that hold all bigrams and all words; the newest texts first after the names. */
  readonly search: (
    grams: readonly string[],
    words: readonly string[],
    from: number,
    take: number,
  ) => Promise<readonly HitFound[]>;
  /** What texts are translations of. */
  readonly ownersOf: (textIds: readonly string[]) => Promise<ReadonlyMap<string, Owner>>;
  /** A contribution that each answer covers. */
  readonly answeredBy: (responseIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly forumsOf: (
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, { readonly name: Name; readonly rehearsal: boolean }>>;
};
export type Owner = { readonly kind: string; readonly id: string };
export type HitFound = Owner & {
  readonly lang: Lang;
  readonly words: string;
  readonly forumId: string | null;
  /** The text it is a translation of. */
  readonly translationOf: string | null;
};
export type Found = {
  readonly hits: readonly Hit[];
  readonly next: number | null;
  /** Nothing could be looked up: not one word has two characters. */
  readonly tooShort: boolean;
};

const PER_PAGE = 20;
const LAST = 1000;
const KINDS = [
  'forum',
  'commitment',
  'institution',
  'proposal',
  'contribution',
  'response',
  'meeting',
  'decision',
  'cycle',
] as const;

const excerptOf = (text: string, word: string | undefined): string => {
  const at = Math.max(0, word ? text.toLowerCase().indexOf(word) : 0);
  const from = Math.max(0, at - 60);
  const cut = [...text.slice(from, at + 180)].join('').replace(/\s+/g, ' ').trim();
  return `${from > 0 ? '… ' : ''}${cut}${at + 180 < text.length ? ' …' : ''}`;
};

const PAGES: Readonly<Record<string, string>> = {
  forum: 'forums',
  commitment: 'commitments',
  institution: 'institutions',
  proposal: 'proposals',
  contribution: 'contributions',
  cycle: 'cycles',
};
const placeOf = (
  { kind, id }: Owner,
  forumId: string | null,
  answered: ReadonlyMap<string, string>,
): string | null => {
  if (kind === 'response') return answered.has(id) ? `/contributions/${answered.get(id)}` : null;
  if (kind === 'meeting' || kind === 'decision') return forumId && `/forums/${forumId}#${kind}-${id}`;
  return PAGES[kind] ? `/${PAGES[kind]}/${id}` : null;
};

/** Each hit with the page that shows it: a translation where its text is, an answer where it was given. */
const placed = async (
  rows: SearchRows,
  found: readonly HitFound[],
  word: string | undefined,
): Promise<readonly Hit[]> => {
  const owners = await rows.ownersOf(found.flatMap((one) => one.translationOf ?? []));
  const owned = found.map((one) => {
    const owner = one.translationOf === null ? undefined : owners.get(one.translationOf);
    return { ...one, ...owner };
  });
  const answered = await rows.answeredBy(owned.flatMap((one) => (one.kind === 'response' ? [one.id] : [])));
  const forums = await rows.forumsOf([...new Set(owned.flatMap((one) => one.forumId ?? []))]);
  return owned.map((one) => ({
    kind: KINDS.find((kind) => kind === one.kind) ?? 'other',
    id: one.id,
    place: placeOf(one, one.forumId, answered),
    forum: (one.forumId && forums.get(one.forumId)) || null,
    lang: one.lang,
    excerpt: excerptOf(one.words, word),
  }));
};

/** Searches all that is public, in Korean and English, by every word of what is asked. */
export const search = async (rows: SearchRows, asked: string, from = 0): Promise<Found> => {
  const words = wordsOf(asked.slice(0, 200)).slice(0, 12);
  const grams = gramsAsked(words);
  if (grams.length === 0) return { hits: [], next: null, tooShort: true };
  const found = await rows.search(grams, words, from, PER_PAGE + 1);
  return {
    hits: await placed(rows, found.slice(0, PER_PAGE), words[0]),
    next: found.length > PER_PAGE && from + PER_PAGE < LAST ? from + PER_PAGE : null,
    tooShort: false,
  };
};
