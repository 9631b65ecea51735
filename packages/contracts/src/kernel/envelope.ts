import { z } from 'zod';
import { After, Id, Instant, ServiceName } from './primitives.ts';
import { Actor } from './roles.ts';

/** A request to decide. The same `id` with the same body always gets the same answer; with another body, 422. */
export const CommandEnvelope = z.object({
  id: Id,
  type: z.string(),
  actor: Actor,
  forumId: Id,
  correlationId: Id,
  causationId: Id.optional(),
  after: After.optional(),
  /** Version of the aggregate the asker saw; when it has moved on, the command is refused as `changed-meanwhile`. */
  expects: z.int().min(0).optional(),
  traceparent: z.string().max(60).optional(),
  tracestate: z.string().max(512).optional(),
  body: z.unknown(),
});
export type CommandEnvelope<B = unknown> = Omit<z.infer<typeof CommandEnvelope>, 'body'> & {
  readonly body: B;
};

export const QueryEnvelope = z.object({
  type: z.string(),
  actor: Actor,
  after: After.optional(),
  traceparent: z.string().max(60).optional(),
  tracestate: z.string().max(512).optional(),
  body: z.unknown(),
});
export type QueryEnvelope<B = unknown> = Omit<z.infer<typeof QueryEnvelope>, 'body'> & { readonly body: B };

/** Why a command was refused by a rule: a code, the facts it stands on, and what one can do. */
export const Refusal = z.object({
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  remedy: z.string(),
});
export type Refusal = z.infer<typeof Refusal>;

export const Issue = z.object({ path: z.string(), code: z.string(), message: z.string() });
export type Issue = z.infer<typeof Issue>;

/** One thing a command did. */
export const Effect = z.object({ type: z.string(), subject: z.string(), version: z.int() });
export type Effect = z.infer<typeof Effect>;

/** The answer to a command. `source` and `sequence` go into the `after` of whatever is asked next. */
export type Answer =
  | {
      readonly status: 200;
      readonly source: ServiceName;
      readonly sequence: number;
      readonly effects: readonly Effect[];
    }
  | { readonly status: 400; readonly issues: readonly Issue[] }
  | { readonly status: 403 | 404 | 409 | 422; readonly refusal: Refusal }
  | { readonly status: 413; readonly refusal: Refusal }
  | { readonly status: 503; readonly refusal: Refusal; readonly retryAfter: number };

export type QueryAnswer =
  | { readonly status: 200; readonly result: unknown; readonly heard: After }
  | Exclude<Answer, { readonly status: 200 }>;

/**
 * A fact, with CloudEvents 1.0 attributes (extensions in lower case as CloudEvents asks). `time` is the forum's clock,
 * `recordedat` the wall's. `sequence` is the service's event number and the sequence in its stream.
 */
export const EventEnvelope = z.object({
  specversion: z.literal('1.0'),
  id: Id,
  source: ServiceName,
  type: z.string(),
  subject: z.string(),
  time: Instant,
  recordedat: Instant,
  forumid: Id,
  sequence: z.int().min(1),
  aggregateversion: z.int().min(1),
  actor: Actor,
  commandid: Id,
  commandhash: z.string(),
  correlationid: Id,
  causationid: Id.optional(),
  after: After.optional(),
  traceparent: z.string().optional(),
  tracestate: z.string().optional(),
  data: z.unknown(),
});
export type EventEnvelope<D = unknown> = Omit<z.infer<typeof EventEnvelope>, 'data'> & { readonly data: D };

/** What is wrong with a message, as zod says it: for doors, which turn it into {@link Issue}s. */
export type ParseError = z.ZodError;
