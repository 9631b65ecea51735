import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allCommands, allEvents, allQueries } from '@madang/contracts';
import { zocker } from 'zocker';
import type { z } from 'zod';
import type { GeneratedFile, Generator } from '../generate/generated-file.ts';
import { top } from '../top.ts';

const folder = 'packages/contracts/samples';

/** A number that belongs to a name, so that a new sample does not change when another message is added. */
const seedOf = (name: string): number =>
  [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7);

/** The generator does not know our refinements: a string that breaks one becomes a plain short word. */
const shortened = (schema: z.ZodType, value: unknown): unknown => {
  for (const { path, message } of schema.safeParse(value).error?.issues.toReversed() ?? []) {
    const holder = path
      .slice(0, -1)
      .reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown>)[key], value);
    const key = path.at(-1);
    if (key !== undefined)
      (holder as Record<PropertyKey, unknown>)[key] = /hex/.test(message) ? 'ab'.repeat(32) : 'sample';
  }
  return value;
};

/** A sample that is there is never written again: what was once valid must be read for ever. */
const sampleOf = (type: string, schema: z.ZodType): GeneratedFile => {
  const path = `${folder}/${type}.json`;
  const place = join(top, path);
  if (existsSync(place)) return { path, text: readFileSync(place, 'utf8') };
  const value = shortened(schema, zocker(schema).setSeed(seedOf(type)).generate());
  return { path, text: `${JSON.stringify(value, null, 2)}\n` };
};

/** One sample for each message, in packages/contracts/samples. */
export const samples: Generator = {
  name: 'samples',
  make: async () => [
    ...allEvents.map((event) => sampleOf(event.type, event.data)),
    ...allCommands.map((command) => sampleOf(command.type, command.body)),
    ...allQueries.map((query) => sampleOf(query.type, query.body)),
  ],
};
