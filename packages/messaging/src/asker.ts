import {
  type Answer,
  type CommandEnvelope,
  commandSubject,
  type QueryAnswer,
  type QueryEnvelope,
  querySubject,
} from '@madang/contracts';
import { spanned, type Trace } from '@madang/telemetry';
import type { NatsConnection } from '@nats-io/nats-core';
import { notAnswering, tooLarge } from './answers.ts';
import { traceHeaders } from './trace-headers.ts';

export type Asker = {
  /** Asks for a decision. Never throws: no answer within the patience is a 503 answer. */
  readonly command: (envelope: CommandEnvelope, patience?: number) => Promise<Answer>;
  readonly query: (envelope: QueryEnvelope, patience?: number) => Promise<QueryAnswer>;
};

const LARGEST = 900_000;

/** Only the portal and the workflows hold a connection on which this works. `patience` in milliseconds (10 s). */
export const asker = (connection: NatsConnection): Asker => {
  const ask = (type: string, subject: string, envelope: unknown, patience: number): Promise<unknown> =>
    spanned(`ask ${type}`, { kind: 'client', facts: { 'messaging.system': 'nats' } }, async (span) => {
      const answer = await sent(subject, envelope, patience, span);
      span?.note({ 'madang.status': (answer as { readonly status: number }).status });
      return answer;
    });
  const sent = async (
    subject: string,
    envelope: unknown,
    patience: number,
    trace: Trace | undefined,
  ): Promise<unknown> => {
    const bytes = Buffer.from(JSON.stringify(envelope));
    if (bytes.length > LARGEST) return tooLarge(bytes.length, LARGEST);
    try {
      const reply = await connection.request(subject, bytes, {
        timeout: patience,
        ...traceHeaders(trace),
      });
      return JSON.parse(Buffer.from(reply.data).toString('utf8'));
    } catch {
      return notAnswering('not-answering', { subject });
    }
  };
  return {
    command: async (envelope, patience = 10_000) =>
      (await ask(envelope.type, commandSubject(envelope.type), envelope, patience)) as Answer,
    query: async (envelope, patience = 10_000) =>
      (await ask(envelope.type, querySubject(envelope.type), envelope, patience)) as QueryAnswer,
  };
};
