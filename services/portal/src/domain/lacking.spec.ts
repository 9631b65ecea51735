import { describe, expect, it } from 'vitest';
import { type Drafted, lacking } from './lacking.ts';

const text = { textId: 't', lang: 'ko', length: 1, visibility: 'public', digest: 'd' } as const;
const name = { ko: '하나', en: 'One' };
const milestone = { milestoneId: 'm', name, dueOn: '2026-12-31', leadInstitutionId: 'i' };
const whole: Drafted = {
  ...{ number: 1, title: name, leadInstitutionId: 'i', values: ['transparency'], sdgTargets: ['16.6'] },
  ...{
    periodFrom: '2026-01-01',
    periodUntil: '2027-12-31',
    budgetLink: 'https://example.org/',
    themes: ['데이터'],
  },
  ...{ problem: text, solution: text, results: text, supporters: [{ name, sector: 'civil-society' }] },
  milestones: [{ ...milestone, expectedOutput: text }],
};

describe('a draft in the OGP template', () => {
  it('lacks nothing when everything the template asks for is there', () =>
    expect(lacking(whole, 1)).toEqual([]));
  it('lacks where it came from without a proposal or a contribution', () =>
    expect(lacking(whole, 0)).toEqual(['origin']));
  it('lacks civil society where only government supports it', () =>
    expect(lacking({ ...whole, supporters: [{ name, sector: 'government' }] }, 1)).toEqual([
      'civil-society',
    ]));
  it('lacks the expected output of any one milestone', () =>
    expect(lacking({ ...whole, milestones: [...whole.milestones, milestone] }, 1)).toEqual([
      'expected-output',
    ]));
  it('lacks dates of its own where every milestone is due on the last day', () =>
    expect(
      lacking({ ...whole, milestones: [{ ...milestone, expectedOutput: text, dueOn: '2027-12-31' }] }, 1),
    ).toEqual(['own-dates']));
  it('says everything that it lacks, in the order of the template', () => {
    const { budgetLink: _, themes: __, ...bare } = whole;
    expect(lacking({ ...bare, sdgTargets: [] }, 1)).toEqual(['theme', 'sdg', 'budget']);
  });
});
