import { ParticipationCounted } from '@madang/contracts';
import { happened } from '@madang/decider';
import { describe, expect, it } from 'vitest';
import { countParticipation } from '../../commands/count-participation.ts';
import { asking, dataOf, NOTHING, told } from '../../spec/asking.ts';
import { cycleId, forumId, otherForumId, theClock } from '../../spec/names.ts';
import { participation } from './evolve.ts';
import { shown } from './shown.ts';

const count = { cycleId, about: { region: '11', ageBand: '19-34' } };

describe('optional answers about oneself', () => {
  it('are counted apart from the person', () => {
    const decision = asking(countParticipation, count, { actor: theClock });
    expect(told(decision)).toEqual(['participation.counted']);
    expect(dataOf(decision)).toEqual([{ forumId, ...count }]);
  });
  it('that were not given are nothing to count', () =>
    expect(told(asking(countParticipation, { cycleId, about: {} }))).toEqual(NOTHING));
  it('take no other question', () =>
    expect(() => asking(countParticipation, { cycleId, about: { name: '홍길동' } })).toThrow());
  it('are not counted in the cycle of another forum', () => {
    const elsewhere = happened(participation.ref(cycleId), ParticipationCounted, {
      forumId: otherForumId,
      ...count,
      about: { region: '11' },
    });
    expect(told(asking(countParticipation, count, { facts: [elsewhere] }))).toEqual([
      'refused: unknown-cycle',
    ]);
  });
});

describe('a tally', () => {
  it('below five is hidden', () => expect([0, 4, 5, 6].map(shown)).toEqual([null, null, 5, 6]));
});
