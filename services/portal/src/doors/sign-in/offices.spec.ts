import { describe, expect, it } from 'vitest';
import { actorIn, officesFrom } from './offices-of.ts';

const [one, other, ministry] = ['one', 'other', 'ministry'];
const grant = (role: 'secretariat' | 'ministry' | 'member' | 'operator', more: object = {}) => ({
  ...{ forumId: one, role, institutionId: null, ...more },
});

describe('the offices of somebody', () => {
  it('are their roles together in one forum, and apart in another', () => {
    const grants = [grant('secretariat'), grant('member'), grant('secretariat', { forumId: other })];
    expect(officesFrom(grants)).toEqual([
      { forumId: one, institutionId: null, roles: ['secretariat', 'member'] },
      { forumId: other, institutionId: null, roles: ['secretariat'] },
    ]);
  });
  it('for an institution are apart from all else', () => {
    const grants = [grant('member'), grant('ministry', { institutionId: ministry })];
    expect(officesFrom(grants)).toHaveLength(2);
  });
  it('make an actor whose roles hold in that forum alone', () => {
    const [office] = officesFrom([grant('ministry', { institutionId: ministry })]);
    expect(office && actorIn('person', office)).toEqual({
      ...{ id: 'person', roles: ['ministry'], institutionId: ministry, forumIds: [one] },
    });
  });
});
