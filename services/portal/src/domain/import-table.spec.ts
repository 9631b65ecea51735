import { describe, expect, it } from 'vitest';
import { readImportTable } from './import-table.ts';

const place = {
  today: '2026-03-15',
  commitments: [
    { id: 'one', number: 1 },
    { id: 'two', number: 2 },
  ],
};
const read = (...lines: readonly (readonly string[])[]) => readImportTable('contributions', place, lines);
const head = ['과제', '의견', '접수일'];

describe('a table of contributions', () => {
  it('is read by its headings, in Korean or English, in any order', () => {
    expect(
      read(['Received', 'text', 'Commitment', '경로', '구분'], ['2026.03.01', ' 의견 ', '2', '우편', '단체']),
    ).toEqual({
      rows: [
        {
          ...{ number: 2, commitmentId: 'two', text: '의견', receivedOn: '2026-03-01' },
          ...{ channel: 'mail', contributorKind: 'organisation', lang: 'ko' },
        },
      ],
      errors: [],
      repeated: [],
    });
  });
  it('without a column that is needed says which', () => {
    expect(read(['과제', '의견']).errors).toEqual([{ number: 0, column: 'receivedOn', code: 'no-column' }]);
  });
  it('names each row that does not fit, and its column', () => {
    const found = read(
      head,
      ['3', '의견', '2026-03-01'],
      ['1', '', '2026-03-01'],
      ['1', '의견', '어제'],
      ['1', '의견', '2026-04-01'],
      ['1', '가'.repeat(20_001), '2026-03-01'],
      ['1', '괜찮은 의견', '2026-03-01'],
    );
    expect(found.errors).toEqual([
      { number: 2, column: 'commitment', code: 'unknown' },
      { number: 3, column: 'text', code: 'missing' },
      { number: 4, column: 'receivedOn', code: 'not-a-day' },
      { number: 5, column: 'receivedOn', code: 'in-the-future' },
      { number: 6, column: 'text', code: 'too-long' },
    ]);
    expect(found.rows.map((one) => one.number)).toEqual([7]);
  });
  it('passes over empty lines and keeps the numbers of the file', () => {
    expect(read(head, ['', '', ''], ['1', '의견', '2026-03-01']).rows[0]?.number).toBe(3);
  });
  it('with nothing in it says so', () => {
    expect(read(head).errors).toEqual([{ number: 0, column: null, code: 'empty' }]);
  });
  it('of more rows than one import takes is not read', () => {
    const lines = Array.from({ length: 10_001 }, () => ['1', '의견', '2026-03-01']);
    expect(read(head, ...lines).errors).toEqual([{ number: 0, column: null, code: 'too-many' }]);
  });
  it('tells which rows say the same, however they are spaced or composed', () => {
    const said = '버스 정보';
    expect(
      read(
        head,
        ['1', said, '2026-03-01'],
        ['1', ` ${said.normalize('NFD')}  `, '2026-03-02'],
        ['2', said, '2026-03-01'],
      ).repeated,
    ).toEqual([{ number: 3, of: 2 }]);
  });
});

describe('a table of proposals', () => {
  it('needs a title and a day', () => {
    const found = readImportTable('proposals', place, [
      ['제목', '내용', '주제', '받은 날'],
      ['회의록 공개', '늦지 않게', '투명성', '2026-03-01'],
    ]);
    expect(found.rows).toMatchObject([{ title: '회의록 공개', text: '늦지 않게', theme: '투명성' }]);
  });
});
