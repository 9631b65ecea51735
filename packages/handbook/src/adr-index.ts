import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Adr = {
  readonly file: string;
  readonly number: string;
  readonly title: string;
  readonly status: string;
  readonly date: string;
};

const neverMissing = ['Context', 'Decision', 'How it is enforced'];

/** One ADR as its index shows it; says what is missing, so that the index never shows a gap. */
export const readAdr = (file: string, text: string): Adr => {
  const [, number = '', title = ''] = /^# (\d+)\. (.+)$/m.exec(text) ?? [];
  const [, status = '', date = ''] = /^Status: (.+?), (\d{4}-\d{2}-\d{2})\b/m.exec(text) ?? [];
  const faults = [
    ...(title ? [] : ['a title "# 1. …"']),
    ...(date ? [] : ['a line "Status: accepted, 2026-01-31"']),
    ...(Number(file.slice(0, 4)) === Number(number) ? [] : ['the number of its file in its title']),
    ...neverMissing.filter((section) => !text.includes(`\n## ${section}\n`)),
  ];
  if (faults.length > 0) throw new Error(`${file} lacks ${faults.join(', ')}`);
  return { file, number: file.slice(0, 4), title, status, date };
};

/** The index of all ADRs; numbers are never used twice. */
export const adrIndexOf = (adrs: readonly Adr[]): string => {
  const numbers = adrs.map(({ number }) => number);
  const twice = numbers.find((number, index) => numbers.indexOf(number) !== index);
  if (twice) throw new Error(`Two ADRs are numbered ${twice}`);
  const rows = adrs.map(
    ({ file, number, title, status, date }) =>
      `| ${number} | [${title.replaceAll('|', '\\|')}](${file}) | ${status} | ${date} |`,
  );
  return [
    '# Decisions',
    '',
    'Why the house stands as it does, one page each. Begin a new one from [the template](template.md); `pnpm generate` makes this list.',
    '',
    '| number | decision | status | date |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
};

/** The index as it should be for the ADRs now in `folder`. */
export const adrIndex = (folder: string): string =>
  adrIndexOf(
    readdirSync(folder)
      .filter((file) => /^\d{4}-.+\.md$/.test(file))
      .sort()
      .map((file) => readAdr(file, readFileSync(join(folder, file), 'utf8'))),
  );
