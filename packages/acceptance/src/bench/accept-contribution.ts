import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { freePort, houseProcesses, type System } from '@madang/local';
import { until } from '@madang/testing';
import { type Figure, figure, percentile } from './figure.ts';
import { perSecond, type Request } from './load.ts';
import { openPlace, type Place } from './open-place.ts';

const MANY = 4_000;
const ROUNDS = 3;
/** Connections at once: a call for contributions in its last hour. */
const CONNECTIONS = Number(process.env.BENCH_CONNECTIONS ?? 64);

/** Contributions by mail, each of another person. */
export const contributions = ({ address, headers }: Place, many = MANY): readonly Request[] => {
  const receivedOn = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  return Array.from({ length: many }, (_, index) => {
    const body = {
      ...address,
      contributionId: randomUUID(),
      contributorId: randomUUID(),
      contributorKind: 'person',
      channel: 'mail',
      receivedOn,
      text: { lang: 'ko', text: `의견 ${index}: 정보를 더 일찍 공개해 주십시오. `.repeat(4) },
    };
    return { headers: { ...headers, 'idempotency-key': randomUUID() }, body: JSON.stringify(body) };
  });
};

/** Both by turns, after a round of each that does not count. @returns the median of each, a second */
const inTurns = async (place: Place, ourUrl: string, bareUrl: string) => {
  const rates: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [who, url] of [['bare', bareUrl] as const, ['ours', ourUrl] as const]) {
      const rate = await perSecond(url, contributions(place), CONNECTIONS);
      if (round > 0) rates[who].push(rate);
    }
  console.log(
    `  ours ${rates.ours.map(Math.round)}, bare ${rates.bare.map(Math.round)}, load ${loadavg()[0]}`,
  );
  return { ours: percentile(rates.ours, 0.5), baseline: percentile(rates.bare, 0.5) };
};

/** The commitments service without relay and listeners in place of the usual one. Gives what puts that back. */
const pauseCommitments = async (system: System): Promise<() => Promise<void>> => {
  const usual = system.processes.commitments;
  const main = houseProcesses.find((one) => one.name === 'commitments')?.main;
  if (!usual || !main) throw new Error('there is no commitments service');
  await usual.stop();
  const paused = fork(main, {
    env: { ...process.env, ...usual.env, MADANG_PAUSED: 'relay,listeners' },
    stdio: 'ignore',
  });
  await until(async () => (await fetch(`${usual.healthUrl}/ready`)).status === 200, {
    within: 30_000,
    what: 'commitments without relay and listeners',
  });
  return async () => {
    paused.kill('SIGTERM');
    await once(paused, 'exit');
    await usual.start();
  };
};

/** Accepting contributions over HTTP, with relay and listeners paused and running, against a bare Fastify + zod + one insert on the same PostgreSQL. */
export const acceptContribution = async (system: System, databaseUrl: string): Promise<readonly Figure[]> => {
  const place = await openPlace(system.portalUrl);
  const port = await freePort();
  const bare = fork(fileURLToPath(new URL('./bare-server.ts', import.meta.url)), {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port) },
  });
  await once(bare, 'message');
  const ourUrl = `${system.portalUrl}/api/commitments/contribute`;
  const bareUrl = `http://127.0.0.1:${port}/contribute`;
  const sustained = await inTurns(place, ourUrl, bareUrl);
  const resume = await pauseCommitments(system);
  const alone = await inTurns(place, ourUrl, bareUrl);
  await resume();
  bare.kill();
  const what = `contributions accepted a second over ${CONNECTIONS} connections, relay and listeners`;
  const against = 'against bare Fastify + zod + insert';
  return [
    figure({
      id: 'accept-paused',
      what: `${what} paused, ${against}`,
      ...alone,
      goal: 1,
      better: 'higher',
    }),
    figure({
      id: 'accept-sustained',
      what: `${what} running, ${against}`,
      ...sustained,
      goal: 0.5,
      better: 'higher',
    }),
  ];
};
