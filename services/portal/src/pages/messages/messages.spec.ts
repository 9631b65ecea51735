import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import en from './en.json' with { type: 'json' };
import ko from './ko.json' with { type: 'json' };
import { type Key, saying } from './say.ts';

const keys = Object.keys(ko) as Key[];
const variablesOf = (message: string): readonly string[] =>
  [...new Set(message.match(/\$\w+/g) ?? [])].toSorted();
const sources = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.spec.ts') && !file.includes('generated'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');

describe('the messages', () => {
  it('are the same in both languages', () => {
    expect(Object.keys(en)).toEqual(keys);
  });
  it.each(keys)('%s takes the same values in both languages, and is said', (key) => {
    expect(variablesOf(en[key])).toEqual(variablesOf(ko[key]));
    const values = Object.fromEntries(
      variablesOf(ko[key]).map((name) => [name.slice(1), name === '$count' ? 2 : '값']),
    );
    for (const lang of ['ko', 'en'] as const) expect(saying(lang)(key, values)).not.toMatch(/[{}]|�/);
  });
  it('are all used: by their key, or by the beginning of it', () => {
    const all = sources(fileURLToPath(new URL('../..', import.meta.url)));
    const said = new Set(all.match(/'[^'\s]+'/g));
    const begun = new Set(all.match(/`[^`$\s]+\$\{/g));
    const unused = keys.filter((key) => {
      const start = key.slice(0, key.lastIndexOf('.') + 1);
      return !said.has(`'${key}'`) && !begun.has(`\`${start}\${`);
    });
    expect(unused).toEqual([]);
  });
  it('say the particle by the last sound', () => {
    expect(saying('ko')('search.none', { asked: '마당' })).toBe('“마당”을 찾지 못했습니다.');
    expect(saying('ko')('search.none', { asked: '데이터' })).toBe('“데이터”를 찾지 못했습니다.');
    expect(saying('ko')('search.none', { asked: 'OGP' })).toBe('“OGP”을(를) 찾지 못했습니다.');
  });
  it('count in English', () => {
    expect([1, 2].map((count) => saying('en')('forum.seats.count', { count }))).toEqual([
      '1 seat',
      '2 seats',
    ]);
  });
});
