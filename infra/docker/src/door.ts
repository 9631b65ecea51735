import { lookup } from 'node:dns/promises';
import { createServer } from 'node:http';
import { openDoor } from './door/open-door.ts';

/** The door before several portals: asks whoever is at the name `portal`, in turn. `/` on the health port says whom, how often. */
const portals = async (): Promise<readonly string[]> =>
  (await lookup('portal', { all: true, family: 4 })).map(({ address }) => `http://${address}:8080`);

const door = await openDoor({ portals });
await door.app.listen({ port: 8080, host: '0.0.0.0' });
const health = createServer((request, response) => {
  const isReady = request.url !== '/ready' || door.sent().size > 0;
  response
    .writeHead(isReady ? 200 : 503, { 'content-type': 'application/json' })
    .end(JSON.stringify(Object.fromEntries(door.sent())));
}).listen(8081, '127.0.0.1');

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => {
    health.close();
    void door.close().then(() => process.exit(0));
  });
