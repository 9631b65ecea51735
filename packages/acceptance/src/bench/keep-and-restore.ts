import { statSync } from 'node:fs';
import { join } from 'node:path';
import { backUp, restore } from '@madang/keep';
import { prepareDatabase, urlOfDatabase, withClient } from '@madang/postgres-infra';
import type { BenchPlace } from './bench-place.ts';
import { type Figure, figure } from './figure.ts';

const FACTS = 100_000;
/** Seconds in which a backup and its restore are to be done. */
const GOAL = 600;
const EMPTY = 'bench_empty';

/** Facts with their remembered answers, a sealed text and its key for every second of them. */
const fill = (url: string, service: string, facts: number): Promise<void> =>
  withClient(url, async (client) => {
    await client.query(
      `INSERT INTO ${service}.event SELECT n, gen_random_uuid(), '${service}.contribution.accepted.v1', 'contribution', n::text, 1, gen_random_uuid(), gen_random_uuid(),
         jsonb_build_object('sequence', n, 'subject', 'contribution/' || gen_random_uuid(), 'data', jsonb_build_object('의견', repeat(md5(n::text), 20)))::text
       FROM generate_series(1, $1::int) AS n`,
      [facts],
    );
    await client.query(`UPDATE ${service}.head SET sequence = $1`, [facts]);
    await client.query(
      `INSERT INTO ${service}.command SELECT command_id, type, md5(type), '{"status":200,"effects":[]}' FROM ${service}.event`,
    );
    await client.query(
      `INSERT INTO ${service}.text SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), NULL, 'ko', 'public', false, NULL, repeat(md5(sequence::text), 12), true
       FROM ${service}.event WHERE sequence % 2 = 0`,
    );
    await client.query(
      `INSERT INTO ${service}.text_key SELECT key_id, repeat(md5(key_id::text), 3), true FROM ${service}.text`,
    );
  });

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
};

/** Backing up a hundred thousand facts and putting them back onto an empty installation, against the time it may take. */
export const keepAndRestore = async (
  place: BenchPlace,
  services: readonly string[],
): Promise<readonly Figure[]> => {
  const from = urlOfDatabase(place.adminUrl, 'bench');
  for (const service of services) await fill(from, service, FACTS / services.length);
  await prepareDatabase({ adminUrl: place.adminUrl, database: EMPTY, services: place.orders });
  const to = urlOfDatabase(place.adminUrl, EMPTY);
  const file = join(place.dir, 'bench.tar.gz');
  const { masterKey } = place;
  const evidenceDir = join(place.dir, 'evidence');
  const backup = await seconds(() => backUp({ databaseUrl: from, masterKey, evidenceDir, file }));
  const restored = await seconds(() => restore({ databaseUrl: to, masterKey, evidenceDir, file }));
  const megabytes = statSync(file).size / 1_000_000;
  console.log(
    `  backup ${backup.toFixed(1)} s, restore ${restored.toFixed(1)} s, archive ${megabytes.toFixed(1)} MB`,
  );
  const what = `seconds to back up and put back ${FACTS} facts with answers, texts and keys, against those it may take`;
  return [
    figure({
      ...{ id: 'keep', what, ours: backup + restored, baseline: GOAL, goal: 1, better: 'lower' },
    }),
  ];
};
