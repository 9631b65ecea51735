import { describe, expect, it } from 'vitest';
import { allEvents, mayHear, PeopleFactsOf } from './index.ts';

describe('the facts of an aggregate', () => {
  it('that are not public so far are told to officials alone', () => {
    const hidden = allEvents.map((one) => one.type).filter((type) => !mayHear(['citizen'], type));
    expect(hidden).toEqual(
      expect.arrayContaining([
        ...['commitments.cluster.named.v1', 'commitments.response.drafted.v1'],
        ...['commitments.import.grew.v1', 'commitments.import-chunk.staged.v1'],
      ]),
    );
    expect(hidden).not.toContain('commitments.response.published.v1');
    for (const role of ['secretariat', 'ministry', 'operator'] as const)
      expect(hidden.filter((type) => !mayHear([role], type))).toEqual([]);
    for (const role of ['member', 'co-chair', 'citizen'] as const)
      expect(mayHear([role], 'commitments.response.drafted.v1')).toBe(false);
  });
  it('of people are for operators', () => {
    expect(PeopleFactsOf.by).toEqual(['operator']);
  });
});
