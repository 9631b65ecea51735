import { describe, expect, it } from 'vitest';
import * as contracts from './index.ts';
import { factNames } from './names.ts';

describe('the names that processes know', () => {
  it.each(Object.entries(factNames))('%s is the type of its contract', (name, type) => {
    const contract = (contracts as Record<string, unknown>)[`${name[0]?.toUpperCase()}${name.slice(1)}`];
    expect(contract).toMatchObject({ kind: 'event', type });
  });
});
