import { ForumTable, PROCESS_ACTOR_ID } from '@madang/contracts';
import { answerer, asker, connectNats, factReader, memory, WORKFLOWS_BUCKET } from '@madang/messaging';
import { faultFacts, type Gauge, type Logger } from '@madang/service-kit';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { makeActivities } from './activities/activities.ts';
import { workflowBundle } from './bundle.ts';
import { deskAnswers } from './desk/answers.ts';
import { countProcesses } from './desk/count-processes.ts';
import { openMirror } from './desk/mirror.ts';
import { openNotes } from './desk/noted.ts';
import { openRests } from './desk/rests.ts';
import { startListener } from './listener/listener.ts';
import { reconcile } from './reconciler/reconcile.ts';
import { TASK_QUEUE } from './search-attributes.ts';
import { workerDeployment } from './worker-deployment.ts';

export type WorkflowsOptions = {
  readonly natsUrl: string;
  readonly passwords: Readonly<Record<string, string>>;
  readonly temporalAddress: string;
  readonly namespace?: string;
  /** Names this worker's code to Temporal; see `workerDeployment`. */
  readonly buildId?: string | undefined;
  readonly home: string;
  readonly log: Logger;
  /** Where Temporal's own metrics are told, such as 127.0.0.1:9464; nowhere without it. */
  readonly temporalMetricsAt?: string | undefined;
};

export type OpenWorkflows = {
  /** What an operator counts. */
  readonly gauges: () => Promise<readonly Gauge[]>;
  /** Last facts that processes were told of, by source. */
  readonly heard: () => Readonly<Record<string, number>>;
  readonly stop: () => Promise<void>;
};

const SOURCES = ['forums', 'commitments', 'ministries', 'people'] as const;
const EVERY = 120_000;

let installed = false;
/** A process has one runtime, however often the room is opened in it. */
const installRuntime = (log: Logger, metricsAt: string | undefined): void => {
  if (installed) return;
  installed = true;
  Runtime.install({
    // Who opens the room stops it, in its order; the worker would stop at a signal by itself.
    shutdownSignals: [],
    ...(metricsAt
      ? {
          telemetryOptions: {
            metrics: {
              prometheus: {
                bindAddress: metricsAt,
                ...{ countersTotalSuffix: true, unitSuffix: true, useSecondsForDurations: true },
              },
            },
          },
        }
      : {}),
    logger: {
      log: () => undefined,
      trace: () => undefined,
      debug: () => undefined,
      info: () => undefined,
      warn: (message: string) => log.warn({ temporal: message.slice(0, 200) }),
      error: (message: string) => log.error({ temporal: message.slice(0, 200) }),
    } as never,
  });
};

/** The workflows room: worker, listener, reconciler and desk in one process. Opens when all four are at work. */
export const openWorkflows = async ({
  natsUrl,
  passwords,
  temporalAddress,
  namespace = 'default',
  buildId,
  home,
  log,
  temporalMetricsAt,
}: WorkflowsOptions): Promise<OpenWorkflows> => {
  installRuntime(log, temporalMetricsAt);
  const as = (user: string) => connectNats({ url: natsUrl, user, password: passwords[user] ?? '' });
  const [events, asks, answers] = await Promise.all([
    as('workflows-events'),
    as('workflows-asks'),
    as('workflows-answers'),
  ]);
  const asking = asker(asks);
  const kept = await memory(events, WORKFLOWS_BUCKET);
  const onFault = (fault: unknown): void => log.warn(faultFacts(fault), 'fault');
  const rests = openRests(await openMirror(kept, ['rest.', 'expect.'], onFault));
  const client = new Client({
    connection: await Connection.connect({ address: temporalAddress }),
    namespace,
  });
  const worker = await Worker.create({
    connection: await NativeConnection.connect({ address: temporalAddress }),
    namespace,
    taskQueue: TASK_QUEUE,
    ...workerDeployment(buildId),
    workflowBundle: await workflowBundle(home),
    activities: makeActivities({ asker: asking, rests, memory: kept }),
    maxConcurrentWorkflowTaskExecutions: 40,
    maxConcurrentLocalActivityExecutions: 100,
    maxCachedWorkflows: 600,
    stickyQueueScheduleToStartTimeout: '2 seconds',
    shutdownGraceTime: '5 seconds',
  });
  const working = worker.run();
  working.catch(onFault);

  const clocks = new Map<string, 'wall' | 'stepped'>();
  const clockOf = async (forumId: string): Promise<'wall' | 'stepped'> => {
    const known = clocks.get(forumId);
    if (known) return known;
    const answer = await asking.query({
      type: ForumTable.type,
      actor: { id: PROCESS_ACTOR_ID, roles: ['process'] },
      body: { forumId },
    });
    if (answer.status === 503) throw new Error('forums did not answer');
    const found =
      answer.status === 200 ? (answer.result as { readonly clock: 'wall' | 'stepped' }).clock : 'wall';
    if (answer.status === 200) clocks.set(forumId, found);
    return found;
  };
  const listeners = await Promise.all(
    SOURCES.map(async (source) =>
      startListener({
        client,
        memory: kept,
        rests,
        reader: await factReader(events, source),
        clockOf,
        onFault,
      }),
    ),
  );
  const notes = openNotes();
  const desk = { asker: asking, client, rests, listeners, notes, buildId };
  const door = await answerer(answers, 'workflows', {
    commands: {},
    queries: deskAnswers(desk),
    onFault: (type, fault) => log.error({ type, ...faultFacts(fault) }, 'fault at the desk'),
  });
  const look = async (): Promise<void> => {
    const found = await reconcile(desk, notes.look);
    if (found.started > 0) log.info(found, 'processes started from the facts');
  };
  await look().catch(onFault);
  const looking = setInterval(() => void look().catch(onFault), EVERY);
  log.info({ listens: SOURCES }, 'at work');
  return {
    gauges: () => countProcesses(client),
    heard: () => Object.fromEntries(listeners.map((one) => [one.source, one.position()])),
    stop: async () => {
      clearInterval(looking);
      await door.stop();
      await Promise.all(listeners.map((one) => one.stop()));
      worker.shutdown();
      await working;
      await Promise.all([events.drain(), asks.drain(), answers.drain()]);
    },
  };
};
