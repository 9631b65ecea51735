import { timingSafeEqual } from 'node:crypto';
import { keyedHash } from '@madang/record';

/** Letters of the signature: with the id and a short name before them they fit into 64. */
const SIGNED = 16;
const FORM = /^([0-9a-f]{32})([0-9a-f]{16})$/;

const signature = (key: Buffer, mail: string): string =>
  keyedHash(key, `return path ${mail}`).slice(0, SIGNED);

/** Which mail it was, as an address can carry it: small letters and digits alone, signed, so that nobody makes a bounce up. */
export const makeReturnPath = (key: Buffer, mailId: string): string => {
  const mail = mailId.replaceAll('-', '');
  return `${mail}${signature(key, mail)}`;
};

/** The id of the mail; nothing when it was not made under this key. */
export const readReturnPath = (key: Buffer, path: string): string | undefined => {
  const [, mail = '', given = ''] = FORM.exec(path) ?? [];
  if (!given || !timingSafeEqual(Buffer.from(given), Buffer.from(signature(key, mail)))) return undefined;
  return mail.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
