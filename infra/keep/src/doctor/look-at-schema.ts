import { existsSync, readdirSync } from 'node:fs';
import type pg from 'pg';
import { migrationsOf } from '../schema-tables.ts';
import { type Finding, fine, warning, wrong } from './finding.ts';

const migrationsIn = async (
  client: pg.ClientBase,
  service: string,
  folder: string | undefined,
): Promise<Finding> => {
  const check = `migrations ${service}`;
  const files = folder && existsSync(folder) ? readdirSync(folder).filter((one) => /^\d/.test(one)) : [];
  const applied = await migrationsOf(client, service);
  const missing = files.filter((one) => !applied.includes(one)).toSorted();
  const strange = applied.filter((one) => !files.includes(one));
  if (strange.length > 0)
    return wrong(
      check,
      `the database knows ${strange.join(', ')}`,
      'This code is older than the database: use the newer.',
    );
  if (missing.length > 0)
    return wrong(check, `not applied: ${missing.join(', ')}`, 'Start the system: it applies them.');
  return fine(check, `${applied.length} applied`);
};

const waitingIn = async (client: pg.ClientBase, service: string): Promise<Finding> => {
  const check = `facts ${service}`;
  const { rows } = await client.query<{ parked: number; early: number }>(
    `SELECT count(*) FILTER (WHERE state = 'parked')::int AS parked,
            count(*) FILTER (WHERE state <> 'parked')::int AS early FROM ${client.escapeIdentifier(service)}.waiting`,
  );
  const { parked = 0, early = 0 } = rows[0] ?? {};
  if (parked > 0)
    return wrong(
      check,
      `${parked} parked`,
      'Look at the reasons on the operators’ console, mend the cause, replay them.',
    );
  if (early > 0) return warning(check, `${early} wait for their cause`, 'If they stay: is every service up?');
  return fine(check, 'none parked, none waits');
};

const copiesOf = async (client: pg.ClientBase, service: string): Promise<Finding> => {
  const schema = client.escapeIdentifier(service);
  const { rows } = await client.query<{ count: number }>(
    `SELECT ((SELECT count(*) FROM ${schema}.text WHERE NOT copied) + (SELECT count(*) FROM ${schema}.text_key WHERE NOT copied))::int AS count`,
  );
  const left = rows[0]?.count ?? 0;
  return left === 0
    ? fine(`second copies ${service}`, 'of every text and key')
    : warning(
        `second copies ${service}`,
        `${left} not made yet`,
        'Look again in a minute; if it grows: is NATS up?',
      );
};

/** What a service's schema says of it; the portal's, which is made again from the streams, has no texts. */
export const lookAtSchema = async (
  client: pg.ClientBase,
  service: string,
  migrationsDir: string | undefined,
): Promise<readonly Finding[]> => {
  const there = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    `${client.escapeIdentifier(service)}._prisma_migrations`,
  ]);
  if (!there.rows[0]?.there)
    return [wrong(`migrations ${service}`, 'its schema is not there', 'Start the system: it makes it.')];
  const migrations = await migrationsIn(client, service, migrationsDir);
  // What a schema of another version holds is not known here.
  if (migrations.state !== 'fine') return [migrations];
  const facts = [migrations, await waitingIn(client, service)];
  return service === 'portal' ? facts : [...facts, await copiesOf(client, service)];
};
