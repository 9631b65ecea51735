import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { secretSetting } from './secret-setting.ts';

const folder = mkdtempSync(join(tmpdir(), 'madang-secret-'));
const file = join(folder, 'word');
writeFileSync(file, 'from a file\n');
afterAll(() => rmSync(folder, { recursive: true }));

describe('a secret that a process is told', () => {
  it('is read from the file that is named, without its end of line', () =>
    expect(secretSetting({ WORD_FILE: file, WORD: 'plain' }, 'WORD')).toBe('from a file'));
  it('is the variable where no file is named', () =>
    expect(secretSetting({ WORD_FILE: '', WORD: 'plain' }, 'WORD')).toBe('plain'));
  it('is none where neither says anything', () =>
    expect(secretSetting({ WORD: '' }, 'WORD')).toBeUndefined());
  it('is not taken from elsewhere when the named file is away', () =>
    expect(() => secretSetting({ WORD_FILE: join(folder, 'away'), WORD: 'plain' }, 'WORD')).toThrow(
      /ENOENT/,
    ));
});
