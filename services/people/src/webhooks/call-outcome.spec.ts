import { describe, expect, it } from 'vitest';
import { callOutcome, isCallDue, PAUSES } from './call-outcome.ts';

describe('an answer to a call', () => {
  it('of 2xx took it; 410 wants no more', () => {
    expect(callOutcome(204, 1, PAUSES)).toBe('accepted');
    expect(callOutcome(410, 1, PAUSES)).toBe('gone');
  });
  it('of anything else, a redirect or silence too, is tried again, and after the last try given up', () => {
    for (const answered of [undefined, 301, 400, 429, 500]) {
      expect(callOutcome(answered, PAUSES.length, PAUSES)).toBe('failed');
      expect(callOutcome(answered, PAUSES.length + 1, PAUSES)).toBe('given-up');
    }
  });
});

describe('a call', () => {
  const now = '2026-01-01T00:01:00.000Z';
  it('goes out at once the first time, then after pauses that grow', () => {
    expect(isCallDue({ attempts: 0, triedAt: null }, now, PAUSES)).toBe(true);
    expect(isCallDue({ attempts: 1, triedAt: '2026-01-01T00:00:55.001Z' }, now, PAUSES)).toBe(false);
    expect(isCallDue({ attempts: 1, triedAt: '2026-01-01T00:00:55.000Z' }, now, PAUSES)).toBe(true);
    expect(isCallDue({ attempts: 2, triedAt: '2026-01-01T00:00:55.000Z' }, now, PAUSES)).toBe(false);
  });
});
