import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bigrams } from './bigrams.ts';
import { bandsOf, likeness } from './likeness.ts';

const shares = (one: string, other: string): boolean => {
  const bands = new Set(bandsOf(bigrams(other)));
  return bandsOf(bigrams(one)).some((band) => bands.has(band));
};

describe('two texts', () => {
  it('with the same words are wholly alike, however they are spaced and composed', () => {
    const [one, other] = [
      '버스 도착 정보를 공개해 주세요.',
      '버스  도착 정보를 공개해 주세요!'.normalize('NFD'),
    ];
    expect(likeness(bigrams(one), bigrams(other))).toBe(1);
    expect(shares(one, other)).toBe(true);
  });
  it('with a word more or less are found', () => {
    const one = '시내버스 도착 정보를 실시간으로 공개하고 휴일에도 갱신해 주시기를 바랍니다.';
    const other = '시내버스 도착 정보를 실시간으로 공개하고 주말과 휴일에도 갱신해 주시기 바랍니다.';
    expect(likeness(bigrams(one), bigrams(other))).toBeGreaterThan(0.6);
    expect(shares(one, other)).toBe(true);
  });
  it('on other matters are not alike', () => {
    expect(
      likeness(bigrams('버스 도착 정보를 공개해 주세요'), bigrams('회의록을 늦지 않게 올려 주세요')),
    ).toBeLessThan(0.3);
  });
  it('are as like one way as the other, and never more than wholly', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 80 }), (one, other) => {
        const [a, b] = [bigrams(one), bigrams(other)];
        expect(likeness(a, b)).toBe(likeness(b, a));
        expect(likeness(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });
  it('without any word have no bands', () => {
    expect(bandsOf(bigrams('!!'))).toEqual([]);
  });
});
