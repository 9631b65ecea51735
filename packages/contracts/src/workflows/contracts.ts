import { z } from 'zod';
import { query } from '../kernel/define.ts';
import { After, Id, Instant, ServiceName, word } from '../kernel/primitives.ts';

export const ProcessKind = z.enum([
  'action-plan-cycle',
  'drafting',
  'consultation',
  'response',
  'approval',
  'monitoring',
  'obligation',
  'forum-calendar',
]);
export type ProcessKind = z.infer<typeof ProcessKind>;

/** A code and what it speaks of (days, numbers, codes), so that every reader says it in their own language. */
export const Saying = z.object({
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});
export type Saying = z.infer<typeof Saying>;

/** `stage`, `waitingFor` and `next` are in English, for Temporal's own pages; `said` is the same as codes. */
export const Whereabouts = z.object({
  process: ProcessKind,
  processId: z.string(),
  forumId: Id,
  stage: z.string(),
  waitingFor: z.string(),
  awaited: z.array(Id),
  until: Instant.nullable(),
  next: z.string(),
  lastHumanAct: z
    .object({ source: ServiceName, sequence: z.int(), type: z.string(), at: Instant })
    .nullable(),
  said: z.object({ stage: Saying, waitingFor: Saying, next: Saying }).optional(),
});
export type Whereabouts = z.infer<typeof Whereabouts>;

/**
 * Why somebody must look at a process. `step-not-taken`: its instant has passed and it waits still; `task-failing`: its code fails
 * again and again; `task-pending`: what it asks is not answered, or no worker takes its task; `ended-early`: it ended
 * otherwise than by itself while its matter is open.
 */
export const Trouble = z.object({
  code: z.enum(['step-not-taken', 'task-failing', 'task-pending', 'ended-early']),
  since: Instant.nullable(),
  /** How often it was tried. */
  attempts: z.int().optional(),
  /** How it ended. */
  ended: z.enum(['failed', 'terminated', 'timed-out', 'cancelled']).optional(),
});
export type Trouble = z.infer<typeof Trouble>;

export const ProcessWhereabouts = query(
  'workflows.whereabouts.v1',
  ['operator', 'secretariat'],
  'Where a process stands.',
  z.strictObject({ processId: z.string().max(200) }),
  Whereabouts,
);
/**
 * A page of processes: those of one forum or of all, of one kind, or those named by id. `trouble`: only those that somebody must
 * look at. Cycles and their stages come first, then obligations, then calendars.
 */
export const ProcessesOf = query(
  'workflows.processes-of.v1',
  ['operator', 'secretariat'],
  'The processes that run, a page at a time.',
  z.strictObject({
    forumId: Id.optional(),
    process: ProcessKind.optional(),
    /** As Temporal knows it: a code such as `drafting`, `open` or `suspended`. */
    stage: word(60).optional(),
    show: z.enum(['all', 'trouble']).default('all'),
    processIds: z.array(z.string().max(200)).max(100).optional(),
    cursor: z.string().max(4_000).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(500),
  }),
  z.object({
    processes: z.array(Whereabouts.extend({ trouble: Trouble.optional() })),
    next: z.string().nullable().default(null),
    /** Where Temporal keeps them. */
    namespace: z.string().optional(),
  }),
);
/** For display: how many run of each kind, and of how many the instant has passed. */
export const ProcessCounts = query(
  'workflows.process-counts.v1',
  ['operator', 'secretariat'],
  'How many processes run, by kind, and how many of them somebody must look at.',
  z.strictObject({ forumId: Id.optional() }),
  z.object({
    kinds: z.array(z.object({ process: ProcessKind, running: z.int(), trouble: z.int() })),
  }),
);
/** Asked by the rehearsal only. Waits for quiet, steps to the next instant on the agenda but not past `notAfter`, wakes who waits for it, waits for quiet again. With `from`, the time the asker knows of, nothing is stepped when the clock is already past it: asking again after a lost answer is harmless. */
export const StepForumClock = query(
  'workflows.step-forum-clock.v1',
  ['operator'],
  "Step a rehearsal forum's clock to the next instant on its agenda, at most to `notAfter`.",
  z.strictObject({ forumId: Id, notAfter: Instant, from: Instant.optional() }),
  z.object({ now: Instant, woken: z.int(), next: Instant.nullable() }),
);
export const RepairProcess = query(
  'workflows.repair.v1',
  ['operator'],
  'Repair a process: look at the facts again, skip a wait with a reason, or restart it from the facts.',
  z.strictObject({
    processId: z.string().max(200),
    repair: z.enum(['look-again', 'skip-wait', 'restart-from-facts']),
    reasonCode: z.string().min(1).max(60),
    repairId: Id,
    /** The forum of a process that is not there any more. */
    forumId: Id.optional(),
  }),
  z.object({ done: z.boolean(), whereabouts: Whereabouts.nullable() }),
);
export const WorkflowsHealth = query(
  'workflows.health.v1',
  ['operator'],
  'Which versions answer, how far the listeners of the workflows are, and which versions of workers Temporal knows.',
  z.strictObject({}),
  z.object({
    temporal: z.string().nullable(),
    node: z.string(),
    heard: After,
    namespace: z.string().optional(),
    /** The name of the code of the workers in this room, if they have one. */
    buildId: z.string().nullable().optional(),
    workers: z.array(z.object({ buildId: z.string(), isCurrent: z.boolean() })).optional(),
  }),
);
export const Reconcile = query(
  'workflows.reconcile.v1',
  ['operator'],
  'Compare what is open with what runs, and start what is missing. Written down as a repair.',
  z.strictObject({ reasonCode: word(60).optional(), repairId: Id.optional() }),
  z.object({ compared: z.int(), started: z.int() }),
);
