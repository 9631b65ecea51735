import { describe, expect, it } from 'vitest';
import { countsAs } from './counts-as.ts';

const duty = (state: string, late = false, silent = false) => countsAs({ state, late, silent });

describe('a duty counts', () => {
  it('as open until it is discharged, and then as met in time', () => {
    expect([duty('open'), duty('discharged')]).toEqual(['open', 'onTime']);
  });
  it('as late once its day has passed, whether it was discharged since or not', () => {
    expect([duty('open', true), duty('discharged', true)]).toEqual(['late', 'late']);
  });
  it('as silence once that was stated, whatever came later', () => {
    expect(['open', 'discharged', 'withdrawn'].map((state) => duty(state, true, true))).toEqual([
      'silent',
      'silent',
      'silent',
    ]);
  });
  it('as nothing when it was withdrawn', () => {
    expect([duty('withdrawn'), duty('withdrawn', true)]).toEqual([undefined, undefined]);
  });
});
