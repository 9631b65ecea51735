import { Channel, Clause, ContributorKind, Day, Lang } from '@madang/contracts';

export type ImportKind = 'contributions' | 'proposals';
/** A row that can be staged: its number in the file (the heading is 1), and what stands in it. */
export type ImportRow = {
  readonly number: number;
  readonly channel: (typeof Channel.options)[number];
  readonly receivedOn: string;
  readonly contributorKind: (typeof ContributorKind.options)[number];
  readonly lang: 'ko' | 'en';
  readonly text: string;
  readonly commitmentId?: string;
  readonly clause?: (typeof Clause.options)[number];
  readonly title?: string;
  readonly theme?: string;
};
export type RowError = {
  /** 0 where the file as a whole is meant. */
  readonly number: number;
  readonly column: ImportColumn | null;
  readonly code:
    | 'missing'
    | 'unknown'
    | 'too-long'
    | 'not-a-day'
    | 'in-the-future'
    | 'no-column'
    | 'too-many'
    | 'empty';
};
export type ImportTable = {
  readonly rows: readonly ImportRow[];
  readonly errors: readonly RowError[];
  /** Rows that say word for word what an earlier one says. */
  readonly repeated: readonly { readonly number: number; readonly of: number }[];
};
export type ImportPlace = {
  readonly today: string;
  readonly commitments: readonly { readonly id: string; readonly number: number }[];
};

const COLUMNS = {
  commitment: ['commitment', '과제', '공약과제', '과제번호'],
  clause: ['clause', '항목', '부분'],
  title: ['title', '제목'],
  text: ['text', 'body', 'opinion', '의견', '내용', '본문'],
  theme: ['theme', '주제', '분야'],
  channel: ['channel', '경로', '접수경로'],
  receivedOn: ['received', 'received_on', '받은날', '접수일'],
  kind: ['kind', '구분', '작성자구분'],
  lang: ['lang', 'language', '언어'],
} as const;
export type ImportColumn = keyof typeof COLUMNS;
/** What may stand in a cell besides our own words. */
const SAID: Readonly<Record<string, string>> = {
  ...{ 온라인: 'online', 회의: 'meeting', 현장: 'meeting', 서면: 'paper', 우편: 'mail' },
  ...{ 개인: 'person', 단체: 'organisation', 기관: 'organisation', 한국어: 'ko', 영어: 'en' },
  ...{
    제목: 'title',
    문제: 'problem',
    해결: 'solution',
    결과: 'results',
    이정표: 'milestones',
    '그 밖': 'other',
  },
};
/** Rows a file may have: as many as one import. */
const MOST = 10_000;
const folded = (said: string): string => said.normalize('NFKC').toLowerCase().replaceAll(/[\s_]/g, '');
const NAMES = new Map(
  Object.entries(COLUMNS).flatMap(([column, names]) =>
    names.map((name) => [folded(name), column as ImportColumn] as const),
  ),
);
const needed = (kind: ImportKind): readonly ImportColumn[] =>
  kind === 'contributions' ? ['commitment', 'text', 'receivedOn'] : ['title', 'receivedOn'];
/** The headings of a file that has every column, in the order of the template. */
export const importColumns = (kind: ImportKind): readonly ImportColumn[] =>
  kind === 'contributions'
    ? ['commitment', 'clause', 'text', 'channel', 'receivedOn', 'kind', 'lang']
    : ['title', 'text', 'theme', 'channel', 'receivedOn', 'kind', 'lang'];

type Cells = Readonly<Partial<Record<ImportColumn, string>>>;
type Read = { readonly row: ImportRow | undefined; readonly errors: readonly RowError[] };

const readRow = (kind: ImportKind, place: ImportPlace, cells: Cells, number: number): Read => {
  const errors: RowError[] = [];
  const wrong = (column: ImportColumn, code: RowError['code']): undefined => {
    errors.push({ number, column, code });
  };
  const cell = (column: ImportColumn): string => (cells[column] ?? '').normalize('NFC').trim();
  const oneOf = <T extends string>(column: ImportColumn, options: readonly T[], otherwise: T): T => {
    const said = cell(column);
    if (said === '') return otherwise;
    const found = options.find((one) => one === (SAID[said] ?? said.toLowerCase()));
    return found ?? wrong(column, 'unknown') ?? otherwise;
  };
  const words = (column: 'text' | 'title' | 'theme', most: number, isNeeded: boolean): string => {
    const said = cell(column);
    if (said === '' && isNeeded) wrong(column, 'missing');
    if (said.length > most) wrong(column, 'too-long');
    return said;
  };
  const day = cell('receivedOn').replaceAll(/[./]/g, '-').slice(0, 10);
  if (day === '') wrong('receivedOn', 'missing');
  else if (!Day.safeParse(day).success) wrong('receivedOn', 'not-a-day');
  else if (day > place.today) wrong('receivedOn', 'in-the-future');
  const about = {
    ...{ number, receivedOn: day, channel: oneOf('channel', Channel.options, 'paper') },
    contributorKind: oneOf('kind', ContributorKind.options, 'person'),
    lang: oneOf('lang', Lang.options, 'ko'),
    text: words('text', 20_000, kind === 'contributions'),
  };
  if (kind === 'proposals') {
    const [title, theme] = [words('title', 300, true), words('theme', 60, false)];
    return { row: { ...about, title, ...(theme ? { theme } : {}) }, errors };
  }
  const named = Number.parseInt(cell('commitment').replace(/\D*/, ''), 10);
  const commitment = place.commitments.find((one) => one.number === named);
  if (!commitment) wrong('commitment', cell('commitment') === '' ? 'missing' : 'unknown');
  const clause = cell('clause') === '' ? undefined : oneOf('clause', Clause.options, 'other');
  return {
    row: { ...about, commitmentId: commitment?.id ?? '', ...(clause ? { clause } : {}) },
    errors,
  };
};

/**
 * Reads a table of contributions or proposals, its headings in Korean or English in any order. Every error names its row
 * and column; a row that has one is not among the rows.
 */
export const readImportTable = (
  kind: ImportKind,
  place: ImportPlace,
  table: readonly (readonly string[])[],
): ImportTable => {
  const [head = [], ...lines] = table;
  const columns = head.map((name) => NAMES.get(folded(name)));
  const missing = needed(kind).filter((column) => !columns.includes(column));
  const whole = (code: RowError['code'], column: ImportColumn | null = null): RowError => ({
    ...{ number: 0, column, code },
  });
  if (missing.length > 0)
    return { rows: [], errors: missing.map((one) => whole('no-column', one)), repeated: [] };
  const filled = lines
    .map((cells, at) => ({ cells, number: at + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) return { rows: [], errors: [whole('empty')], repeated: [] };
  if (filled.length > MOST) return { rows: [], errors: [whole('too-many')], repeated: [] };
  const read = filled.map(({ cells, number }) => {
    const named: Partial<Record<ImportColumn, string>> = {};
    for (const [at, column] of columns.entries()) if (column) named[column] = cells[at] ?? '';
    return readRow(kind, place, named, number);
  });
  const rows = read.flatMap(({ row, errors }) => (row && errors.length === 0 ? [row] : []));
  const seen = new Map<string, number>();
  const repeated = rows.flatMap((row) => {
    const said = folded(`${row.commitmentId ?? ''}|${row.title ?? ''}|${row.text}`);
    const of = seen.get(said);
    if (of !== undefined) return [{ number: row.number, of }];
    seen.set(said, row.number);
    return [];
  });
  return { rows, errors: read.flatMap((one) => one.errors), repeated };
};
