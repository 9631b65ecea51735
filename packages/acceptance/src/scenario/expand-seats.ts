import type { Scenario } from './scenario.ts';

type SeatOrder = Scenario['seats']['members'][number];

const numbered = (order: SeatOrder): readonly SeatOrder[] => {
  const { count, ...one } = order;
  if (count === undefined) return [one];
  return Array.from({ length: count }, (_, at) => ({
    ...one,
    seat: `${one.seat}-${at + 1}`,
    organisation: { ko: `${one.organisation.ko} ${at + 1}`, en: `${one.organisation.en} ${at + 1}` },
  }));
};

/** Writes out the seats that were ordered by number: `civil` five times becomes `civil-1` to `civil-5`. */
export const expandSeats = (scenario: Scenario): Scenario => ({
  ...scenario,
  seats: {
    ...scenario.seats,
    members: scenario.seats.members.flatMap(numbered),
    filled: scenario.seats.filled.flatMap((order) =>
      numbered(order).map((one) => ({ ...one, on: order.on })),
    ),
  },
});
