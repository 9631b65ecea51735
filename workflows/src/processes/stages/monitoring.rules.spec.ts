import { describe, expect, it } from 'vitest';
import { nameOf, nextTurn, turnsOf } from './monitoring.rules.ts';

const window = (number: number, opensAt: string, closesAt: string) => ({
  windowId: `w${number}`,
  number,
  from: '',
  until: '',
  closesOn: '',
  opensAt,
  closesAt,
});
const turns = turnsOf(
  { windows: [window(1, '2026-07', '2026-08'), window(2, '2027-01', '2027-02')], endsAt: '2027-04' },
  '2026-12',
);

describe('a plan that is carried out', () => {
  it('is reported on in each window, assessed when its time is over, closed when nobody is awaited', () => {
    expect(turns.map(nameOf)).toEqual([
      'open-window/1',
      'close-window/1',
      'assess',
      'open-window/2',
      'close-window/2',
      'close-cycle',
    ]);
  });
  it('goes on with the first turn that was not taken', () => {
    expect(nextTurn(turns, new Set(['open-window/1', 'close-window/1']))).toMatchObject({ does: 'assess' });
    expect(nextTurn(turns, new Set(turns.map(nameOf)))).toBeUndefined();
  });
});
