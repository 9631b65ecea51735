import { setImmediate } from 'node:timers/promises';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { type Cell, sheetOf } from './sheet-of.ts';

const readBack = async (head: readonly string[], rows: readonly (readonly Cell[])[]) => {
  const given = (async function* () {
    yield* rows;
  })();
  const bytes = Buffer.concat(await sheetOf('contributions', head, given).toArray());
  return readSheet(bytes, { trim: false });
};

describe('a sheet of 20,000 rows', () => {
  const rows = Array.from({ length: 20_000 }, (_, n) => [n + 1, `의견 ${n + 1} 👍`, '받은 날 2018-04-01']);

  it('has them all when another library reads it', async () => {
    const head = ['번호', '내용', '받은 날'];
    expect(await readBack(head, rows)).toEqual([head, ...rows]);
  }, 60_000);

  it('takes rows from where they lie only while it is read', async () => {
    let taken = 0;
    const given = (async function* () {
      for (const row of rows) {
        taken += 1;
        yield row;
      }
    })();
    const sheet = sheetOf('contributions', ['번호', '내용', '받은 날'], given);
    const chunks = sheet[Symbol.asyncIterator]();
    await chunks.next();
    for (let turn = 0; turn < 1_000; turn += 1) await setImmediate();
    expect(taken).toBeLessThan(rows.length);
    sheet.destroy();
  });
});

describe('a cell', () => {
  it('of words is never a formula', async () => {
    const words = ['=1+1', '+82-2-100', '@SUM(A1)', '<b>&amp;"', ' 앞뒤 빈칸 ', '두\n줄'];
    expect(
      await readBack(
        ['a'],
        words.map((one) => [one]),
      ),
    ).toEqual([['a'], ...words.map((one) => [one])]);
  });
  it('that is too long for Excel ends where Excel ends, and not in the middle of a letter', async () => {
    const [, [cell] = []] = await readBack(['a'], [[`가${'👍'.repeat(20_000)}`]]);
    expect(cell).toBe(`가${'👍'.repeat(16_383)}`);
    const [, [other] = []] = await readBack(['a'], [['👍'.repeat(20_000)]]);
    expect(other).toBe('👍'.repeat(16_383));
  });
});
