import type { Saying } from '@madang/contracts';
import { inWords } from './sayings.rules.ts';
import { instantInWords } from './words-of-days.rules.ts';

/** Where a process stands: codes that every reader says in their own language. */
export type Place = {
  readonly stage: Saying;
  readonly waitingFor: Saying;
  readonly awaited: readonly string[];
  readonly until: string | null;
  readonly next: Saying;
};

const TITLES: Readonly<Record<string, string>> = {
  'action-plan-cycle': 'Action plan cycle',
  'forum-calendar': 'Calendar of the forum',
};
const titleOf = (process: string): string =>
  TITLES[process] ?? `${process.charAt(0).toUpperCase()}${process.slice(1)}`;

/** The parts of a place in English. */
export const wordsOf = ({ stage, waitingFor, next }: Place) => ({
  stage: inWords('stage', stage),
  waitingFor: inWords('waitingFor', waitingFor),
  next: inWords('next', next),
});

/** What Temporal's own pages show of a process, in Markdown: ids stay out, institutions are counted. */
export const placeInWords = (
  process: string,
  place: Place,
  zone: string,
  lastAct: { readonly type: string; readonly at: string } | null,
): string => {
  const { awaited, until } = place;
  const { stage, waitingFor, next } = wordsOf(place);
  const title = titleOf(process);
  const whom =
    awaited.length === 0 ? '' : ` (${awaited.length} institution${awaited.length === 1 ? '' : 's'})`;
  return [
    stage === process ? `**${title}**` : `**${title}: ${stage}**`,
    `Waits for: ${waitingFor}${whom}`,
    ...(until === null ? [] : [`Until: ${instantInWords(until, zone)}`]),
    `Then: ${next}`,
    ...(lastAct === null ? [] : [`Last act of people: ${lastAct.type}, ${instantInWords(lastAct.at, zone)}`]),
  ].join('  \n');
};
