import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asker, connectNats, readUsers } from '@madang/messaging';
import { makeLog, serveHealth } from '@madang/service-kit';
import closeWithGrace from 'close-with-grace';
import { makeServer } from './doors/server.ts';

const log = makeLog('portal');
const {
  NODE_ENV,
  MADANG_NATS_URL = '',
  MADANG_NATS_USERS = '',
  MADANG_MASTER_KEY_FILE = '',
  MADANG_HOME = '.madang',
  MADANG_PORT = '8080',
  MADANG_HEALTH_PORT = '0',
  MADANG_RATE = '60000',
} = process.env;

// Anybody can be anybody with the development sign-in.
if (NODE_ENV === 'production')
  throw new Error(
    'The portal has only the development sign-in, which does not run in production: set NODE_ENV to development, or configure a sign-in provider when there is one.',
  );

const passwords = readUsers(MADANG_NATS_USERS);
const connection = await connectNats({
  url: MADANG_NATS_URL,
  user: 'portal-asks',
  password: passwords['portal-asks'] ?? '',
});
const secret = createHmac(
  'sha256',
  Buffer.from(readFileSync(MADANG_MASTER_KEY_FILE, 'utf8').trim(), 'base64'),
)
  .update('portal sessions')
  .digest();
const app = await makeServer({
  asker: asker(connection),
  secret,
  log,
  evidenceFolder: join(MADANG_HOME, 'evidence'),
  perMinute: Number(MADANG_RATE),
});
let ready = false;
const health = serveHealth(Number(MADANG_HEALTH_PORT), () => ready);
await app.listen({ port: Number(MADANG_PORT), host: '127.0.0.1' });
ready = true;
log.info({ port: Number(MADANG_PORT) }, 'doors open');

closeWithGrace({ delay: 10_000 }, async () => {
  ready = false;
  await app.close();
  await connection.drain();
  health.close();
});
