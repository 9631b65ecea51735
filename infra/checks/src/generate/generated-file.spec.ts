import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { compare, write } from './generated-file.ts';

const top = mkdtempSync(join(tmpdir(), 'madang-generated-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

describe('a generated file', () => {
  const path = 'schemas/forum.json';

  test('that was never written is missing', () => {
    expect(compare(top, { path: 'schemas/none.json', text: '' }).state).toBe('missing');
  });

  test('is the same as long as its source is', () => {
    write(top, { path, text: '{}\n' });
    expect(compare(top, { path, text: '{}\n' }).state).toBe('same');
  });

  test('is stale once its source says something else', () => {
    write(top, { path, text: '{}\n' });
    expect(compare(top, { path, text: '{"more":1}\n' }).state).toBe('stale');
  });
});
