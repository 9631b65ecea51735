import type { StageDates } from '@madang/contracts';

/** Where a dated stage lies from a moment: behind, around or before it. */
export const partOfTimetable = (
  { opensAt, closesAt }: Pick<StageDates, 'opensAt' | 'closesAt'>,
  now: string,
): 'past' | 'now' | 'next' => (closesAt < now ? 'past' : opensAt <= now ? 'now' : 'next');
