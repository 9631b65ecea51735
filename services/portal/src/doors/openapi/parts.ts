import { z } from 'zod';

/** A contract's JSON Schema, as OpenAPI 3.1 takes it. */
export const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): object => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<
    string,
    unknown
  >;
  return rest;
};
export const json = (schema: object) => ({ 'application/json': { schema } });

const DESCRIPTIONS = {
  400: 'Something is wrong; `issues` names each place.',
  401: 'The session is not valid: sign in again.',
  403: 'The role does not allow it.',
  404: 'What it speaks of is unknown.',
  409: 'A rule says no: `code`, the `facts` it stands on, and the `remedy`.',
  413: 'Too large.',
  415: 'Not a media type that is taken here.',
  422: 'The Idempotency-Key was used for another command.',
  429: 'Too many requests.',
  503: 'Nothing was decided as far as we know; ask again with the same Idempotency-Key.',
} as const;
const RETRY_AFTER = {
  'Retry-After': {
    description: 'Seconds after which to ask again.',
    schema: { type: 'integer', minimum: 0 },
  },
};

/** RFC 9457 problems with these statuses. */
export const problems = (...statuses: readonly (keyof typeof DESCRIPTIONS)[]): object =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: DESCRIPTIONS[status],
        ...(status === 429 || status === 503 ? { headers: RETRY_AFTER } : {}),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
