import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { crashPoint } from '@madang/messaging';
import { rewriteKeys, services } from '@madang/nats-infra';
import { withClient } from '@madang/postgres-infra';
import type pg from 'pg';
import { demandIdle } from '../idle.ts';
import { masterKeyCheck } from '../manifest.ts';
import { readKey } from '../master-key.ts';
import { writeSecret } from '../write-secret.ts';
import { type Rewrap, rewrapping } from './rewrap.ts';
import { rewrapRows } from './rewrap-rows.ts';
import { letRolesIn, shutRoles } from './shut-roles.ts';

export type MasterKeyRotation = {
  /** Address of a superuser in Madang's database. */
  readonly databaseUrl: string;
  readonly masterKeyFile: string;
  readonly nats: { readonly url: string; readonly passwords: Readonly<Record<string, string>> };
  readonly log?: ((line: string) => void) | undefined;
};

/** Where the next key lies until everything is wrapped under it. */
export const nextKeyFile = (masterKeyFile: string): string => `${masterKeyFile}.next`;
/** Where a key that was changed stays, for the archives that were made under it. */
const formerKeyFile = (masterKeyFile: string, key: Buffer): string =>
  `${masterKeyFile}.former-${masterKeyCheck(key).slice(0, 8)}`;
const text = (key: Buffer): string => key.toString('base64');

const LOCK = 7_265_263;
const oneAtATime = async (client: pg.ClientBase): Promise<void> => {
  const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [LOCK]);
  if (!rows[0]?.mine) throw new Error('The master key is being changed already.');
};

const inStreams = async (
  { nats }: MasterKeyRotation,
  rewrap: Rewrap,
  between?: () => void,
): Promise<number> => {
  const to = { url: nats.url, password: nats.passwords.infra ?? '' };
  let done = 0;
  for (const service of services) done += await rewriteKeys(to, service, rewrap, between ? { between } : {});
  return done;
};

/**
 * Wraps every key anew under another master key, in the rows and in the key streams, while nothing runs. Killed at any moment it
 * goes on when it is run again, and until it is done no service gets into the database. The former key stays beside the new one:
 * only archives that were made under it need it.
 */
export const rotateMasterKey = async (options: MasterKeyRotation): Promise<void> => {
  const { databaseUrl, masterKeyFile, log = () => {} } = options;
  const nextFile = nextKeyFile(masterKeyFile);
  await withClient(databaseUrl, async (client) => {
    await oneAtATime(client);
    await demandIdle(client, 'the master key is changed');
    const old = readKey(masterKeyFile);
    if (existsSync(nextFile)) log('Going on with the change that was begun.');
    else writeSecret(nextFile, text(randomBytes(32)));
    const next = readKey(nextFile);
    crashPoint('rotation-after-note');
    // Whoever was killed with the new key in its place had only to let the services in again.
    if (!old.equals(next)) {
      const rewrap = rewrapping(old, next);
      // Before anything is changed: NATS answers, and every key in it opens.
      await inStreams(options, (wrapped) => void rewrap(wrapped));
      await shutRoles(client);
      await demandIdle(client, 'the master key is changed');
      log(`${await rewrapRows(client, { old, next, rewrap })} keys in the rows wrapped anew`);
      crashPoint('rotation-after-rows');
      const copies = await inStreams(options, rewrap, () => crashPoint('rotation-between-copies'));
      log(`${copies} keys in the streams wrapped anew`);
      writeSecret(formerKeyFile(masterKeyFile, old), text(old));
      writeSecret(masterKeyFile, text(next));
      crashPoint('rotation-after-swap');
    }
    await letRolesIn(client);
    rmSync(nextFile);
  });
};
