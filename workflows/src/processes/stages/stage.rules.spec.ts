import { describe, expect, it } from 'vitest';
import { careOf, isReadyFor, leadsOf, nextStage } from './stage.rules.ts';

describe('the stages of a cycle', () => {
  it('follow each other from drafting to monitoring', () => {
    expect(nextStage(undefined)).toBe('drafting');
    expect(nextStage('response')).toBe('approval');
    expect(nextStage('monitoring')).toBeUndefined();
  });
  it('are each under the care of a process', () => {
    expect(careOf('timetable')).toBeUndefined();
    expect(careOf('consultation')).toBe('consultation');
    expect(careOf('submission')).toBe('approval');
    expect(careOf('assessment')).toBe('monitoring');
  });
  it('wait for what must have happened before', () => {
    expect(isReadyFor('approval', { sealed: false, submitted: false })).toBe(false);
    expect(isReadyFor('approval', { sealed: true, submitted: false })).toBe(true);
    expect(isReadyFor('monitoring', { sealed: true, submitted: false })).toBe(false);
    expect(isReadyFor('drafting', { sealed: false, submitted: false })).toBe(true);
  });
});

describe('lead institutions', () => {
  const one = (commitmentId: string, leadInstitutionId: string, contributions = 0) => ({
    commitmentId,
    leadInstitutionId,
    contributions,
    number: 1,
    state: 'draft' as const,
    version: 1,
    milestones: [],
  });
  const matters = { commitments: [one('c2', 'b'), one('c1', 'b', 3), one('c3', 'a')] };
  it('are named once, with what they lead, in an order that does not depend on chance', () => {
    expect(leadsOf(matters, () => true)).toEqual([
      { institutionId: 'a', commitmentIds: ['c3'] },
      { institutionId: 'b', commitmentIds: ['c1', 'c2'] },
    ]);
  });
  it('are only those that are asked for', () => {
    expect(leadsOf(matters, ({ contributions }) => contributions > 0)).toEqual([
      { institutionId: 'b', commitmentIds: ['c1'] },
    ]);
  });
});
