import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from '@asyncapi/parser';
import { describe, expect, it } from 'vitest';
import { top } from '../top.ts';

describe('the AsyncAPI document', () => {
  it('is read by the parser of the AsyncAPI initiative without an error', async () => {
    const { document, diagnostics } = await new Parser().parse(
      readFileSync(join(top, 'packages/contracts/asyncapi.json'), 'utf8'),
    );
    const errors = diagnostics.filter(({ severity }) => severity === 0);
    expect(errors.map(({ message, path }) => `${path.join('/')}: ${message}`)).toEqual([]);
    expect(document?.allMessages().length).toBeGreaterThan(100);
  }, 60_000);
});
