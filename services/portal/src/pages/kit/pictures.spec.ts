import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { SharePicture } from './pictures.tsx';

const numbersIn = (counts: readonly number[]): readonly string[] => {
  const parts = counts.map((count, at) => ({ name: `part ${at}`, count }));
  const [picture = ''] = render(h(SharePicture, { parts, label: 'shares' })).split('</figure>');
  return [...picture.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, said]) => said ?? '');
};

describe('the picture of shares', () => {
  it('says a number in its part only where it fits', () => {
    expect(numbersIn([300, 90])).toEqual(['300', '90']);
    expect(numbersIn([395, 5, 0])).toEqual(['395']);
  });
});
