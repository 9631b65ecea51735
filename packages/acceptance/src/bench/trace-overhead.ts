import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { anyPorts, startSystem } from '@madang/local';
import { contributions } from './accept-contribution.ts';
import { type Figure, figure, percentile } from './figure.ts';
import { perSecond } from './load.ts';
import { openPlace } from './open-place.ts';

const [MANY, ROUNDS, CONNECTIONS] = [1_000, 5, 64];
const shares = [0, 0.1, 1] as const;

/** A collector that takes whatever it is sent and looks at nothing. */
const sink = async (): Promise<{ readonly url: string; readonly close: () => void }> => {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(200).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => void server.close(),
  };
};

const traced = (url: string, share: number): Record<string, string> =>
  share === 0
    ? {}
    : {
        OTEL_EXPORTER_OTLP_ENDPOINT: url,
        OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
        OTEL_TRACES_SAMPLER_ARG: String(share),
      };

/** Contributions over HTTP at a system without tracing and at ones that trace a tenth, or all, by turns. */
export const traceOverhead = async (): Promise<readonly Figure[]> => {
  const collector = await sink();
  const places = [];
  for (const share of shares) {
    const home = mkdtempSync(join(tmpdir(), 'madang-bench-'));
    chmodSync(home, 0o755); // PostgreSQL may run as another user
    const system = await startSystem({ home, ports: await anyPorts(), env: traced(collector.url, share) });
    places.push({ share, home, system, place: await openPlace(system.portalUrl), rates: [] as number[] });
  }
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const { system, place, rates } of places) {
      const url = `${system.portalUrl}/api/commitments/contribute`;
      const rate = await perSecond(url, contributions(place, MANY), CONNECTIONS);
      if (round > 0) rates.push(rate);
    }
  console.log(
    `  ${places.map(({ share, rates }) => `${share * 100} %: ${rates.map(Math.round)}`).join('; ')}; load ${loadavg()[0]}`,
  );
  for (const { system, home } of places) {
    await system.stop();
    rmSync(home, { recursive: true, force: true });
  }
  collector.close();
  const [off, ...on] = places;
  return on.map(({ share, rates }) =>
    figure({
      id: `traced-${share * 100}`,
      what: `contributions accepted a second with ${share * 100} % of requests traced, against none`,
      ours: percentile(rates, 0.5),
      baseline: percentile(off?.rates ?? [], 0.5),
      ...{ goal: 0.95, better: 'higher' },
    }),
  );
};
