import type { Command, Query } from '@madang/contracts';
import { z } from 'zod';
import { pathOf, publicCommands, publicQueries } from '../api/routes.ts';
import { otherPaths } from './other-paths.ts';
import { json, problems, schemaOf } from './parts.ts';

const usual = problems(400, 401, 403, 404, 409, 413, 415, 422, 429, 503);
const header = (name: string, description: string) => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string' },
});
const AFTER = header(
  'After',
  'Positions to wait for, like `forums=12,commitments=4`: reads what one has written.',
);

const commandPath = (command: Command) => ({
  post: {
    operationId: command.type.replaceAll('.', '_'),
    tags: [command.service],
    summary: command.summary,
    description: `May be asked by: ${command.by.filter((role) => role !== 'process').join(', ')}.`,
    parameters: [
      header('Idempotency-Key', 'The command id, a UUID. The same again gets the same answer.'),
      header('If-Match', 'The version one has seen.'),
      AFTER,
    ],
    requestBody: { required: true, content: json(schemaOf(command.body, 'input')) },
    responses: {
      200: {
        description: 'Decided.',
        headers: {
          Sequence: {
            description: 'Where it stands in the record, like `forums=12`; goes into the next `After`.',
            schema: { type: 'string' },
          },
        },
        content: json({ $ref: '#/components/schemas/Accepted' }),
      },
      ...usual,
    },
  },
});

const queryPath = (query: Query) => {
  const body = schemaOf(query.body, 'input') as {
    readonly properties?: Record<string, object>;
    readonly required?: readonly string[];
  };
  const responses = {
    200: { description: 'The result.', content: json(schemaOf(query.result, 'output')) },
    ...problems(400, 401, 403, 404, 429, 503),
  };
  const shared = { tags: [query.service], summary: query.summary, responses };
  const parameters = Object.entries(body.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: body.required?.includes(name) ?? false,
    schema,
  }));
  return {
    [pathOf(query.type)]: {
      get: { operationId: query.type.replaceAll('.', '_'), ...shared, parameters: [...parameters, AFTER] },
    },
    [`${pathOf(query.type)}/query`]: {
      post: {
        operationId: `${query.type.replaceAll('.', '_')}_post`,
        ...shared,
        parameters: [AFTER],
        requestBody: { required: true, content: json(body) },
      },
    },
  };
};

const TAGS = {
  forums: 'The table: forums, seats, rules, meetings, cycles, timetables, ballots, decisions.',
  commitments: 'The text: proposals, commitments, consultations, contributions, answers, progress.',
  ministries: 'The duty: institutions, posts, obligations.',
  people: 'The names and the post: accounts, roles, notices.',
  workflows: 'The clock: processes and where they stand.',
  door: 'Signing in, and files of evidence.',
};

/** The OpenAPI 3.1 document of the JSON API, made from the contracts and nothing else. */
export const openApiDocument = (): object => ({
  openapi: '3.1.0',
  info: {
    title: 'Madang',
    version: '1.0.0',
    summary: 'The action plan cycle of an open government forum.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/', description: 'This installation.' }],
  tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
  paths: {
    ...Object.fromEntries(publicCommands.map((command) => [pathOf(command.type), commandPath(command)])),
    ...Object.assign({}, ...publicQueries.map(queryPath)),
    ...otherPaths,
  },
  components: {
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer' },
      session: { type: 'apiKey', in: 'cookie', name: 'madang-session' },
    },
    schemas: {
      Accepted: schemaOf(
        z.object({
          source: z.string(),
          sequence: z.int(),
          effects: z.array(z.object({ type: z.string(), subject: z.string(), version: z.int() })),
        }),
        'output',
      ),
      Problem: schemaOf(
        z.object({
          type: z.string(),
          title: z.string(),
          status: z.int(),
          code: z.string(),
          remedy: z.string().optional(),
          facts: z.record(z.string(), z.unknown()).optional(),
          issues: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
        }),
        'output',
      ),
    },
  },
  security: [{}, { bearer: [] }, { session: [] }],
});
