import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RaiseNotice } from '@madang/contracts';
import { describe, expect, it } from 'vitest';
import en from './en.json' with { type: 'json' };
import ko from './ko.json' with { type: 'json' };
import { isKey, type Key, saying } from './say.ts';

const keys = Object.keys(ko) as Key[];
const variablesOf = (message: string): readonly string[] =>
  [...new Set(message.match(/\$\w+/g) ?? [])].toSorted();
const folder = fileURLToPath(new URL('..', import.meta.url));
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n');

describe('the words of mails', () => {
  it('are the same messages in both languages', () => {
    expect(Object.keys(en)).toEqual(keys);
  });
  it.each(keys)('%s takes the same values in both languages, and is said', (key) => {
    expect(variablesOf(en[key])).toEqual(variablesOf(ko[key]));
    const values = Object.fromEntries(variablesOf(ko[key]).map((name) => [name.slice(1), '값']));
    for (const lang of ['ko', 'en'] as const) expect(saying(lang)(key, values)).not.toMatch(/[{}]|�/);
  });
  it('name every turn that a notice can be about', () => {
    const abouts = [...RaiseNotice.body.shape.about.options, 'verify-address', 'received'];
    expect(abouts.filter((about) => !isKey(`notice.${about}`))).toEqual([]);
  });
  it('are all used: by their key, or by the beginning of it', () => {
    const unused = keys.filter(
      (key) =>
        !sources.includes(`'${key}'`) && !sources.includes(`\`${key.slice(0, key.indexOf('.') + 1)}\${`),
    );
    expect(unused).toEqual([]);
  });
});
