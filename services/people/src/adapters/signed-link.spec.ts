import { describe, expect, it } from 'vitest';
import type { Link } from '../domain/link.ts';
import { makeLink, readLink } from './signed-link.ts';

const key = Buffer.alloc(32, 1);
const link: Link = { purpose: 'receipt', forumId: 'f', personId: 'p', subjectId: 's', until: null };

describe('a signed link', () => {
  it('says what it is for, and is the same when it is made again', () => {
    expect(readLink(key, makeLink(key, link))).toEqual(link);
    expect(makeLink(key, link)).toBe(makeLink(key, link));
  });
  it('is nothing when it was changed, cut or made elsewhere', () => {
    const token = makeLink(key, link);
    const [, signed] = token.split('.');
    const other = Buffer.from(JSON.stringify(['receipt', 'f', 'p', 'x', null])).toString('base64url');
    const made = makeLink(Buffer.alloc(32, 2), link);
    for (const wrong of [
      '',
      '.',
      token.slice(1),
      token.slice(0, -2),
      `${token}.x`,
      `${other}.${signed}`,
      made,
    ])
      expect(readLink(key, wrong)).toBeUndefined();
  });
});
