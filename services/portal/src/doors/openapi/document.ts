import type { Command, Query } from '@madang/contracts';
import { z } from 'zod';
import { pathOf, publicCommands, publicQueries } from '../api/routes.ts';

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): object => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<
    string,
    unknown
  >;
  return rest;
};
const json = (schema: object) => ({ 'application/json': { schema } });
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
const problems = {
  400: problem('Something is wrong; `issues` names each place.'),
  403: problem('The role does not allow it.'),
  404: problem('What it speaks of is unknown.'),
  409: problem('A rule says no: `code`, the `facts` it stands on, and the `remedy`.'),
  413: problem('Too large.'),
  415: problem('Only JSON is taken.'),
  422: problem('The Idempotency-Key was used for another command.'),
  429: problem('Too many requests.'),
  503: problem(
    'Nothing was decided as far as we know; ask again with the same Idempotency-Key after Retry-After seconds.',
  ),
};
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
      200: { description: 'Decided.', content: json({ $ref: '#/components/schemas/Accepted' }) },
      ...problems,
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
    ...problems,
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

/** The OpenAPI 3.1 document of the JSON API, made from the contracts and nothing else. */
export const openApiDocument = (): object => ({
  openapi: '3.1.0',
  info: {
    title: 'Madang',
    version: '1.0.0',
    summary: 'The action plan cycle of an open government forum.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  tags: ['forums', 'commitments', 'ministries', 'people', 'workflows'].map((name) => ({ name })),
  paths: {
    ...Object.fromEntries(publicCommands.map((command) => [pathOf(command.type), commandPath(command)])),
    ...Object.assign({}, ...publicQueries.map(queryPath)),
  },
  components: {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
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
  security: [{}, { bearer: [] }],
});
