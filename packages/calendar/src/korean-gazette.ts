import * as presets from '@hyunbinseo/holidays-kr/all';
import type { Holiday } from './holiday.ts';

/** First and last year announced by the gazette (월력요항) and held by the library. */
export const gazetteYears = { from: 2018, until: 2027 } as const;

const years: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = presets;

/** Korea's public holidays of a year as announced, elections and one-off holidays included; null for a year not held. */
export const koreanGazette = (year: number): readonly Holiday[] | null => {
  const held = years[`y${year}`];
  return held === undefined
    ? null
    : Object.entries(held).map(([day, names]) => ({ day, name: names.join(', '), provisional: false }));
};
