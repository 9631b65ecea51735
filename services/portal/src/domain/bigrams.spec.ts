import { describe, expect, it } from 'vitest';
import { bigrams, gramsAsked, gramsOf, searchable, wordsOf } from './bigrams.ts';

describe('a text that is searched', () => {
  it('is looked up by every two characters that stand together, once each', () => {
    expect(bigrams('공공데이터 품질')).toEqual(['공공', '공데', '데이', '이터', '품질']);
    expect(bigrams('Open, open data')).toEqual(['op', 'pe', 'en', 'da', 'at', 'ta']);
  });
  it('is the same composed or decomposed, half-width or full-width, small or large', () => {
    expect(searchable('데이터'.normalize('NFD'))).toBe('데이터');
    expect(wordsOf('ＯＰＥＮ ﾃﾞ')).toEqual(['open', 'デ']);
  });
  it('has nothing to look up when no two characters stand together', () => {
    expect(bigrams('a . 나 !')).toEqual([]);
    expect(bigrams('👍👍')).toEqual([]);
  });
  it('of one syllable is found by it, and one Latin letter is not', () => {
    expect(gramsAsked(wordsOf('법 a'))).toEqual(['법']);
    expect(gramsOf('법률 안')).toEqual(['법률', '법', '률', '안']);
  });
});
