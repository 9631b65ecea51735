import {
  allCommands,
  allEvents,
  allQueries,
  commandSubject,
  eventSubject,
  querySubject,
} from '@madang/contracts';
import { z } from 'zod';
import type { Generator } from '../generate/generated-file.ts';

type Message = {
  readonly type: string;
  readonly summary: string;
  readonly subject: string;
  readonly schema: z.ZodType;
  readonly action: 'send' | 'receive';
};

const messages = (): readonly Message[] => [
  ...allEvents.map(({ type, summary, data }) => ({
    type,
    summary,
    subject: eventSubject(type),
    schema: data,
    action: 'send' as const,
  })),
  ...allCommands.map(({ type, summary, body }) => ({
    type,
    summary,
    subject: commandSubject(type),
    schema: body,
    action: 'receive' as const,
  })),
  ...allQueries.map(({ type, summary, body }) => ({
    type,
    summary,
    subject: querySubject(type),
    schema: body,
    action: 'receive' as const,
  })),
];

const keyOf = (type: string): string => type.replaceAll('.', '_');

/** JSON Schema of what is sent; transforms are described by their input. */
const schemaOf = (schema: z.ZodType): object => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Record<
    string,
    unknown
  >;
  return rest;
};

/** The AsyncAPI 3 document of every message that crosses a wall. Data and bodies are described; the envelopes are in the contracts' README. */
export const asyncApiDocument = (): object => ({
  asyncapi: '3.0.0',
  info: {
    title: 'Madang messages',
    version: '1.0.0',
    description:
      'Commands and queries are request-reply; facts are CloudEvents in one JetStream stream for each service.',
    license: { name: 'Apache-2.0' },
  },
  defaultContentType: 'application/json',
  channels: Object.fromEntries(
    messages().map(({ type, subject }) => [
      keyOf(type),
      { address: subject, messages: { [keyOf(type)]: { $ref: `#/components/messages/${keyOf(type)}` } } },
    ]),
  ),
  operations: Object.fromEntries(
    messages().map(({ type, action }) => [
      keyOf(type),
      { action, channel: { $ref: `#/channels/${keyOf(type)}` } },
    ]),
  ),
  components: {
    messages: Object.fromEntries(
      messages().map(({ type, summary, schema }) => [
        keyOf(type),
        { name: type, summary, payload: schemaOf(schema) },
      ]),
    ),
  },
});

export const asyncApi: Generator = {
  name: 'asyncapi',
  make: async () => [
    { path: 'packages/contracts/asyncapi.json', text: `${JSON.stringify(asyncApiDocument(), null, 1)}\n` },
  ],
};
