import type { Answer, EventEnvelope, ServiceName } from '@madang/contracts';
import type { QueryHandler, Service } from '@madang/decider';
import {
  answerer,
  connectNats,
  crashPoint,
  factPublisher,
  factReader,
  secondCopies,
} from '@madang/messaging';
import {
  copySecrets,
  type Database,
  type Db,
  eraseAgain,
  hearingOf,
  type Listener,
  positions,
  type RecordContext,
  type Recorder,
  readFormerKeys,
  recorder,
  refillRows,
  refillSecrets,
  releaseWaiting,
  startListener,
  startRelay,
} from '@madang/record';
import { commandDoor } from './command-door.ts';
import { every } from './every.ts';
import { faultFacts } from './kept-out.ts';
import type { Logger } from './log.ts';
import type { Meters, OwnGauges } from './meters.ts';
import { operationPart } from './operations.ts';
import { queryDoor } from './query-door.ts';
import { readTexts } from './read-texts.ts';
import { standingOf } from './standing-of.ts';
import { type TextRows, textPart } from './text-commands.ts';
import type { Hearing } from './wait-until-heard.ts';

export type Opening<P> = {
  readonly service: Service<P>;
  readonly database: Database;
  readonly rows: (tx: Db) => P;
  readonly natsUrl: string;
  readonly passwords: Readonly<Record<string, string>>;
  readonly masterKey: Buffer;
  readonly log: Logger;
  /** Work of the service's own that runs beside its doors (a sender of mail): started when the doors open, stopped first. */
  readonly beside?: (context: RecordContext, recorder: Recorder) => { readonly stop: () => Promise<void> };
  readonly meters?: Meters;
  readonly gauges?: OwnGauges;
  /** For measurements: a record without relay (and without second copies of texts and keys) or listeners. */
  readonly only?: { readonly relay?: boolean; readonly listeners?: boolean };
};

export type OpenService = {
  readonly context: RecordContext;
  /** Told after every commit of a command. */
  readonly onCommitted: Recorder['onCommitted'];
  readonly stop: () => Promise<void>;
};

/** The service as its author wrote it, with what every service has: commands and rows for texts. */
const complete = <P>(service: Service<P>): Service<P & TextRows> => {
  const texts = textPart(service.name);
  return {
    ...service,
    aggregates: [...service.aggregates, ...texts.aggregates],
    answers: [...service.answers, ...texts.answers],
    projections: [...service.projections, ...texts.projections],
    tells: [...service.tells, ...texts.tells],
  } as Service<P & TextRows>;
};

/**
 * Opens a service: first makes rows, texts and keys whole again from their second copies and applies erasures again, then
 * starts relay and listeners, then opens its doors.
 */
export const openService = async <P>(opening: Opening<P>): Promise<OpenService> => {
  const { database, masterKey, natsUrl, passwords, log } = opening;
  const service = complete(opening.service) as unknown as Service;
  const { name } = service;
  const rows = (tx: Db): unknown => ({ ...(opening.rows(tx) as object), textDb: tx });
  const formerKeys: Buffer[] = [];
  const context: RecordContext = {
    service,
    database,
    rows,
    masterKey,
    formerKeys,
    wallNow: () => new Date().toISOString(),
    at: crashPoint,
  };
  const onFault = (fault: unknown): void => log.warn(faultFacts(fault), 'fault');
  const connect = (kind: 'events' | 'answers') =>
    connectNats({ url: natsUrl, user: `${name}-${kind}`, password: passwords[`${name}-${kind}`] ?? '' });

  const events = await connect('events');
  const answers = await connect('answers');
  const outlet = await factPublisher(events, name);
  const copies = await secondCopies(events, name);
  const refilled = await refillRows(context, {
    head: outlet.head,
    read: outlet.read,
    texts: copies.texts,
    keys: copies.keys,
  });
  await eraseAgain(database);
  await refillSecrets(database, {
    head: outlet.head,
    read: outlet.read,
    texts: copies.texts,
    keys: copies.keys,
  });
  formerKeys.push(...(await readFormerKeys(database, masterKey)));
  if (refilled > 0) log.info({ refilled }, 'rows refilled from the stream');

  const record = recorder(context);
  const relay =
    opening.only?.relay === false ? undefined : startRelay({ database, outlet, at: crashPoint, onFault });
  const secrets =
    opening.only?.relay === false
      ? undefined
      : every(
          1_000,
          async () => {
            while ((await copySecrets(database, copies)) >= 200);
          },
          onFault,
        );
  const listeners: Listener[] = [];
  const moves = new Set<() => void>();
  const told = (own: readonly EventEnvelope[]): void => {
    if (own.length === 0) return;
    relay?.offer(
      own.map((event) => ({ sequence: event.sequence, type: event.type, bytes: JSON.stringify(event) })),
    );
    secrets?.nudge();
  };
  const onTaken = (source: ServiceName, _sequence: number, own: readonly EventEnvelope[]): void => {
    told(own);
    for (const listener of listeners) if (listener.source !== source) listener.nudge();
    for (const move of moves) move();
  };
  record.onCommitted(told);
  if (opening.only?.listeners !== false)
    for (const source of sourcesOf(service))
      listeners.push(startListener({ context, inlet: await factReader(events, source), onTaken, onFault }));

  let known = await positions(database);
  const hearing: Hearing = {
    at: (source) => {
      const listener = listeners.find((one) => one.source === source);
      return listener ? Math.max(listener.heard(), known[source] ?? 0) : undefined;
    },
    onMove: (callback) => {
      moves.add(callback);
      return () => moves.delete(callback);
    },
    refresh: async () => {
      known = await positions(database);
    },
  };
  const replay = async (aggregate: string): Promise<number> => {
    let done = 0;
    for (const source of sourcesOf(service)) {
      const { released } = await releaseWaiting(
        {
          context,
          hearing: hearingOf(context, source),
          source,
          sources: new Set(sourcesOf(service)),
          onTaken,
          onFault,
        },
        aggregate,
      );
      done += released;
    }
    return done;
  };
  const queries: readonly QueryHandler[] = [
    ...service.responds,
    readTexts(name, database, masterKey),
    ...operationPart(name, {
      database,
      published: () => relay?.published() ?? 0,
      unheard: Object.fromEntries(sourcesOf(service).map((source) => [source, 0])),
      replay,
    }),
  ];
  const door = await answerer(answers, name, {
    commands: Object.fromEntries(
      service.answers.map((handler) => [
        handler.command.type,
        counting(
          handler.command.type,
          commandDoor(handler, { recorder: record, hearing, masterKey, formerKeys }),
          opening.meters,
        ),
      ]),
    ),
    queries: Object.fromEntries(
      queries.map((handler) => [
        handler.query.type,
        queryDoor(handler, { rows: () => rows(database), database, hearing }),
      ]),
    ),
    onFault: (type, fault) => {
      opening.meters?.faulted(type);
      log.error({ type, ...faultFacts(fault) }, 'fault at the door');
    },
  });
  const standing = standingOf(database, {
    published: () => relay?.published() ?? 0,
    unheard: Object.fromEntries(sourcesOf(service).map((source) => [source, 0])),
  });
  const { gauges } = opening;
  opening.meters?.watch(standing, gauges && (() => gauges(database)));
  const beside = opening.beside?.(context, record);
  log.info(
    { answers: service.answers.length, responds: queries.length, hears: sourcesOf(service) },
    'doors open',
  );
  return {
    context,
    onCommitted: record.onCommitted,
    stop: async () => {
      await beside?.stop();
      await door.stop();
      await Promise.all(listeners.map((listener) => listener.stop()));
      await secrets?.stop();
      await relay?.stop();
      await answers.drain();
      await events.drain();
    },
  };
};

/** A door whose answers are counted, when somebody counts. */
const counting = (
  type: string,
  door: (message: unknown) => Promise<Answer>,
  meters: Meters | undefined,
): ((message: unknown) => Promise<Answer>) =>
  meters
    ? async (message) => {
        const answer = await door(message);
        meters.asked(type, answer);
        return answer;
      }
    : door;

const sourcesOf = (service: Service): readonly ServiceName[] => {
  const heard = Object.keys(service.hears) as ServiceName[];
  // Every service keeps the forums' clocks.
  return service.name === 'forums' || heard.includes('forums') ? heard : ['forums', ...heard];
};
