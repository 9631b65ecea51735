import { describe, expect, it } from 'vitest';
import { groupNotices, toldIn, type Waiting } from './group-notices.ts';

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
  ...{ reasonCode: null, dueOn: null, raisedAt: '2026-01-01T00:00:00.000Z', attempts: 0, ...more },
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
  it('tell the last turn of an obligation alone, and every turn of a submission', () => {
    const answers = [waiting('7', { submissionId: 'c' }), waiting('8', { submissionId: 'c' })];
    expect(toldIn([...some.slice(0, 3), ...answers]).map(({ id }) => id)).toEqual(['2', '3', '7', '8']);
  });
});
