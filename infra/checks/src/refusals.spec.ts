import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url).pathname;
const korean: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(`${root}services/portal/src/pages/messages/refusals.ko.json`, 'utf8'),
);
const codes = new Set(
  globSync('{services,packages}/*/src/**/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('.spec.ts') && !file.includes('/generated/'))
    .flatMap((file) => [...readFileSync(`${root}${file}`, 'utf8').matchAll(/\brefused\(\s*'([a-z0-9-]+)'/g)])
    .map(([, code = '']) => code),
);

describe('every refusal of a service', () => {
  it('is said in Korean on the pages', () => {
    expect([...codes].filter((code) => !(code in korean))).toEqual([]);
  });
  it('is the only thing that is said so', () => {
    expect(Object.keys(korean).filter((code) => !codes.has(code) && code !== 'not-permitted')).toEqual([]);
  });
});
