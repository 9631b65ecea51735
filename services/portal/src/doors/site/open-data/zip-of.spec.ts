import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type ZipEntry, zipOf } from './zip-of.ts';

const bytes = async function* (...parts: readonly string[]) {
  for (const one of parts) yield new TextEncoder().encode(one);
};
const gathered = async (entries: readonly ZipEntry[]): Promise<Record<string, string>> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipOf(entries)) chunks.push(chunk);
  const found = unzipSync(Buffer.concat(chunks));
  return Object.fromEntries(
    Object.entries(found).map(([name, file]) => [name, new TextDecoder().decode(file)]),
  );
};

describe('a ZIP of files that are read while it is written', () => {
  it('holds each of them whole, also an empty one, in Korean too', async () => {
    const long = '의견 '.repeat(200_000);
    const entries = [
      { name: '제안.csv', bytes: bytes('한', '글') },
      { name: 'empty.csv', bytes: bytes() },
      { name: 'long.csv', bytes: bytes(long, long) },
    ];
    expect(await gathered(entries)).toEqual({ '제안.csv': '한글', 'empty.csv': '', 'long.csv': long + long });
  });
  it('breaks off where a file breaks off', async () => {
    const broken = async function* () {
      yield new TextEncoder().encode('half');
      throw new Error('the rows are away');
    };
    await expect(gathered([{ name: 'a.csv', bytes: broken() }])).rejects.toThrow('the rows are away');
  });
});
