import { z } from 'zod';
import { query } from './define.ts';
import { After, Id, type ServiceName, storable, word } from './primitives.ts';
import type { Role } from './roles.ts';

/** Facts of what is not public so far: drafts of answers, how contributions are gathered for them, tables that are looked at. */
const UNRELEASED =
  /^commitments\.(response\.drafted|cluster\.named|import\.[\w-]+|import-chunk\.[\w-]+)\.v\d+$/;

/** Whether somebody may be told a fact of a forum where they have these roles. */
export const mayHear = (roles: readonly Role[], type: string): boolean =>
  !UNRELEASED.test(type) ||
  roles.some((role) => role === 'secretariat' || role === 'ministry' || role === 'operator');

/** Facts of people are nobody's business but an operator's. */
const factsAreFor = (service: ServiceName): readonly Role[] | 'anyone' =>
  service === 'people' ? ['operator'] : 'anyone';

/** What every service tells its operators about itself. */
export const operationContracts = <S extends ServiceName>(service: S) => ({
  /** `head`: last fact recorded; `published`: last fact in the stream; `heard`: how far its listeners are. */
  Positions: query(
    `${service}.positions.v1` as const,
    ['operator', 'process'],
    'How far the record, the relay and the listeners are.',
    z.strictObject({}),
    z.object({
      head: z.int(),
      published: z.int(),
      heard: After,
      waiting: z.int(),
      parked: z.int(),
      /** When the oldest fact was recorded that is not in the stream so far. */
      unpublishedSince: z.string().nullable().default(null),
    }),
  ),
  ParkedFacts: query(
    `${service}.parked-facts.v1` as const,
    ['operator'],
    'Facts that could not be taken in, with their reasons.',
    z.strictObject({ cursor: storable(60).optional() }),
    z.object({
      parked: z.array(
        z.object({
          source: z.string(),
          sequence: z.int(),
          aggregate: z.string(),
          reason: z.string(),
          /** What kind of fact it is, of which forum, and when it was recorded. */
          type: z.string().optional(),
          forumId: Id.optional(),
          recordedAt: z.string().optional(),
        }),
      ),
      next: z.string().nullable(),
    }),
  ),
  ReplayParked: query(
    `${service}.replay-parked.v1` as const,
    ['operator'],
    'Try a parked fact, and what waits behind it, again. The portal writes it down as a repair first.',
    z.strictObject({ aggregate: storable(120), reasonCode: word(60).optional() }),
    z.object({ replayed: z.int(), stillParked: z.int() }),
  ),
  FactsOf: query(
    `${service}.facts-of.v1` as const,
    factsAreFor(service),
    'The facts of one aggregate in order, without their actors; what is not released for officials alone.',
    z.strictObject({ aggregateType: storable(40), aggregateId: Id }),
    z.object({
      facts: z.array(z.object({ sequence: z.int(), type: z.string(), time: z.string(), data: z.unknown() })),
    }),
  ),
  /** For auditors and rehearsals. A page looks at a bounded run of the log, so it may hold few facts or none while `next` is not null. */
  FactsOfForum: query(
    `${service}.facts-of-forum.v1` as const,
    ['operator'],
    'The facts of a forum in the order of the log, a page at a time, with the commands they came of.',
    z.strictObject({ forumId: Id, afterSequence: z.coerce.number().int().min(0).default(0) }),
    z.object({
      facts: z.array(
        z.object({
          sequence: z.int(),
          subject: z.string(),
          version: z.int(),
          type: z.string(),
          time: z.string(),
          commandId: Id,
          data: z.unknown(),
        }),
      ),
      next: z.int().nullable(),
    }),
  ),
});
