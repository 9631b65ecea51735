import { addDays } from '@madang/calendar';
import { type Forum, holderOn, type Seat } from './forum.ts';

/** What the house watches at the table beyond the rule pack: mandates that end, and civil society that is down to one seat. */
export const seatWatches = ['mandates', 'balance'] as const;
export type SeatWatch = {
  readonly requirement: (typeof seatWatches)[number];
  readonly warnOn: string;
  /** Last day on which the seat is held, or on which civil society holds two seats. */
  readonly dueOn: string;
};

/** How long an empty seat is still spoken of. */
const REMEMBERED_DAYS = 366;
/** Korea's forum went on with one civil-society member from February 2024 (IRM Action Plan Review): a house rule, not one of OGP. */
const FEWEST_CIVIL_SEATS = 2;

const lastDayOf = (seat: Seat): string => seat.holdings.at(-1)?.until ?? '';
const civilOn = (seats: readonly Seat[], day: string): number =>
  seats.filter((seat) => seat.sector === 'civil-society' && holderOn(seat, day)).length;

/** Days on which mandates end: the next one, and those of seats that were left empty. */
const mandateDays = (seats: readonly Seat[], asOf: string): readonly string[] => {
  const days = [...new Set(seats.map(lastDayOf))].filter((day) => day !== '').toSorted();
  const next = days.find((day) => day >= asOf);
  const empty = days.filter((day) => day < asOf && day >= addDays(asOf, -REMEMBERED_DAYS));
  return next === undefined ? empty : [...empty, next];
};

/** Last days on which civil society holds enough seats: of the want that is, and of the next one to come. */
const balanceDays = (seats: readonly Seat[], asOf: string): readonly string[] => {
  const ends = seats.flatMap((seat) => seat.holdings.map((one) => one.until));
  const falls = [...new Set(ends)]
    .filter(
      (day) =>
        civilOn(seats, day) >= FEWEST_CIVIL_SEATS && civilOn(seats, addDays(day, 1)) < FEWEST_CIVIL_SEATS,
    )
    .toSorted();
  const now = civilOn(seats, asOf) < FEWEST_CIVIL_SEATS ? falls.filter((day) => day < asOf).slice(-1) : [];
  return [...now, ...falls.filter((day) => day >= asOf).slice(0, 1)];
};

/** What a forum's calendar watches at its table, as of a day. */
export const watchSeats = (state: Forum, asOf: string, warnDaysBefore: number): readonly SeatWatch[] => {
  const seats = Object.values(state.seats);
  const watch = (requirement: SeatWatch['requirement']) => (dueOn: string) => ({
    requirement,
    dueOn,
    warnOn: addDays(dueOn, -warnDaysBefore),
  });
  return [
    ...mandateDays(seats, asOf).map(watch('mandates')),
    ...balanceDays(seats, asOf).map(watch('balance')),
  ];
};
