import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url).pathname;
const korean: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(`${root}services/portal/src/pages/messages/refusals.ko.json`, 'utf8'),
);
const sources = globSync('{services,packages}/*/src/**/*.ts', { cwd: root })
  .filter((file) => !file.endsWith('.spec.ts') && !file.includes('/generated/'))
  .map((file) => readFileSync(`${root}${file}`, 'utf8'));
const codesBy = (pattern: RegExp): ReadonlySet<string> =>
  new Set(sources.flatMap((text) => [...text.matchAll(pattern)]).map(([, code = '']) => code));
const codes = codesBy(/\brefused\(\s*'([a-z0-9-]+)'/g);
/** Codes that end in the state something is in: `proposal-already-…`. */
const beginnings = [...codesBy(/\brefused\(\s*`([a-z0-9-]+-)\$\{/g)];

describe('every refusal of a service', () => {
  it('is said in Korean on the pages', () => {
    expect([...codes].filter((code) => !(code in korean))).toEqual([]);
  });
  it('is the only thing that is said so', () => {
    const isSaid = (code: string): boolean =>
      codes.has(code) || beginnings.some((one) => code.startsWith(one)) || code === 'not-permitted';
    expect(Object.keys(korean).filter((code) => !isSaid(code))).toEqual([]);
  });
  it('is said for every state that a code ends in', () => {
    expect(beginnings.filter((one) => !Object.keys(korean).some((code) => code.startsWith(one)))).toEqual([]);
  });
});
