import { describe, expect, it } from 'vitest';
import { ladderFor } from './ladder.ts';

const seoul = { zone: 'Asia/Seoul', country: 'KR', rulePack: 'ogp-2022' } as const;
const rungs = (imposedAt: string) => ladderFor(seoul, '2026-03-20', imposedAt).map(({ rung }) => rung);

describe('the ladder of an obligation', () => {
  it('has every rung when there is time enough', () => {
    expect(rungs('2026-03-01T00:00:00.000Z')).toEqual([
      'due-7d',
      'due-3d',
      'due-1d',
      'due',
      'overdue',
      'escalate-1',
      'escalate-2',
      'silent',
    ]);
  });
  it('leaves out reminders for days that are over', () => {
    expect(rungs('2026-03-15T00:00:00.000Z')[0]).toBe('due-3d');
  });
  it('keeps the due day and what follows even when it is over', () => {
    expect(rungs('2026-04-15T00:00:00.000Z')[0]).toBe('due');
  });
});
