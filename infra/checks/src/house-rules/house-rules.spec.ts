import { describe, expect, test } from 'vitest';
import { offencesIn } from './house-rule.ts';
import { houseRules } from './rules.ts';

const domain = 'services/forums/src/domain/seat/take-seat.ts';
const spec = 'services/forums/src/domain/seat/take-seat.spec.ts';

const broken: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['nothing-unfinished', domain, '// TODO: seats'],
  ['types-are-not-silenced', domain, '// @ts-ignore the seat is there'],
  ['tests-are-not-left-out', spec, "test.skip('a seat', () => {});"],
  ['tests-wait-for-a-condition', spec, 'await sleep(100);'],
  ['engines-are-not-mocked', spec, "vi.mock('@prisma/client');"],
  ['faults-are-not-swallowed', domain, 'try { open(); } catch (fault) {\n}'],
  ['faults-are-not-swallowed', domain, 'close().catch(() => {});'],
  ['no-classes', domain, 'export class Seat {'],
  ['time-and-ids-are-given', domain, 'const now = new Date();'],
  ['time-and-ids-are-given', 'workflows/src/processes/cycle.ts', 'const at = Date.now();'],
  ['the-database-tells-no-time', 'services/forums/prisma/schema/seat.prisma', 'at DateTime @default(now())'],
  [
    'the-database-tells-no-time',
    'services/forums/prisma/migrations/1/migration.sql',
    'at timestamptz DEFAULT CURRENT_TIMESTAMP',
  ],
  ['one-word-for-one-thing', domain, 'type Ticket = string;'],
  ['no-machine-but-the-readers', 'README.md', 'cd /home/somebody/madang'],
  ['files-stay-short', domain, 'one;\n'.repeat(301)],
  ['names-say-what', 'services/forums/src/domain/seat/seat-utils.ts', ''],
];

const kept: readonly (readonly [file: string, text: string])[] = [
  [domain, "export const seat = given(Seat, happened(Seat.ref('a'), SeatTaken, {}));"],
  [domain, 'const due = new Date(request.now);'],
  [domain, 'try { open(); } catch {\n  // closed by the other side: nothing is left to do\n}'],
  [domain, 'one;\n'.repeat(300)],
  [spec, "test('a seat that is taken › refuses another holder', () => {});"],
  ['packages/record/src/clocks.ts', 'export const wallClock = () => Date.now();'],
  ['services/forums/Dockerfile', 'WORKDIR /home/node/madang'],
];

describe('house rules', () => {
  test.each(broken)('$0 finds its offence in $1', (rule, file, text) => {
    expect(offencesIn(houseRules, file, text).map((offence) => offence.rule)).toEqual([rule]);
  });

  test.each(kept)('$0 may hold what only looks like one', (file, text) => {
    expect(offencesIn(houseRules, file, text)).toEqual([]);
  });

  test('each has an offence that shows what it finds', () => {
    const shown = new Set(broken.map(([rule]) => rule));
    expect(houseRules.filter(({ name }) => !shown.has(name))).toEqual([]);
  });
});
