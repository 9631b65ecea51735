import { describe, expect, it } from 'vitest';
import { completionOf } from './completion-of.ts';

describe('completion of a commitment', () => {
  it('is not known without any report', () => {
    expect(completionOf([])).toBe('no-evidence-available');
    expect(completionOf([undefined, 'no-evidence-available'])).toBe('no-evidence-available');
  });
  it('is complete only when every milestone is', () => {
    expect(completionOf(['complete', 'complete'])).toBe('complete');
    expect(completionOf(['complete', undefined])).toBe('substantial');
  });
  it('is not started when nothing reported has begun', () =>
    expect(completionOf(['not-started', undefined])).toBe('not-started'));
  it('is substantial when half of all milestones are far, else limited', () => {
    expect(completionOf(['substantial', 'limited'])).toBe('substantial');
    expect(completionOf(['substantial', 'limited', undefined])).toBe('limited');
    expect(completionOf(['limited', 'not-started'])).toBe('limited');
  });
});
