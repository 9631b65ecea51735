import { describe, expect, it } from 'vitest';
import { reworked, rowsIn } from './draft-rows.ts';

const formId = '00000000-0000-4000-8000-000000000001';
const typed = {
  ...{
    number: '3',
    'milestone-1': 'a',
    'milestone-1-ko': '하나',
    'milestone-2': 'b',
    'milestone-2-ko': '둘',
  },
  ...{ 'milestone-10': 'c', 'supporter-1': '', 'supporter-1-ko': '참여연대' },
};

describe('the rows of a draft', () => {
  it('stand in the order of their numbers', () =>
    expect(rowsIn('milestone', typed)).toEqual(['milestone-1', 'milestone-2', 'milestone-10']));
  it('grow by a button, and keep what was typed', () => {
    const grown = reworked({ ...typed, do: 'add-milestone' }, formId) ?? {};
    expect(rowsIn('milestone', grown)).toEqual([...rowsIn('milestone', typed), 'milestone-11']);
    expect(grown).toMatchObject({ number: '3', 'milestone-2-ko': '둘' });
  });
  it('give a new milestone the same id however often the button is pressed on the same form', () => {
    const once = reworked({ ...typed, do: 'add-milestone' }, formId) ?? {};
    expect(reworked({ ...typed, do: 'add-milestone' }, formId)).toEqual(once);
    expect(once['milestone-11']).toMatch(/^[0-9a-f-]{36}$/);
  });
  it('lose one by a button, and nothing else', () => {
    const less = reworked({ ...typed, do: 'drop-milestone-1' }, formId) ?? {};
    expect(rowsIn('milestone', less)).toEqual(['milestone-2', 'milestone-10']);
    expect(less['milestone-1-ko']).toBeUndefined();
    expect(less['milestone-10']).toBe('c');
    expect(less['supporter-1-ko']).toBe('참여연대');
  });
  it('do not grow beyond what the template takes', () => {
    const full = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`supporter-${n + 1}`, '']));
    expect(rowsIn('supporter', reworked({ ...full, do: 'add-supporter' }, formId) ?? {})).toHaveLength(50);
  });
  it('are left as they are when the form is sent', () => expect(reworked(typed, formId)).toBeUndefined());
});
