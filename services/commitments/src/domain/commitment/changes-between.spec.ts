import { describe, expect, it } from 'vitest';
import { sealed } from '../../spec/asking.ts';
import { changesBetween } from './changes-between.ts';

const milestone = (milestoneId: string, dueOn: string) => ({ milestoneId, dueOn });

describe('what changed between two versions', () => {
  it('is nothing between equals', () => {
    const draft = {
      number: 1,
      title: { ko: '가', en: 'A' },
      values: ['transparency'],
      problem: sealed('문제'),
      milestones: [milestone('a', '2026-01-01')],
    };
    expect(changesBetween(draft, structuredClone(draft))).toEqual([]);
  });
  it('is told field by field, in the order of their paths', () =>
    expect(
      changesBetween(
        { number: 1, title: { ko: '가', en: 'A' }, values: ['a'] },
        { number: 2, title: { ko: '가', en: 'B' }, values: ['a', 'b'] },
      ),
    ).toEqual([
      { path: 'number', before: 1, after: 2 },
      { path: 'title.en', before: 'A', after: 'B' },
      { path: 'values', before: ['a'], after: ['a', 'b'] },
    ]));
  it('takes a text as one thing', () =>
    expect(changesBetween({ problem: sealed('전') }, { problem: sealed('후') })).toEqual([
      { path: 'problem', before: sealed('전'), after: sealed('후') },
    ]));
  it('tells milestones by their ids, wherever they stand', () =>
    expect(
      changesBetween(
        { milestones: [milestone('a', '2026-01-01'), milestone('b', '2026-02-01')] },
        {
          milestones: [
            milestone('c', '2026-03-01'),
            milestone('b', '2026-02-01'),
            milestone('a', '2026-01-02'),
          ],
        },
      ),
    ).toEqual([
      { path: 'milestones.a.dueOn', before: '2026-01-01', after: '2026-01-02' },
      { path: 'milestones.c', before: null, after: milestone('c', '2026-03-01') },
    ]));
  it('tells a field that came or went', () =>
    expect(changesBetween({ old: 1 }, { young: 2 })).toEqual([
      { path: 'old', before: 1, after: null },
      { path: 'young', before: null, after: 2 },
    ]));
});
