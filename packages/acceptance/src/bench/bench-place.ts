import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, startNats, startPostgres } from '@madang/local';
import { makePasswords, makeStreams, serverConfig } from '@madang/nats-infra';
import { prepareDatabase, urlOfService } from '@madang/postgres-infra';

const servicesDir = fileURLToPath(new URL('../../../../services', import.meta.url));

/** Engines of one's own for a measurement, with the walls and the durability of an installation. */
export const benchPlace = async (services: readonly string[]) => {
  const dir = mkdtempSync(join(tmpdir(), 'madang-bench-'));
  chmodSync(dir, 0o755);
  const postgres = await startPostgres({ dir: join(dir, 'postgres') });
  const passwords = makePasswords();
  const port = await freePort();
  const configFile = join(dir, 'nats.conf');
  writeFileSync(configFile, serverConfig({ port, passwords }));
  const nats = await startNats({ dir: join(dir, 'nats'), configFile, port });
  await makeStreams({ url: nats.url, password: passwords.infra ?? '' });
  const orders = services.map((name) => ({
    name,
    password: `bench-${name}`,
    migrationsDir: join(servicesDir, name, 'prisma', 'migrations'),
  }));
  await prepareDatabase({ adminUrl: postgres.url, database: 'bench', services: orders });
  const usersFile = join(dir, 'users.json');
  const keyFile = join(dir, 'master-key');
  writeFileSync(usersFile, JSON.stringify(passwords));
  writeFileSync(keyFile, Buffer.alloc(32, 3).toString('base64'));
  return {
    dir,
    orders,
    adminUrl: postgres.url,
    natsUrl: nats.url,
    passwords,
    usersFile,
    keyFile,
    masterKey: Buffer.alloc(32, 3),
    urlOf: (service: string) => urlOfService(postgres.url, 'bench', service, `bench-${service}`),
    close: async () => {
      await nats.kill();
      await postgres.kill();
      rmSync(dir, { recursive: true, force: true });
    },
  };
};
export type BenchPlace = Awaited<ReturnType<typeof benchPlace>>;
