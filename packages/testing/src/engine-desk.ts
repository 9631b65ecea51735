import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import {
  type PostgresEngine,
  type SearchAttributes,
  startPostgres,
  startTemporal,
  type TemporalEngine,
} from '@madang/local';

/** Hands the engines of one test run to its worker processes, and starts each when it is first asked for. */
export type EngineDesk = { readonly url: string; readonly close: () => Promise<void> };

export type NamespaceOrder = { readonly name: string; readonly attributes: SearchAttributes };

/** Opens the desk; nothing is started yet. */
export const openEngineDesk = async (home: string): Promise<EngineDesk> => {
  let postgres: Promise<PostgresEngine> | undefined;
  let temporal: Promise<TemporalEngine> | undefined;
  const log = (line: string) => console.log(line);

  const answers: Readonly<Record<string, (body: string) => Promise<unknown>>> = {
    '/postgres': async () => {
      postgres ??= startPostgres({ dir: join(home, 'postgres'), log });
      const { url, dataDir } = await postgres;
      return { url, dataDir };
    },
    '/namespace': async (body) => {
      temporal ??= startTemporal({ dir: join(home, 'temporal'), log });
      const { address, uiUrl, httpUrl, createNamespace } = await temporal;
      const { name, attributes } = JSON.parse(body) as NamespaceOrder;
      await createNamespace(name, attributes);
      return { address, uiUrl, httpUrl };
    },
  };

  const server = createServer(async (request, response) => {
    const body = (await request.toArray()).join('');
    const answer = answers[request.url ?? ''];
    try {
      if (answer === undefined) throw new Error(`Nothing is handed out at ${request.url}.`);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(await answer(body)));
    } catch (error) {
      response.writeHead(500).end(error instanceof Error ? error.message : String(error));
    }
  });
  await new Promise<void>((opened) => server.listen(0, '127.0.0.1', opened));

  const close = async () => {
    server.closeAllConnections();
    server.close();
    for (const engine of await Promise.allSettled([temporal, postgres])) {
      if (engine.status === 'fulfilled') await engine.value?.stop();
    }
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
};
