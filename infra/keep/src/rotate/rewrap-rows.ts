import { formerKeyIds, seal, unseal } from '@madang/record';
import type pg from 'pg';
import { KEPT } from '../manifest.ts';
import type { Rewrap } from './rewrap.ts';

const PAGE = 1_000;

/** Tables that hold what is sealed under the master key: their column is named `wrapped`. */
const wrappedIn = async (client: pg.ClientBase): Promise<readonly string[]> =>
  (
    await client.query<{ schema: string; name: string }>(
      `SELECT table_schema AS schema, table_name AS name FROM information_schema.columns
       WHERE column_name = 'wrapped' AND table_schema = ANY($1) ORDER BY 1, 2`,
      [KEPT],
    )
  ).rows.map(({ schema, name }) => `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`);

const rewrapTable = async (client: pg.ClientBase, table: string, rewrap: Rewrap): Promise<number> => {
  let done = 0;
  // A cursor sees what was there when it was opened, not what is written here.
  await client.query(`DECLARE wrapped CURSOR FOR SELECT ctid::text AS at, wrapped FROM ${table}`);
  for (;;) {
    const { rows } = await client.query<{ at: string; wrapped: string }>(`FETCH ${PAGE} FROM wrapped`);
    if (rows.length === 0) break;
    const due = rows.flatMap(({ at, wrapped }) => {
      const anew = rewrap(wrapped);
      return anew === undefined ? [] : [{ at, anew }];
    });
    await client.query(
      `UPDATE ${table} t SET wrapped = d.anew FROM unnest($1::tid[], $2::text[]) AS d(at, anew) WHERE t.ctid = d.at`,
      [due.map((one) => one.at), due.map((one) => one.anew)],
    );
    done += due.length;
  }
  await client.query('CLOSE wrapped');
  return done;
};

/** Keeps the former master key among the keys of every service, under the next one: commands are known again by it. */
const keepFormer = async (client: pg.ClientBase, old: Buffer, next: Buffer): Promise<void> => {
  for (const service of KEPT) {
    const table = `${client.escapeIdentifier(service)}.text_key`;
    const { rows } = await client.query<{ id: string; wrapped: string }>(
      `SELECT id, wrapped FROM ${table} WHERE id = ANY($1::uuid[])`,
      [formerKeyIds],
    );
    if (rows.some(({ wrapped }) => unseal(next, wrapped).equals(old))) continue;
    const free = formerKeyIds.find((id) => !rows.some((row) => row.id === id));
    if (!free) throw new Error(`The master key was changed ${formerKeyIds.length} times; no more are kept.`);
    await client.query(`INSERT INTO ${table} VALUES ($1::uuid, $2, false)`, [free, seal(next, old)]);
  }
};

/**
 * Wraps every key in the rows anew, all in one transaction: after it all of them lie under the next master key, or none. Done
 * already, it changes nothing.
 * @returns how many keys were wrapped anew
 */
export const rewrapRows = async (
  client: pg.ClientBase,
  { old, next, rewrap }: { readonly old: Buffer; readonly next: Buffer; readonly rewrap: Rewrap },
): Promise<number> => {
  const tables = await wrappedIn(client);
  await client.query('BEGIN');
  try {
    let done = 0;
    for (const table of tables) {
      await client.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
      done += await rewrapTable(client, table, rewrap).catch((fault: Error) => {
        throw new Error(`${table}: ${fault.message}. Nothing was changed.`, { cause: fault });
      });
    }
    await keepFormer(client, old, next);
    await client.query('COMMIT');
    // What the keys were wrapped in before does not stay on the disk.
    if (done > 0) for (const table of tables) await client.query(`VACUUM (FULL) ${table}`);
    return done;
  } catch (fault) {
    await client.query('ROLLBACK');
    throw fault;
  }
};
