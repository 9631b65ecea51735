import { makeLog, readSettings } from '@madang/service-kit';
import { connect } from './adapters/connect.ts';
import { openFacts } from './doors/facts.ts';
import { rebuildReadModel } from './open-read-model.ts';

/** Drops the read model and fills it again from the streams, while the portal may run; told by the same environment. */
const log = makeLog('portal-rebuild');
const { databaseUrl, natsUrl, passwords } = readSettings();
const database = connect(databaseUrl);
const facts = await openFacts(natsUrl, passwords);
try {
  log.info({ heard: await rebuildReadModel({ database, inlets: facts.inlets }) }, 'read model rebuilt');
} finally {
  await facts.close();
  await database.$disconnect();
}
