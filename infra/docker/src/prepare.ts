import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeStreams } from '@madang/nats-infra';
import { prepareDatabase } from '@madang/postgres-infra';
import pRetry from 'p-retry';
import { secretFiles, withSchema } from './secrets/secret-files.ts';

/** Makes roles, schemas and streams and applies what migrations are missing; runs before the processes at every `up`. */
const read = (file: string): string => readFileSync(file, 'utf8').trim();
const roles = JSON.parse(read(secretFiles.databaseRoles)) as Record<string, string>;
// When everything is restarted at once, the engines may come after it. What is there already is left as it is.
const onceTheyAnswer = <T>(make: () => Promise<T>): Promise<T> =>
  pRetry(make, { retries: 30, minTimeout: 1_000, factor: 1 });
const applied = await onceTheyAnswer(() =>
  prepareDatabase({
    adminUrl: `postgresql://postgres:${read(secretFiles.postgresPassword)}@postgres:5432/postgres`,
    database: 'madang',
    services: withSchema.map((name) => ({
      name,
      migrationsDir: fileURLToPath(new URL(`../../../services/${name}/prisma/migrations`, import.meta.url)),
      password: roles[name] ?? '',
    })),
  }),
);
// Its image has nothing to look with: it is well when it has taken up every stream that it had.
await onceTheyAnswer(async () => {
  const { status } = await fetch('http://nats:8222/healthz', { signal: AbortSignal.timeout(5_000) });
  if (status !== 200) throw new Error(`NATS answered ${status} when asked for its health`);
});
const { infra = '' } = JSON.parse(read(secretFiles.natsUsers)) as Record<string, string>;
await onceTheyAnswer(() => makeStreams({ url: 'nats://nats:4222', password: infra }));
console.log(JSON.stringify({ applied }));
