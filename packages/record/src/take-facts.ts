import {
  type After,
  type EventEnvelope,
  PROCESS_ACTOR_ID,
  PURPOSE_NAMESPACE,
  type ServiceName,
} from '@madang/contracts';
import { type Applies, type Ask, isNotYet, type Reaction } from '@madang/decider';
import { v5 as uuidv5 } from 'uuid';
import { applyFacts } from './apply-facts.ts';
import { bodyHashes } from './body-hashes.ts';
import { keepClocks } from './clocks.ts';
import type { Db } from './database.ts';
import { decideBatch } from './decide-batch.ts';
import type { RecordContext, Submission } from './types.ts';

export type HeardFact = { readonly sequence: number; readonly bytes: string; readonly event: EventEnvelope };

/** What a listener does in a transaction with facts of one source: rows by copies, commands to itself by reactions. */
export type Hearing = {
  readonly source: ServiceName;
  readonly copies: readonly Applies[];
  readonly reactions: readonly Reaction[];
};

export const hearingOf = (context: RecordContext, source: ServiceName): Hearing => {
  const heard = context.service.hears[source] ?? [];
  return {
    source,
    copies: heard.filter((one): one is Applies => one.kind === 'copy'),
    reactions: heard.filter((one): one is Reaction => one.kind === 'reaction'),
  };
};

/** Which of these facts say they come after something this service has not heard. */
export const isEarly = (event: EventEnvelope, heard: After, sources: ReadonlySet<ServiceName>): boolean =>
  Object.entries(event.after ?? {}).some(([source, sequence]) => {
    const name = source as ServiceName;
    return sources.has(name) && name !== event.source && (heard[name] ?? 0) < (sequence ?? 0);
  });

const submissionOf = (context: RecordContext, fact: EventEnvelope, asked: Ask): Submission => {
  const handler = context.service.answers.find((one) => one.command.type === asked.command.type);
  if (!handler) throw new Error(`${context.service.name} does not answer ${asked.command.type}`);
  const body = asked.command.body.parse(asked.body);
  return {
    handler,
    ...bodyHashes(context, { type: asked.command.type, body }),
    envelope: {
      id: uuidv5(`${fact.id}/${asked.purpose}`, PURPOSE_NAMESPACE),
      type: asked.command.type,
      actor: { id: PROCESS_ACTOR_ID, roles: ['process'] },
      forumId: asked.forumId,
      correlationId: fact.correlationid,
      causationId: fact.id,
      after: { [fact.source]: fact.sequence },
      traceparent: fact.traceparent,
      tracestate: fact.tracestate,
      body,
    },
  };
};

/**
 * Takes facts in: clocks and copies in bulk, then each reaction's commands. A refused command of a reaction is an answer
 * like any other (the rule said no). Throws what a copy or reaction throws; then nothing was taken in.
 */
export const takeFacts = async (
  context: RecordContext,
  tx: Db,
  hearing: Hearing,
  facts: readonly EventEnvelope[],
): Promise<readonly EventEnvelope[]> => {
  await keepClocks(tx, facts);
  await applyFacts(hearing.copies, context.rows(tx), facts);
  const own: EventEnvelope[] = [];
  for (const fact of facts) {
    for (const one of hearing.reactions) {
      if (one.event.type !== fact.type) continue;
      const asks = await one.react(fact as never, context.rows(tx) as never);
      for (const asked of asks) {
        const { events, answers } = await decideBatch(context, tx, [submissionOf(context, fact, asked)]);
        const [answer] = answers;
        if (
          answer &&
          (answer.status === 422 || (answer.status === 409 && answer.refusal.code === 'still-running'))
        )
          throw new Error(`reaction ${asked.purpose}: ${answer.refusal.code}`);
        own.push(...events);
      }
    }
  }
  return own;
};

export { isNotYet };
