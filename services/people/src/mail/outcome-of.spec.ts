import { describe, expect, it } from 'vitest';
import { outcomeOf } from './outcome-of.ts';

describe('a mail that was not taken', () => {
  it('has bounced when the server says so of the recipient or of the mail for good', () => {
    expect(outcomeOf({ responseCode: 550, command: 'RCPT TO' })).toBe('bounced');
    expect(outcomeOf({ responseCode: 554, command: 'DATA' })).toBe('bounced');
  });
  it('is tried again after a passing failure, or one that is ours', () => {
    expect(outcomeOf({ responseCode: 451, command: 'RCPT TO' })).toBe('refused');
    expect(outcomeOf({ responseCode: 535, command: 'AUTH PLAIN' })).toBe('refused');
    expect(outcomeOf(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))).toBe('refused');
  });
});
