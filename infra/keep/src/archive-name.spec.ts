import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { archiveAt, dropOlder } from './archive-name.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'madang-archives-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const at = (moment: string): string => archiveAt(folder, new Date(moment));

describe('an archive', () => {
  it('that was named has that name', () => {
    expect(archiveAt(join(folder, 'x.tar.gz'))).toBe(join(folder, 'x.tar.gz'));
  });
  it('in a folder is named after its moment', () => {
    expect(at('2026-11-28T02:30:00.123Z')).toBe(join(folder, 'madang-2026-11-28T02-30-00Z.tar.gz'));
    expect(archiveAt('nowhere/', new Date(0))).toBe('nowhere/madang-1970-01-01T00-00-00Z.tar.gz');
  });
  it('takes the place of the oldest, and of nothing else', () => {
    for (const day of ['01', '02', '03']) writeFileSync(at(`2026-11-${day}T00:00:00Z`), '');
    writeFileSync(join(folder, 'madang-by-hand.tar.gz'), '');
    expect(dropOlder(at('2026-11-03T00:00:00Z'), 2)).toEqual(['madang-2026-11-01T00-00-00Z.tar.gz']);
    expect(readdirSync(folder)).toHaveLength(3);
    expect(dropOlder(join(folder, 'madang-by-hand.tar.gz'), 1)).toEqual([]);
  });
});
