import { describe, expect, it } from 'vitest';
import { actorIn, officesFrom } from './offices-of.ts';

const [one, other, ministry] = ['one', 'other', 'ministry'];
const grant = (role: 'secretariat' | 'ministry' | 'member' | 'operator', more: object = {}) => ({
  ...{ forumId: one, role, institutionId: null, from: '2026-01-01', until: null, ...more },
});

describe('the offices of somebody', () => {
  it('are their roles together in one forum, and apart in another', () => {
    const grants = [grant('secretariat'), grant('member'), grant('secretariat', { forumId: other })];
    expect(officesFrom(grants, '2026-03-01')).toEqual([
      { forumId: one, institutionId: null, roles: ['secretariat', 'member'] },
      { forumId: other, institutionId: null, roles: ['secretariat'] },
    ]);
  });
  it('for an institution are apart from all else', () => {
    const grants = [grant('member'), grant('ministry', { institutionId: ministry })];
    expect(officesFrom(grants, '2026-03-01')).toHaveLength(2);
  });
  it('are those that hold today, the first and the last day included', () => {
    const grants = [grant('member', { from: '2026-03-01', until: '2026-03-02' })];
    expect(
      ['2026-02-28', '2026-03-01', '2026-03-02', '2026-03-03'].map((day) => officesFrom(grants, day).length),
    ).toEqual([0, 1, 1, 0]);
  });
  it('make an actor whose roles hold in that forum alone', () => {
    const [office] = officesFrom([grant('ministry', { institutionId: ministry })], '2026-03-01');
    expect(office && actorIn('person', office)).toEqual({
      ...{ id: 'person', roles: ['ministry'], institutionId: ministry, forumIds: [one] },
    });
  });
});
