import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { allCommands, allEvents, allQueries } from './index.ts';

const folder = fileURLToPath(new URL('../samples', import.meta.url));
const schemas = new Map<string, z.ZodType>([
  ...allEvents.map((one): [string, z.ZodType] => [one.type, one.data]),
  ...allCommands.map((one): [string, z.ZodType] => [one.type, one.body]),
  ...allQueries.map((one): [string, z.ZodType] => [one.type, one.body]),
]);
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));

describe('every sample ever written', () => {
  it.each(files)('%s is still read', (file) => {
    const type = file.replace(/(\.[a-z-]+)?\.json$/, (_all, more: string | undefined) =>
      more && !/^\.v\d+$/.test(more) ? '' : (more ?? ''),
    );
    const schema = schemas.get(type) ?? schemas.get(file.replace(/\.json$/, ''));
    expect(
      schema,
      `no message is named ${file}: a message that was once told is never removed`,
    ).toBeDefined();
    expect(schema?.safeParse(JSON.parse(readFileSync(join(folder, file), 'utf8'))).error).toBeUndefined();
  });
  it('stands for each message there is', () => {
    expect([...schemas.keys()].filter((type) => !files.includes(`${type}.json`))).toEqual([]);
  });
});

describe('events', () => {
  const textIn = (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    ('text' in value && typeof value.text === 'string' ? true : Object.values(value).some(textIn));
  it.each(allEvents.map((event) => event.type))('%s has no place for a free text', (type) => {
    expect(textIn(JSON.parse(readFileSync(join(folder, `${type}.json`), 'utf8')))).toBe(false);
  });
});
