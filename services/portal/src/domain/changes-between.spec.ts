import { describe, expect, it } from 'vitest';
import { type Compared, changesBetween } from './changes-between.ts';

const milestone = {
  milestoneId: 'a',
  name: { ko: '목록', en: 'List' },
  dueOn: '2026-06-30',
  leadInstitutionId: 'i',
};
const version: Compared = {
  title: { ko: '데이터', en: 'Data' },
  leadInstitutionId: 'i',
  ...{ periodFrom: '2026-01-01', periodUntil: '2027-12-31' },
  values: ['transparency'],
  sdgTargets: ['16.6'],
  supporters: [],
  milestones: [milestone],
};

describe('two versions of a commitment', () => {
  it('differ in nothing when they are the same', () =>
    expect(changesBetween(version, version, 'ko')).toEqual([]));
  it('tell a milestone that came, one that went and one that is due on another day', () => {
    const later = { ...milestone, dueOn: '2026-12-31' };
    const other = { ...milestone, milestoneId: 'b' };
    expect(changesBetween(version, { ...version, milestones: [later, other] }, 'ko')).toEqual([
      { what: 'milestone-due', was: '2026-06-30', is: '2026-12-31', of: later },
      { what: 'milestone-added', of: other },
    ]);
    expect(changesBetween(version, { ...version, milestones: [] }, 'en')).toEqual([
      { what: 'milestone-dropped', of: milestone },
    ]);
  });
  it('tell another lead, title and what it serves', () => {
    const changed = { ...version, leadInstitutionId: 'j', values: ['transparency', 'inclusion'] };
    expect(changesBetween(version, changed, 'en').map((one) => one.what)).toEqual(['lead', 'values']);
  });
});
