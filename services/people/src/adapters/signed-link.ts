import { timingSafeEqual } from 'node:crypto';
import { keyedHash } from '@madang/record';
import type { Link } from '../domain/link.ts';

const signature = (key: Buffer, text: string): Buffer => Buffer.from(keyedHash(key, `link ${text}`), 'hex');

/** A link that nobody can guess or change. It is signed and not kept: made again it is the same, and there is nothing to steal. */
export const makeLink = (key: Buffer, { purpose, forumId, personId, subjectId, until }: Link): string => {
  const text = Buffer.from(JSON.stringify([purpose, forumId, personId, subjectId, until])).toString(
    'base64url',
  );
  return `${text}.${signature(key, text).toString('base64url')}`;
};

/** What a link says; nothing when it was not made under this key. */
export const readLink = (key: Buffer, token: string): Link | undefined => {
  const [text, signed, more] = token.split('.');
  if (!text || !signed || more !== undefined) return undefined;
  const given = Buffer.from(signed, 'base64url');
  const right = signature(key, text);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const [purpose, forumId, personId, subjectId, until] = JSON.parse(
    Buffer.from(text, 'base64url').toString('utf8'),
  );
  return { purpose, forumId, personId, subjectId, until };
};
