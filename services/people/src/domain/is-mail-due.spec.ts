import { describe, expect, it } from 'vitest';
import { isMailDue } from './is-mail-due.ts';

const zone = 'Asia/Seoul';
// Friday evening in Seoul.
const raised = '2026-03-06T10:00:00.000Z';

describe('a mail', () => {
  it('goes out at once when nothing else was chosen, and never when none was', () => {
    expect(isMailDue('at-once', raised, raised, zone)).toBe(true);
    expect(isMailDue('none', raised, '2030-01-01T00:00:00.000Z', zone)).toBe(false);
  });
  it('of a daily digest waits for the next day of the forum', () => {
    expect(isMailDue('daily', raised, '2026-03-06T14:59:59.999Z', zone)).toBe(false);
    expect(isMailDue('daily', raised, '2026-03-06T15:00:00.000Z', zone)).toBe(true);
  });
  it('of a weekly digest waits for the next Monday of the forum', () => {
    expect(isMailDue('weekly', raised, '2026-03-08T14:59:59.999Z', zone)).toBe(false);
    expect(isMailDue('weekly', raised, '2026-03-08T15:00:00.000Z', zone)).toBe(true);
  });
});
