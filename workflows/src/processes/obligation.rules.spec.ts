import { describe, expect, it } from 'vitest';
import { nextRung } from './obligation.rules.ts';

const ladder = [
  { rung: 'due-1d' as const, at: '2026-01-01' },
  { rung: 'due' as const, at: '2026-01-02' },
  { rung: 'silent' as const, at: '2026-01-30' },
];

describe('the ladder of an open obligation', () => {
  it('is climbed from its first rung', () => {
    expect(nextRung({ ladder }, null)).toEqual(ladder[0]);
  });
  it('is climbed rung by rung', () => {
    expect(nextRung({ ladder }, 'due-1d')).toEqual(ladder[1]);
  });
  it('ends with its last rung', () => {
    expect(nextRung({ ladder }, 'silent')).toBeUndefined();
  });
  it('is climbed from the start when the last rung was on an older ladder', () => {
    expect(nextRung({ ladder }, 'due-7d')).toEqual(ladder[0]);
  });
});
