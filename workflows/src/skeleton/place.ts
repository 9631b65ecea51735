import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Actor, Query, ResultOf } from '@madang/contracts';
import { type Asker, asker, connectNats } from '@madang/messaging';
import { makePasswords, makeStreams, serverConfig } from '@madang/nats-infra';
import { makeLog } from '@madang/service-kit';
import { freshNamespace, freshNats } from '@madang/testing';
import { Client, Connection } from '@temporalio/client';
import { saveHistories } from '../histories/save-histories.ts';
import { openWorkflows, type WorkflowsOptions } from '../open-workflows.ts';
import { searchAttributes } from '../search-attributes.ts';
import { openStandIn, type Scene, type StandIn } from './stand-in.ts';

const operator: Actor = { id: '00000000-0000-4000-8000-00000000a11a', roles: ['operator'] };
/** With a label the histories of a run of specs are kept for the replay specs. */
const SAVE_AS = process.env.MADANG_SAVE_HISTORIES;
const saved = fileURLToPath(new URL('../../saved-histories', import.meta.url));
/** Bundles are the same for every spec of a run. */
const home = join(tmpdir(), 'madang-workflows-spec');

/** A real NATS and a namespace of a real Temporal, with stand-ins for the services. */
export type SpecPlace = {
  readonly standIn: StandIn;
  readonly client: Client;
  readonly options: Omit<WorkflowsOptions, 'log'>;
  readonly usersFolder: string;
  readonly open: () => Promise<{ readonly stop: () => Promise<void> }>;
  /** Asks the desk, as the portal does: as an operator everywhere, unless somebody else is named. */
  readonly desk: <Q extends Query>(query: Q, body: object, as?: Actor) => Promise<ResultOf<Q>>;
  readonly remove: () => Promise<void>;
};

export const specPlace = async (scene: Scene): Promise<SpecPlace> => {
  const passwords = makePasswords();
  const nats = await freshNats(({ port, monitorPort }) => serverConfig({ port, monitorPort, passwords }));
  await makeStreams({ url: nats.url, password: passwords.infra ?? '' });
  const { address, namespace } = await freshNamespace(searchAttributes);
  const standIn = await openStandIn(scene, nats.url, passwords);
  const asks = await connectNats({
    url: nats.url,
    user: 'portal-asks',
    password: passwords['portal-asks'] ?? '',
  });
  const portal: Asker = asker(asks);
  const connection = await Connection.connect({ address });
  const options = { natsUrl: nats.url, passwords, temporalAddress: address, namespace, home };
  const log = makeLog('workflows-spec');
  log.level = process.env.SPEC_LOG ?? 'silent';

  return {
    standIn,
    options,
    usersFolder: mkdtempSync(join(tmpdir(), 'madang-workflows-users-')),
    client: new Client({ connection, namespace }),
    open: () => openWorkflows({ ...options, log }),
    desk: async (query, body, actor = operator) => {
      const answer = await portal.query({ type: query.type, actor, body }, 50_000);
      if (answer.status === 200) return answer.result as ResultOf<typeof query>;
      throw new Error(`${query.type} was answered ${JSON.stringify(answer)}`);
    },
    remove: async () => {
      if (SAVE_AS)
        await saveHistories(new Client({ connection, namespace }), {
          folder: saved,
          label: `${SAVE_AS}${namespace.replaceAll(/[^A-Za-z0-9]/g, '').slice(-5)}`,
          most: 4,
        });
      await standIn.stop();
      await asks.close();
      await connection.close();
      await nats.remove();
    },
  };
};
