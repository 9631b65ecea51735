import type { EventEnvelope, ServiceName } from '@madang/contracts';
import type { Fact, FactReader, Memory } from '@madang/messaging';
import { spanned } from '@madang/telemetry';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from '@temporalio/common';
import type { Rests } from '../desk/rests.ts';
import { TASK_QUEUE, TASK_TIMEOUT } from '../search-attributes.ts';
import { rememberBallot } from './remember-ballots.ts';
import { idsIn, type Target, targetsOf } from './targets.ts';

export type Listening = {
  readonly client: Client;
  readonly memory: Memory;
  readonly rests: Rests;
  readonly reader: FactReader;
  readonly clockOf: (forumId: string) => Promise<'wall' | 'stepped'>;
  readonly onFault: (fault: unknown) => void;
};
export type Listener = {
  readonly source: ServiceName;
  readonly position: () => number;
  readonly stop: () => Promise<void>;
};

const AT_ONCE = 200;
const POLL = 1_000;

/** Tells one process of one fact, starting it where the fact does. What it is expected to hear is written down first. */
const tell = async (
  { client, rests }: Listening,
  event: EventEnvelope,
  target: Target,
  clock: 'wall' | 'stepped',
  traceparent: string | undefined,
): Promise<void> => {
  const { processId, starts } = target;
  const signal = {
    ...(traceparent ? { traceparent } : {}),
    source: event.source,
    sequence: event.sequence,
    type: event.type,
    at: event.time,
    ids: idsIn(event),
    by: isByClock(event) ? 'process' : 'person',
  };
  const forumId = event.forumid;
  if (starts) {
    if (clock === 'stepped') await rests.expectFirst(forumId, processId, event.source, event.sequence);
    await client.workflow.signalWithStart(starts.type, {
      workflowId: processId,
      taskQueue: TASK_QUEUE,
      args: [starts.args],
      signal: 'fact',
      signalArgs: [signal],
      workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
      workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
      workflowTaskTimeout: TASK_TIMEOUT,
      staticSummary: starts.summary,
      searchAttributes: { MadangForum: [forumId], ...cycleAttribute(event) },
    });
    return;
  }
  if (clock === 'stepped') await rests.expectFact(forumId, processId, event.source, event.sequence);
  try {
    await client.workflow.getHandle(processId).signal('fact', signal);
  } catch (fault) {
    if (!(fault instanceof WorkflowNotFoundError)) throw fault;
    // It has ended, or is not begun: it will ask for itself.
    if (clock === 'stepped') await rests.notThere(forumId, processId);
  }
};

/** What the clock asked for, or a service of itself, is no act of a person. */
const isByClock = ({ actor }: EventEnvelope): boolean => actor.roles.includes('process');

const processOf = ({ processId }: Target): string => processId.split('/')[0] ?? processId;

const cycleAttribute = (event: EventEnvelope): { MadangCycle?: string[] } => {
  const { cycleId } = event.data as { readonly cycleId?: string };
  return cycleId ? { MadangCycle: [cycleId] } : {};
};

/**
 * Listens to one service's facts and tells processes of turning points, in order for each process, at least once. Its
 * position lies in the workflows' memory and moves after the telling.
 */
export const startListener = (deps: Listening): Listener => {
  const { memory, reader, clockOf, onFault } = deps;
  const place = `position.${reader.source}`;
  const consultations = new Map<string, string>();
  let position = 0;
  let running = true;
  let nudged = false;
  let wake = (): void => undefined;

  const cycleOf = async (event: EventEnvelope): Promise<string> => {
    const { consultationId, cycleId } = event.data as {
      readonly consultationId?: string;
      readonly cycleId?: string;
    };
    if (cycleId !== undefined || consultationId === undefined) return cycleId ?? '';
    const known =
      consultations.get(consultationId) ?? (await memory.get(`consultation.${consultationId}`)) ?? '';
    consultations.set(consultationId, known);
    return known;
  };

  const remember = async (event: EventEnvelope): Promise<void> => {
    await rememberBallot(memory, event);
    if (event.type !== 'commitments.consultation.opened.v1') return;
    const { consultationId, cycleId } = event.data as {
      readonly consultationId: string;
      readonly cycleId: string;
    };
    consultations.set(consultationId, cycleId);
    await memory.put(`consultation.${consultationId}`, cycleId);
  };

  /** Within the trace of the fact; a process that is told of it goes on from there. */
  const within = (fact: Fact, target: Target, clock: 'wall' | 'stepped'): Promise<void> => {
    const parent = fact.traceparent ?? fact.event.traceparent;
    if (!parent) return tell(deps, fact.event, target, clock, undefined);
    const facts = { 'temporal.workflow_id': target.processId, 'madang.fact': fact.event.type };
    return spanned(`signal ${processOf(target)}`, { kind: 'producer', parent, facts }, (span) =>
      tell(deps, fact.event, target, clock, span?.traceparent),
    );
  };

  const take = async (page: readonly Fact[]): Promise<void> => {
    const lines = new Map<string, (() => Promise<void>)[]>();
    const latest = new Map<string, number>();
    for (const fact of page) {
      const { event } = fact;
      await remember(event);
      const clock = targetsOf(event, 'wall', '-').length > 0 ? await clockOf(event.forumid) : 'wall';
      for (const target of targetsOf(event, clock, await cycleOf(event))) {
        const line = lines.get(target.processId) ?? [];
        // Of many answers published together one word is enough: the process asks how many are missing. So it is with seats.
        const merged = /^(commitments\.(response|contribution)|forums\.forum\.(member|seat)-)/.test(
          event.type,
        )
          ? latest.get(target.processId)
          : undefined;
        if (merged === undefined)
          latest.set(target.processId, line.push(() => within(fact, target, clock)) - 1);
        else line[merged] = () => within(fact, target, clock);
        lines.set(target.processId, line);
      }
    }
    await Promise.all(
      [...lines.values()].map(async (line) => {
        for (const say of line) await say();
      }),
    );
    position = page.at(-1)?.sequence ?? position;
    await memory.put(place, String(position));
  };

  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, POLL);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async (): Promise<void> => {
    const hints = new Map<number, Fact>();
    const stopHints = reader.onHint((fact) => {
      if (fact && hints.size < 2_000) hints.set(fact.sequence, fact);
      nudged = true;
      wake();
    });
    let begun = false;
    while (running) {
      nudged = false;
      try {
        if (!begun) position = Number((await memory.get(place)) ?? 0);
        begun = true;
        for (const sequence of hints.keys()) if (sequence <= position) hints.delete(sequence);
        const ready: Fact[] = [];
        for (
          let next = hints.get(position + 1);
          next && ready.length < AT_ONCE;
          next = hints.get(position + 1 + ready.length)
        )
          ready.push(next);
        const page = ready.length > 0 ? ready : await reader.read(position, AT_ONCE);
        if (page.length > 0) await take(page);
        else if (!nudged && running) await rest();
      } catch (fault) {
        onFault(fault);
        if (running) await rest();
      }
    }
    stopHints();
  };
  const finished = run();
  return {
    source: reader.source,
    position: () => position,
    stop: async () => {
      running = false;
      wake();
      await finished;
    },
  };
};
