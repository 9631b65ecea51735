import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { asker, connectNats } from '@madang/messaging';
import { faultFacts, listeningOf, makeLog, openMeters, readSettings, serveHealth } from '@madang/service-kit';
import { openTracing } from '@madang/telemetry';
import closeWithGrace from 'close-with-grace';
import { connect } from './adapters/connect.ts';
import { countedTogether } from './adapters/counted-together.ts';
import { sessionRows } from './adapters/session-rows.ts';
import { buildName } from './build-name.ts';
import { openFacts } from './doors/facts.ts';
import { readPublic } from './doors/read-public.ts';
import { makeServer } from './doors/server.ts';
import { providerSettings } from './doors/sign-in/provider-settings.ts';
import { openReadModel } from './open-read-model.ts';
import { openSite } from './open-site.ts';
import { ownHealth } from './own-health.ts';

const traces = await openTracing('portal');
const log = makeLog('portal');
const { NODE_ENV, MADANG_HOME = '.madang', MADANG_HOST = '127.0.0.1', MADANG_PORT = '8080' } = process.env;
const often = NODE_ENV === 'production' ? { reading: '120', signIn: '5', writing: '10' } : undefined;
const { MADANG_RATE = often?.reading ?? '60000', MADANG_RATE_SIGN_IN = often?.signIn ?? '60000' } =
  process.env;
const {
  MADANG_RATE_WRITING = often?.writing ?? '60000',
  MADANG_TRUST_PROXY,
  MADANG_TEMPORAL_UI,
  MADANG_CONTACT,
} = process.env;

const isProduction = NODE_ENV === 'production';
const build = buildName(process.env);
// Before anything opens: no production without a sign-in provider of one's own.
const provider = providerSettings(process.env, `http://127.0.0.1:${MADANG_PORT}`);

const { databaseUrl, natsUrl, passwords, masterKey, healthPort } = readSettings();
let ready = false;
const meters = await openMeters('portal');
const health = serveHealth(healthPort, () => ready, meters);
const [connection, facts] = await Promise.all([
  connectNats({ url: natsUrl, user: 'portal-asks', password: passwords['portal-asks'] ?? '' }),
  openFacts(natsUrl, passwords),
]);
const database = connect(databaseUrl);
const readModel = openReadModel({
  database,
  inlets: facts.inlets,
  readPublic: readPublic(asker(connection)),
  onFault: (fault) => log.warn(faultFacts(fault), 'a fact could not be taken in yet'),
});
const unheard = Object.fromEntries(facts.inlets.map(({ source }) => [source, 0]));
meters?.watch(listeningOf(database, unheard));
const app = await makeServer({
  asker: asker(connection),
  secret: createHmac('sha256', masterKey).update('portal sessions').digest(),
  log,
  ownHealth: ownHealth({
    database,
    heard: readModel.heard,
    nats: () => connection.info?.version ?? null,
    build,
  }),
  ownParked: { list: readModel.parked, replay: readModel.replay },
  temporalUi: MADANG_TEMPORAL_UI,
  contact: MADANG_CONTACT || undefined,
  standing: readModel.standing,
  site: openSite(database),
  heard: readModel.hasHeard,
  sessions: sessionRows(database),
  isProduction,
  evidenceFolder: join(MADANG_HOME, 'evidence'),
  perMinute: Number(MADANG_RATE),
  provider,
  // Anybody can be anybody with the sign-in of development and rehearsals.
  believesAll: !isProduction,
  signInsPerMinute: Number(MADANG_RATE_SIGN_IN),
  limiterOf: countedTogether(
    database,
    createHmac('sha256', masterKey).update('whom the portal counts').digest(),
  ),
  writesPerMinute: Number(MADANG_RATE_WRITING),
  trustProxy: MADANG_TRUST_PROXY === 'yes',
  meters,
});
await app.listen({ port: Number(MADANG_PORT), host: MADANG_HOST });
ready = true;
log.info({ port: Number(MADANG_PORT) }, 'doors open');

closeWithGrace({ delay: 10_000 }, async () => {
  ready = false;
  await app.close();
  await readModel.stop();
  await facts.close();
  await connection.drain();
  await database.$disconnect();
  await traces?.stop();
  health.close();
});
