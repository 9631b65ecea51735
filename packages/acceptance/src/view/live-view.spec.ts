import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { blockOf } from './live-view.ts';

const glimpse = {
  now: '2018-07-20T01:00:00.000Z',
  stage: 'response',
  act: '행정안전부가 의견 서른 건에 답한다 — 아주 긴 설명이 뒤따른다, 화면보다 길게, 그래도 한 줄을 넘지 않는다',
  commands: 812,
  steps: 40,
  awaited: Array.from({ length: 11 }, (_, at) => ({
    institution: 'MOIS',
    kind: 'reasoned-response',
    dueOn: at === 10 ? '2018-07-15' : '2018-08-15',
    lastRung: at === 10 ? 'overdue' : null,
  })),
};
const plain = (columns: number): readonly string[] =>
  stripVTControlCharacters(blockOf(glimpse, 12, columns)).split('\n');
/** Hangul takes two columns. */
const widthOf = (line: string): number =>
  [...line].reduce((sum, sign) => sum + (/\p{Script=Hangul}/u.test(sign) ? 2 : 1), 0);

describe('the view of a rehearsal in a terminal', () => {
  it('shows the stage, who owes what with the overdue first, and what it took', () => {
    const lines = plain(100);
    expect(lines[0]).toContain('response (4 of 9)');
    expect(lines).toContain('11 owed, 1 overdue');
    expect(lines[3]).toContain('until 2018-07-15, told: overdue');
    expect(lines.at(-2)).toBe('  and 3 more');
  });
  it.each([60, 80, 120])('never breaks a line at %i columns, in Hangul neither', (columns) =>
    expect(plain(columns).filter((line) => widthOf(line) >= columns)).toEqual([]),
  );
});
