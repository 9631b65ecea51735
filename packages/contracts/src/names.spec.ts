import { describe, expect, it } from 'vitest';
import { allCommands, allQueries } from './index.ts';
import { names } from './names.ts';

describe('names that processes use', () => {
  const known = new Set([...allCommands, ...allQueries].map((one) => one.type));
  it.each(Object.entries(names))('%s is a message of the contracts', (_name, type) =>
    expect(known.has(type)).toBe(true),
  );
});
