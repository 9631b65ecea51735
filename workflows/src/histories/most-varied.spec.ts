import { describe, expect, it } from 'vitest';
import { mostVaried } from './most-varied.ts';

const way = (...told: readonly string[]) => ({ way: told });

describe('the most varied of many ways', () => {
  it('are first those that bring something new', () => {
    const list = [way('a'), way('a'), way('a', 'b'), way('a', 'c', 'd'), way('a', 'b')];
    expect(mostVaried(list, 2)).toEqual([way('a', 'c', 'd'), way('a', 'b')]);
  });
  it('are then short and long ones, each once', () => {
    const list = Array.from({ length: 10 }, (_, at) => way(...Array.from({ length: at + 1 }, () => 'a')));
    const taken = mostVaried(list, 4);
    expect(taken).toHaveLength(4);
    expect(new Set(taken).size).toBe(4);
  });
  it('are all, when there are no more', () => {
    expect(mostVaried([way('a'), way('a')], 5)).toHaveLength(2);
    expect(mostVaried([], 5)).toEqual([]);
  });
});
