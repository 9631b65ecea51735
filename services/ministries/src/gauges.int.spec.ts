import { randomUUID } from 'node:crypto';
import { type FreshDatabase, freshDatabase } from '@madang/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect } from './adapters/connect.ts';
import { gauges } from './gauges.ts';

let base: FreshDatabase;
let database: ReturnType<typeof connect>;
const [real, rehearsal] = [randomUUID(), randomUUID()];

const owes = async (forumId: string, institutionId: string, late: boolean): Promise<void> => {
  await database.$executeRawUnsafe(
    `INSERT INTO obligation_row (id, forum_id, institution_id, imposed_on_id, acting_institution_id, obligation_kind, subject, state,
                                 due_on, late, silent, extension_asked, ladder_version, ladder)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $3::uuid, $3::uuid, 'report', '{}', 'open', '2026-12-01', $4, false, false, 1, '[]')`,
    ...[randomUUID(), forumId, institutionId, late],
  );
};
beforeAll(async () => {
  base = await freshDatabase(['ministries']);
  database = connect(base.urls.ministries ?? '');
  for (const [id, clock] of [
    [real, 'wall'],
    [rehearsal, 'stepped'],
  ])
    await database.$executeRawUnsafe(
      "INSERT INTO forum_copy (id, zone, country, rule_pack, clock) VALUES ($1::uuid, 'Asia/Seoul', 'KR', 'ogp-2022', $2)",
      ...[id, clock],
    );
});
afterAll(async () => {
  await database.$disconnect();
  await base.drop();
});

it('every duty is counted though only a hundred institutions are named, the late ones first; a rehearsal’s are not', async () => {
  const institutions = Array.from({ length: 130 }, () => randomUUID());
  const late = institutions.at(-1) ?? '';
  for (const id of institutions) await owes(real, id, id === late);
  await owes(rehearsal, randomUUID(), true);
  const counted = await gauges(database);
  expect(counted.reduce((sum, { value }) => sum + value, 0)).toBe(130);
  expect(new Set(counted.map(({ labels }) => labels.institution)).size).toBe(101);
  expect(counted.find(({ labels }) => labels.institution === 'others')).toMatchObject({ value: 30 });
  expect(counted.filter(({ labels }) => labels.late === 'true')).toEqual([
    {
      name: 'madang_obligations',
      value: 1,
      labels: { state: 'open', kind: 'report', late: 'true', institution: late },
    },
  ]);
});
