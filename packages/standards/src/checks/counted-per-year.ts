import { addDays, addMonths, type Day } from '../day.ts';
import type { Finding } from '../standing.ts';

type Counted = {
  readonly from: Day;
  readonly until: Day;
  readonly asOf: Day;
  readonly days: readonly Day[];
  readonly atLeast: number;
};
type Year = { readonly from: Day; readonly until: Day; readonly count: number };

const yearsOf = ({ from, until, asOf, days }: Counted): readonly Year[] => {
  const year = (number: number): readonly Year[] => {
    const first = addMonths(from, 12 * number);
    const last = addDays(addMonths(from, 12 * (number + 1)), -1);
    if (first > asOf || first > until) return [];
    return [
      {
        from: first,
        until: last,
        count: days.filter((day) => day >= first && day <= last && day <= until && day <= asOf).length,
      },
      ...year(number + 1),
    ];
  };
  return year(0);
};

/**
 * Last days by which a year must have enough: of the year before when it had too few, and of the running year; of the next
 * year when the running one has enough.
 */
export const daysOfTheYearsDueOn = ({
  from,
  asOf,
  days,
  atLeast,
}: Omit<Counted, 'until'>): readonly Day[] => {
  const [before, running] = [
    undefined,
    undefined,
    ...yearsOf({ from, until: asOf, asOf, days, atLeast }),
  ].slice(-2);
  const missed = before && before.count < atLeast ? [before.until] : [];
  if (running === undefined) return [addDays(addMonths(from, 12), -1)];
  const enough = running.count >= atLeast;
  return [...missed, enough ? addDays(addMonths(addDays(running.until, 1), 12), -1) : running.until];
};

/**
 * Something that must happen a number of times a year. Years count from the first day. A full year is met or unmet; the
 * running one is open until it is full or has enough. A rest shorter than a year at the end is not judged.
 */
export const countedPerYear = (counted: Counted): Finding => {
  const { asOf, until, atLeast } = counted;
  const years = yearsOf(counted);
  const full = years.filter((year) => year.until < asOf && year.until <= until);
  const running = years.find((year) => year.until >= asOf || year.until > until);
  const poor = full.find((year) => year.count < atLeast);
  const evidence = {
    atLeast,
    fullYears: full.length,
    thisYear: running?.count ?? null,
    yearTooFewFrom: poor?.from ?? null,
  };
  if (poor !== undefined) return { status: 'unmet', why: 'too-few-in-a-year', evidence };
  if (full.length > 0 || (running?.count ?? 0) >= atLeast)
    return { status: 'met', why: 'enough-every-year', evidence };
  return { status: 'not-yet', why: 'year-not-over', evidence };
};
