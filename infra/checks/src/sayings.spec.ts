import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url).pathname;
const read = (file: string): string => readFileSync(`${root}${file}`, 'utf8');
const korean: Readonly<Record<string, string>> = JSON.parse(
  read('services/portal/src/pages/messages/ko.json'),
);
const sayings = read('workflows/src/processes/sayings.rules.ts');
/** The codes of one table, such as `const WAITS = { … }`. */
const codesOf = (table: string): readonly string[] => {
  const [, body = ''] = new RegExp(`const ${table}: [^{]*\\{\\n(.*?)\\n\\};`, 's').exec(sayings) ?? [];
  return [...body.matchAll(/^ {2}'?([a-z-]+)'?:/gm)].map(([, code = '']) => code);
};
const turningPoints = [...read('workflows/src/listener/targets.ts').matchAll(/^ {2}'([a-z.-]+)\.v\d+':/gm)];

describe('what a process says of itself', () => {
  it.each([
    ['stage', 'STAGES'],
    ['waits', 'WAITS'],
    ['next', 'NEXT'],
  ])('is said by the pages: %s', (part, table) => {
    const codes = codesOf(table).filter((code) => code !== 'rung');
    expect(codes.length).toBeGreaterThan(2);
    expect(codes.filter((code) => !(`process.${part}.${code}` in korean))).toEqual([]);
  });
  it('names acts that the pages can name', () => {
    expect(turningPoints.length).toBeGreaterThan(20);
    expect(
      turningPoints
        .map(([, type = '']) => `act.${type.replaceAll('.', '-')}`)
        .filter((key) => !(key in korean)),
    ).toEqual([]);
  });
});
