import { z } from 'zod';
import { query } from '../kernel/define.ts';
import { After, Id, Instant, ServiceName } from '../kernel/primitives.ts';

export const Whereabouts = z.object({
  process: z.enum([
    'action-plan-cycle',
    'drafting',
    'consultation',
    'response',
    'approval',
    'monitoring',
    'obligation',
    'forum-calendar',
  ]),
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
});
export type Whereabouts = z.infer<typeof Whereabouts>;

export const ProcessWhereabouts = query(
  'workflows.whereabouts.v1',
  ['operator', 'secretariat'],
  'Where a process stands.',
  z.strictObject({ processId: z.string().max(200) }),
  Whereabouts,
);
export const ProcessesOf = query(
  'workflows.processes-of.v1',
  ['operator', 'secretariat'],
  'The processes of a forum that run.',
  z.strictObject({ forumId: Id }),
  z.object({ processes: z.array(Whereabouts) }),
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
  'Which version of Temporal answers, and how far the listeners of the workflows are.',
  z.strictObject({}),
  z.object({ temporal: z.string().nullable(), node: z.string(), heard: After }),
);
export const Reconcile = query(
  'workflows.reconcile.v1',
  ['operator'],
  'Compare what is open with what runs, and start what is missing.',
  z.strictObject({}),
  z.object({ compared: z.int(), started: z.int() }),
);
