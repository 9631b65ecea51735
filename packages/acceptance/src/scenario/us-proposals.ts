import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { ProposalOrder, Scenario } from './scenario.ts';

const Row = z.object({ issue: z.string(), origin: z.string(), state: z.string(), title: z.string().min(1) });
type Row = z.output<typeof Row>;

const fromTop = (path: string): string => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));

const small = new Set(['and', 'for', 'the', 'from', 'with', 'through', 'one', 'all', 'per']);
const wordsOf = (title: string): ReadonlySet<string> =>
  new Set(
    title
      .toLowerCase()
      .replace(/[^a-z0-9 ]/g, '')
      .split(/\s+/)
      .filter((word) => word.length > 2 && !small.has(word)),
  );

/** Two titles say the same when they share three words and half of the shorter one. */
const saysTheSame = (one: string, other: string): boolean => {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared >= 3 && shared / Math.min(a.size, b.size) >= 0.5;
};

const nameOf = (row: Row): string => `us-${row.issue}`;
const isEmpty = (row: Row): boolean => /no details/i.test(row.state);

const fateOf = (
  row: Row,
  before: readonly Row[],
  sorting: NonNullable<Scenario['proposals']>['sorting'],
): ProposalOrder['fate'] => {
  if (isEmpty(row)) return { is: 'declined', because: 'empty' };
  const twin = before.find((other) => !isEmpty(other) && saysTheSame(other.title, row.title));
  if (twin) return { is: 'merged', into: nameOf(twin) };
  const title = row.title.toLowerCase();
  const fitting = sorting.find(({ words }) => words.some((word) => title.includes(word.toLowerCase())));
  return fitting
    ? { is: 'part-of', commitment: fitting.commitment }
    : { is: 'declined', because: 'out-of-scope' };
};

const readRows = (file: string): readonly Row[] =>
  z.array(Row).parse(parse(readFileSync(file, 'utf8'), { columns: true, bom: true }));

/** A twin that was itself merged leads on to where it went. */
const leadingOn = (orders: readonly ProposalOrder[]): readonly ProposalOrder[] => {
  const byName = new Map(orders.map((order) => [order.proposal, order]));
  const end = (name: string): string => {
    const fate = byName.get(name)?.fate;
    return fate?.is === 'merged' ? end(fate.into) : name;
  };
  return orders.map((order) =>
    order.fate.is === 'merged' ? { ...order, fate: { is: 'merged', into: end(order.fate.into) } } : order,
  );
};

/** Puts the real proposals in the place of the given ones when their file is there; says in one line when it is not. */
export const usProposals = (scenario: Scenario, say: (line: string) => void): Scenario => {
  const { proposals } = scenario;
  if (proposals?.source === undefined) return scenario;
  const file = fromTop(proposals.source);
  if (!existsSync(file)) {
    say(
      `The real proposals (${proposals.source}) are not there; ${proposals.given.length} built-in ones stand in for them.`,
    );
    return scenario;
  }
  const rows = readRows(file);
  const given = rows.map(
    (row, at): ProposalOrder => ({
      proposal: nameOf(row),
      title: row.title.slice(0, 300),
      lang: 'en',
      channel: row.origin.startsWith('working session') ? 'meeting' : 'online',
      fate: fateOf(row, rows.slice(0, at), proposals.sorting),
    }),
  );
  return { ...scenario, proposals: { ...proposals, given: [...leadingOn(given)] } };
};
