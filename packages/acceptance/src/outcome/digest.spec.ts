import { describe, expect, it } from 'vitest';
import { idsOf } from '../rehearsal/ids.ts';
import { digestOf } from './digest.ts';
import type { Fact } from './facts.ts';

const runOf = (run: string, change: Partial<Fact> = {}): string => {
  const ids = idsOf(run);
  const made = idsOf(`${run} by processes`).of('obligation');
  const fact = {
    service: 'ministries' as const,
    sequence: 1,
    version: 1,
    commandId: ids.of('ask'),
    time: '2020-01-01T00:00:00.000Z',
  };
  const facts: readonly Fact[] = [
    {
      ...fact,
      subject: `institution/${ids.of('institution/A')}`,
      type: 'ministries.institution.registered.v1',
      data: { institutionId: ids.of('institution/A'), textId: ids.of(run) },
    },
    {
      ...fact,
      sequence: 2,
      subject: `obligation/${made}`,
      type: 'ministries.obligation.imposed.v1',
      data: { obligationId: made, institutionId: ids.of('institution/A'), kinds: ['b', 'a'] },
      ...change,
    },
  ];
  return digestOf(facts, ids.labelOf).digest;
};

describe('the digest of two runs', () => {
  it('is the same when only ids differ', () => expect(runOf('one')).toBe(runOf('two')));
  it('differs when a fact has another time', () =>
    expect(runOf('one')).not.toBe(runOf('one', { time: '2020-01-02T00:00:00.000Z' })));
  it('differs when a fact says something else', () =>
    expect(runOf('one')).not.toBe(runOf('one', { data: { kinds: ['a'] } })));
});
