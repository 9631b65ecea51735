import { randomUUID } from 'node:crypto';
import { type CommandEnvelope, CycleOpened, PROCESS_ACTOR_ID } from '@madang/contracts';
import { copy, defineService } from '@madang/decider';
import { asker, connectNats } from '@madang/messaging';
import { makeLog, openService } from '@madang/service-kit';
import { forums } from '@madang/service-kit/skeleton';
import { pgDatabase, until } from '@madang/testing';
import { Logger, run } from 'graphile-worker';
import pg from 'pg';
import type { BenchPlace } from './bench-place.ts';
import { type Figure, figure, percentile } from './figure.ts';

const TIMES = 500;
const PAUSE = 5;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE));
const quietLog = (name: string) => {
  const log = makeLog(name);
  log.level = 'silent';
  return log;
};

/** From the commit of a fact in one service to the start of its effect in another: through relay, stream and listener. */
const ourLatencies = async (place: BenchPlace): Promise<readonly number[]> => {
  const committed = new Map<string, number>();
  const started = new Map<string, number>();
  const listening = defineService<object>({
    name: 'commitments',
    aggregates: [],
    answers: [],
    responds: [],
    projections: [],
    hears: {
      forums: [
        copy(CycleOpened, async (_rows: object, facts) => {
          for (const fact of facts) started.set(fact.data.cycleId, performance.now());
        }),
      ],
    },
    tells: [],
  });
  const shared = {
    natsUrl: place.natsUrl,
    passwords: place.passwords,
    masterKey: place.masterKey,
    rows: () => ({}),
  };
  const databases = [pgDatabase(place.urlOf('forums')), pgDatabase(place.urlOf('commitments'))] as const;
  const telling = await openService({
    ...shared,
    service: forums,
    database: databases[0],
    log: quietLog('bench'),
  });
  const hearing = await openService({
    ...shared,
    service: listening,
    database: databases[1],
    log: quietLog('bench'),
  });
  telling.onCommitted((events) => {
    for (const event of events) committed.set(event.subject.replace('cycle/', ''), performance.now());
  });
  const portal = asker(
    await connectNats({
      url: place.natsUrl,
      user: 'portal-asks',
      password: place.passwords['portal-asks'] ?? '',
    }),
  );
  const forumId = randomUUID();
  const ask = (type: string, body: object): Promise<unknown> => {
    const envelope: CommandEnvelope = {
      id: randomUUID(),
      type,
      actor: { id: PROCESS_ACTOR_ID, roles: ['secretariat'] },
      forumId,
      correlationId: randomUUID(),
      body: { forumId, ...body },
    };
    return portal.command(envelope);
  };
  await ask('forums.found-forum.v1', {
    name: { ko: '포럼', en: 'Forum' },
    level: 'national',
    zone: 'Asia/Seoul',
    country: 'KR',
    languages: ['ko'],
    rulePack: 'ogp-2022',
  });
  const cycles = Array.from({ length: TIMES }, () => randomUUID());
  for (const cycleId of cycles) {
    await ask('forums.open-cycle.v1', {
      cycleId,
      name: { ko: '계획', en: 'Plan' },
      startsOn: '2026-01-01',
      endsOn: '2027-12-31',
      years: 2,
    });
    await pause();
  }
  await until(() => started.size === TIMES, { within: 30_000, what: 'every effect' });
  await telling.stop();
  await hearing.stop();
  for (const database of databases) await database.$disconnect();
  return cycles.map((id) => (started.get(id) ?? Number.NaN) - (committed.get(id) ?? Number.NaN)).slice(50);
};

/** The same for graphile-worker: from the commit of the job to the start of its task. */
const workerLatencies = async (place: BenchPlace): Promise<readonly number[]> => {
  const pool = new pg.Pool({ connectionString: place.adminUrl, max: 8 });
  const started = new Map<string, number>();
  const committed = new Map<string, number>();
  const runner = await run({
    pgPool: pool,
    concurrency: 1,
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
    taskList: {
      effect: async (payload) => void started.set((payload as { id: string }).id, performance.now()),
    },
  });
  const ids = Array.from({ length: TIMES }, () => randomUUID());
  for (const id of ids) {
    await runner.addJob('effect', { id });
    committed.set(id, performance.now());
    await pause();
  }
  await until(() => started.size === TIMES, { within: 30_000, what: 'every job' });
  await runner.stop();
  await pool.end();
  return ids.map((id) => (started.get(id) ?? Number.NaN) - (committed.get(id) ?? Number.NaN)).slice(50);
};

export const pickUpLatency = async (place: BenchPlace): Promise<readonly Figure[]> => {
  const baseline = await workerLatencies(place);
  const ours = await ourLatencies(place);
  const at = (share: number, goal: number): Figure =>
    figure({
      id: `pick-up-p${share * 100}`,
      what: `commit to start of effect, ms at p${share * 100}, against graphile-worker`,
      ours: percentile(ours, share),
      baseline: percentile(baseline, share),
      goal,
      better: 'lower',
    });
  return [at(0.5, 1.5), at(0.99, 3)];
};
