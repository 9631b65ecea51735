import { describe, expect, it } from 'vitest';
import type { Forum } from './forum.ts';
import { watchSeats } from './watch-seats.ts';

const seat = (seatId: string, sector: string, ...spans: readonly (readonly [string, string])[]) => [
  seatId,
  { seatId, sector, holdings: spans.map(([from, until]) => ({ personId: seatId, from, until })) },
];
const table = (...seats: readonly unknown[]): Forum =>
  ({ seats: Object.fromEntries(seats as [string, unknown][]) }) as unknown as Forum;
const watched = (state: Forum, asOf: string) =>
  watchSeats(state, asOf, 30).map(({ requirement, dueOn }) => [requirement, dueOn]);

const term = ['2024-01-01', '2025-12-31'] as const;
const full = table(
  seat('a', 'civil-society', term),
  seat('b', 'civil-society', term),
  seat('c', 'government', term),
);

describe('a table whose mandates run', () => {
  it('is watched for their end, thirty days before', () => {
    expect(watchSeats(full, '2024-06-01', 30)).toEqual([
      { requirement: 'mandates', dueOn: '2025-12-31', warnOn: '2025-12-01' },
      { requirement: 'balance', dueOn: '2025-12-31', warnOn: '2025-12-01' },
    ]);
  });
  it('is not watched for a mandate that is followed by another', () => {
    const next = ['2026-01-01', '2027-12-31'] as const;
    const followed = table(seat('a', 'government', term, next), seat('b', 'government', next));
    expect(watched(followed, '2025-12-15')).toEqual([['mandates', '2027-12-31']]);
  });
});

describe('a table with empty seats', () => {
  it('is watched for the day on which they were left, and forgotten after a year', () => {
    const left = table(seat('a', 'government', ['2024-01-01', '2024-03-31']), seat('b', 'government', term));
    expect(watched(left, '2024-04-01')).toEqual([
      ['mandates', '2024-03-31'],
      ['mandates', '2025-12-31'],
    ]);
    expect(watched(left, '2025-05-01')).toEqual([['mandates', '2025-12-31']]);
  });
  it('of civil society is watched from the day on which one seat is left, until there are two again', () => {
    const gone = seat('b', 'civil-society', ['2024-01-01', '2024-02-05']);
    const one = table(seat('a', 'civil-society', term), gone);
    expect(watched(one, '2024-02-06')).toContainEqual(['balance', '2024-02-05']);
    const filled = table(
      seat('a', 'civil-society', term),
      gone,
      seat('n', 'civil-society', ['2024-08-20', '2025-12-31']),
    );
    expect(watched(filled, '2024-08-19')).toContainEqual(['balance', '2024-02-05']);
    expect(watched(filled, '2024-08-20')).not.toContainEqual(['balance', '2024-02-05']);
  });
  it('that never had two of civil society has lost none', () => {
    const never = table(seat('a', 'civil-society', term));
    expect(watched(never, '2024-02-01')).toEqual([['mandates', '2025-12-31']]);
  });
});
