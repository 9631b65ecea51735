import { describe, expect, it } from 'vitest';
import { nextUpdateDueOn } from './next-update-due-on.ts';

describe('a repository that is to be updated twice a year', () => {
  it('is due half a year after its last update', () => {
    expect(nextUpdateDueOn('ogp-2022', '2026-02-01', ['2025-06-01', '2026-01-10'])).toBe('2026-07-09');
  });
  it('is due half a year from today when it never was updated', () => {
    expect(nextUpdateDueOn('ogp-2022', '2026-02-01', [])).toBe('2026-07-31');
  });
});
