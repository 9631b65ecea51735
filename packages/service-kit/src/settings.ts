import { readFileSync } from 'node:fs';
import { readUsers } from '@madang/messaging';

export type Settings = {
  readonly databaseUrl: string;
  readonly natsUrl: string;
  readonly passwords: Readonly<Record<string, string>>;
  readonly masterKey: Buffer;
  readonly healthPort: number;
  /** `MADANG_PAUSED=relay,listeners`: for measurements and repairs, a service that only records. */
  readonly only: { readonly relay: boolean; readonly listeners: boolean };
};

const demanded = (name: string): string => {
  const value = process.env[name];
  if (!value)
    throw new Error(
      `the environment variable ${name} is missing: start everything with "pnpm start", or see the service's README`,
    );
  return value;
};

/** What a process is told by its environment. @throws with the name of what is missing */
export const readSettings = (): Settings => {
  const paused = (process.env.MADANG_PAUSED ?? '').split(',');
  const masterKey = Buffer.from(readFileSync(demanded('MADANG_MASTER_KEY_FILE'), 'utf8').trim(), 'base64');
  if (masterKey.length !== 32)
    throw new Error('the file named by MADANG_MASTER_KEY_FILE must hold 32 bytes in base64');
  return {
    databaseUrl: demanded('MADANG_DATABASE_URL'),
    natsUrl: demanded('MADANG_NATS_URL'),
    passwords: readUsers(demanded('MADANG_NATS_USERS')),
    masterKey,
    healthPort: Number(process.env.MADANG_HEALTH_PORT ?? 0),
    only: { relay: !paused.includes('relay'), listeners: !paused.includes('listeners') },
  };
};
