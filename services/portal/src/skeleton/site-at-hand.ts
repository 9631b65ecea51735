import { makePasswords, makeStreams, serverConfig } from '@madang/nats-infra';
import { freshDatabase, freshNats } from '@madang/testing';
import { connect } from '../adapters/connect.ts';
import { openFacts } from '../doors/facts.ts';
import { openReadModel, rebuildReadModel } from '../open-read-model.ts';
import { openSite } from '../open-site.ts';
import { siteScene } from './site-scene.ts';
import { openTelling } from './telling.ts';

/** A read model over engines of its own, a scene told into it, and what its pages ask. */
export const siteAtHand = async () => {
  const passwords = makePasswords();
  const nats = await freshNats((at) =>
    serverConfig({ port: at.port, monitorPort: at.monitorPort, passwords }),
  );
  await makeStreams({ url: nats.url, password: passwords.infra ?? '' });
  const base = await freshDatabase(['portal']);
  const database = connect(base.urls.portal ?? '');
  const facts = await openFacts(nats.url, passwords);
  const telling = await openTelling(nats.url, passwords);
  const scene = siteScene(telling);
  const { inlets } = facts;
  const model = openReadModel({
    ...{ database, inlets, onFault: () => undefined },
    readPublic: async (_source, ids) =>
      new Map(ids.flatMap((id) => (scene.words.has(id) ? [[id, scene.words.get(id) ?? ''] as const] : []))),
  });
  await scene.begin();
  return {
    ...{ database, telling, scene, model, site: openSite(database) },
    /** Waits until everything told so far has been heard, in milliseconds for each source. */
    heard: async (within = 10_000): Promise<void> => {
      for (const source of ['forums', 'commitments', 'ministries'] as const)
        if (!(await model.hasHeard(source, await telling.head(source), within)))
          throw new Error(`${source} was not heard to its head`);
    },
    rebuilt: () => rebuildReadModel({ database, inlets }),
    close: async (): Promise<void> => {
      await model.stop();
      await telling.close();
      await facts.close();
      await database.$disconnect();
      await nats.remove();
      await base.drop();
    },
  };
};
