import { describe, expect, it } from 'vitest';
import type { DraftGround } from './draft-ground.ts';
import { fieldAt, templateOf } from './draft-template.ts';

const nobody = { commitment: undefined } as unknown as DraftGround;
const typed = {
  ...{ number: '4', 'title-ko': ' 회의 공개 ', 'title-en': 'Open meetings', lead: 'moi', from: '2026-01-01' },
  ...{ until: '2027-12-31', problem: '문제', solution: '해결', results: '결과', lang: 'ko', budget: '' },
  ...{ values: 'transparency', sdg: '16.6, 16.10, 16.6', themes: '데이터, 청년' },
  ...{
    'milestone-1': 'a',
    'milestone-1-ko': '하나',
    'milestone-1-en': 'One',
    'milestone-1-due': '2026-06-30',
  },
  ...{ 'milestone-7': 'b', 'milestone-7-ko': '둘', 'milestone-7-en': 'Two', 'milestone-7-due': '2026-12-31' },
  ...{ 'milestone-7-lead': 'msit', 'milestone-7-output': '회의록' },
};

describe('a draft as it was typed', () => {
  it('is the template: lists by their commas, each thing once', () =>
    expect(templateOf(typed, nobody)).toMatchObject({
      ...{ number: 4, title: { ko: '회의 공개', en: 'Open meetings' }, values: ['transparency'] },
      ...{ sdgTargets: ['16.6', '16.10'], themes: ['데이터', '청년'], supporters: [] },
    }));
  it('has milestones led by its own lead where none was chosen', () =>
    expect(templateOf(typed, nobody).milestones).toEqual([
      { milestoneId: 'a', name: { ko: '하나', en: 'One' }, dueOn: '2026-06-30', leadInstitutionId: 'moi' },
      {
        ...{
          milestoneId: 'b',
          name: { ko: '둘', en: 'Two' },
          dueOn: '2026-12-31',
          leadInstitutionId: 'msit',
        },
        expectedOutput: { lang: 'ko', text: '회의록' },
      },
    ]));
  it('keeps the contact of a milestone, which the form does not show', () => {
    const before = { commitment: { milestones: [{ milestoneId: 'a', contactPostId: 'p' }] } };
    expect(templateOf(typed, before as unknown as DraftGround).milestones[0]).toMatchObject({
      contactPostId: 'p',
    });
  });
  it('leaves out what was left empty', () => {
    const less = templateOf({ ...typed, themes: ' ', budget: '' }, nobody);
    expect(['themes' in less, 'budgetLink' in less]).toEqual([false, false]);
  });
});

describe('what is wrong with a draft', () => {
  it('is said beside the field it is in, also in a row', () => {
    const at = (...path: readonly (string | number)[]) => fieldAt(path, typed);
    expect(at('number')).toBe('number');
    expect(at('title', 'en')).toBe('title-en');
    expect(at('problem', 'text')).toBe('problem');
    expect(at('milestones', 1, 'name', 'ko')).toBe('milestone-7-ko');
    expect(at('milestones', 1, 'expectedOutput', 'text')).toBe('milestone-7-output');
    expect(at('elsewhere')).toBeUndefined();
  });
});
