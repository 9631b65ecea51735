import { randomUUID } from 'node:crypto';
import { type FreshDatabase, freshDatabase } from '@madang/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect } from './adapters/connect.ts';
import { gauges } from './gauges.ts';

const day = 86_400_000;
const start = Date.now() - 100 * day;
let base: FreshDatabase;
let database: ReturnType<typeof connect>;
let sequence = 0;

/** A cycle that opened at the start and turned to each stage after so many days; `end` closes it. */
const cycleOf = async (
  clock: 'wall' | 'stepped',
  turns: readonly (readonly [string, number])[],
): Promise<void> => {
  const [id, forumId] = [randomUUID(), randomUUID()];
  const last = turns.at(-1)?.[0] ?? 'timetable';
  await database.$executeRawUnsafe(
    'INSERT INTO cycle_row (id, forum_id, clock, stage, closed) VALUES ($1::uuid, $2::uuid, $3, $4, $5)',
    ...[id, forumId, clock, last, last === 'end'],
  );
  for (const [version, [stage, after]] of [['timetable', 0] as const, ...turns].entries()) {
    const type = { timetable: 'opened', end: 'closed' }[stage as string] ?? 'stage-begun';
    const time = new Date(start + after * day).toISOString();
    await database.$executeRawUnsafe(
      "INSERT INTO event VALUES ($1, $2::uuid, $3, 'cycle', $4, $5, $6::uuid, $7::uuid, $8)",
      ...[++sequence, randomUUID(), `forums.cycle.${type}.v1`, id, version + 1, forumId, randomUUID()],
      JSON.stringify({ time, data: { cycleId: id, ...(type === 'stage-begun' ? { stage } : {}) } }),
    );
  }
};
const counted = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await gauges(database)).map(({ name, value, labels }) => [
      [name, ...Object.values(labels)].join(' '),
      Math.round(value * 10) / 10,
    ]),
  );

beforeAll(async () => {
  base = await freshDatabase(['forums']);
  database = connect(base.urls.forums ?? '');
});
afterAll(async () => {
  await database.$disconnect();
  await base.drop();
});

it('a place without cycles counts nothing', async () => {
  expect(await gauges(database)).toEqual([]);
});

it('stages that last are told by how long the longest does, those that are over by how long they took; rehearsals by neither', async () => {
  await cycleOf('wall', [
    ['drafting', 10],
    ['consultation', 40],
  ]);
  await cycleOf('wall', [
    ['drafting', 20],
    ['monitoring', 60],
    ['end', 90],
  ]);
  await cycleOf('wall', []);
  await cycleOf('stepped', [['drafting', 99]]);
  expect(await counted()).toEqual({
    'madang_cycles consultation': 1,
    'madang_stage_days consultation': 60,
    'madang_cycles timetable': 1,
    'madang_stage_days timetable': 100,
    'madang_finished_stages timetable': 2,
    'madang_finished_stage_days timetable 0.5': 15,
    'madang_finished_stage_days timetable 0.9': 19,
    'madang_finished_stage_days timetable 1': 20,
    'madang_finished_stages drafting': 2,
    'madang_finished_stage_days drafting 0.5': 35,
    'madang_finished_stage_days drafting 0.9': 39,
    'madang_finished_stage_days drafting 1': 40,
    'madang_finished_stages monitoring': 1,
    'madang_finished_stage_days monitoring 0.5': 30,
    'madang_finished_stage_days monitoring 0.9': 30,
    'madang_finished_stage_days monitoring 1': 30,
  });
});
