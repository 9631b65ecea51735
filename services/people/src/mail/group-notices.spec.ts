import { describe, expect, it } from 'vitest';
import { groupNotices, hasGathered, toldIn, type Waiting } from './group-notices.ts';

const waiting = (id: string, more: Partial<Waiting>): Waiting => ({
  ...{
    id,
    forumId: 'f',
    personId: 'p',
    about: 'reminded',
    obligationId: null,
    ballotId: null,
    submissionId: null,
  },
  ...{
    reasonCode: null,
    dueOn: null,
    raisedAt: '2026-01-01T00:00:00.000Z',
    attempts: 0,
    toldAt: '2026-01-01T00:00:00.000Z',
    ...more,
  },
});
const ids = (groups: readonly (readonly Waiting[])[]) => groups.map((group) => group.map(({ id }) => id));

const some = [
  waiting('1', { obligationId: 'a' }),
  waiting('2', { obligationId: 'a', about: 'overdue' }),
  waiting('3', { obligationId: 'b' }),
  waiting('4', { submissionId: 'c', about: 'answered' }),
  waiting('5', { about: 'verify-address' }),
  waiting('6', { obligationId: 'a', personId: 'q' }),
];

describe('notices that wait', () => {
  it('go out in one mail for each person and subject', () => {
    expect(ids(groupNotices(some, () => false))).toEqual([['1', '2'], ['3'], ['4'], ['5'], ['6']]);
  });
  it('go out in one mail for each person who gathers them, but for a link that verifies', () => {
    expect(ids(groupNotices(some, () => true))).toEqual([['1', '2', '3', '4'], ['5'], ['6']]);
  });
  it('wait some minutes for more about their subject, counted from the first, but for a link that verifies', () => {
    const mail = [waiting('1', {}), waiting('2', { toldAt: '2026-01-01T00:01:00.000Z' })];
    expect(hasGathered(mail, '2026-01-01T00:01:59.000Z', 120_000)).toBe(false);
    expect(hasGathered(mail, '2026-01-01T00:02:00.000Z', 120_000)).toBe(true);
    expect(
      hasGathered([waiting('3', { about: 'verify-address' })], '2026-01-01T00:00:01.000Z', 120_000),
    ).toBe(true);
  });
  it('tell the last turn of an obligation alone, and every turn of a submission', () => {
    const answers = [waiting('7', { submissionId: 'c' }), waiting('8', { submissionId: 'c' })];
    expect(toldIn([...some.slice(0, 3), ...answers]).map(({ id }) => id)).toEqual(['2', '3', '7', '8']);
  });
});
