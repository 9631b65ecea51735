import { addDays, addMonths, halfYearWindows, instantOfDay, ladderOf } from '@madang/calendar';
import {
  type After,
  type Answer,
  type CommandEnvelope,
  PROCESS_ACTOR_ID,
  PURPOSE_NAMESPACE,
  type QueryAnswer,
} from '@madang/contracts';
import { type Asker, crashPoint, type Memory } from '@madang/messaging';
import { rulePack } from '@madang/standards';
import { type SpanFacts, spanned, tracing } from '@madang/telemetry';
import { ApplicationFailure, activityInfo } from '@temporalio/activity';
import { v5 as uuidv5 } from 'uuid';
import type { Rests } from '../desk/rests.ts';
import { ballotsOf } from '../listener/remember-ballots.ts';

const clock = { id: PROCESS_ACTOR_ID, roles: ['process' as const] };

/** `purpose` names the command for ever: entity, purpose and version, never a run. */
export type CommandAsk = {
  readonly type: string;
  readonly purpose: string;
  readonly forumId: string;
  readonly after?: After;
  readonly body: object;
  /** Within which trace it is asked. */
  readonly traceparent?: string;
};
export type QueryAsk = {
  readonly type: string;
  readonly after?: After;
  readonly body: object;
  readonly traceparent?: string;
};
/** What came of a command: done, or refused by a rule with its code and facts; the process chooses what then. */
export type Outcome =
  | { readonly done: true }
  | {
      readonly done: false;
      readonly code: string;
      readonly facts: Readonly<Record<string, string | number | boolean | null>>;
    };
export type Zone = { readonly zone: string; readonly country: 'KR' | 'none'; readonly rulePack: string };
export type Rung = { readonly rung: string; readonly at: string };
export type Window = {
  readonly number: number;
  readonly from: string;
  readonly until: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly closesOn: string;
};
export type Watch = { readonly requirement: string; readonly warnOn: string; readonly dueOn: string };
export type WatchTimes = {
  readonly requirement: string;
  readonly dueOn: string;
  readonly warnAt: string;
  readonly missedAt: string;
};

/** Parts of answers that processes decide on; names of bodies and people are not among them. */
const WANTED =
  /^(now|zone|country|rulePack|stage|stages|suspended|windows|sealed|signedOff|approved|submitted|closed|timetableVersion|consultationId|consultationState|commitments|accepted|answered|waived|state|ladder|ladderVersion|dueOn|actingInstitutionId|cycleId|nextMeetingDueOn|lastMeetingOn|repositoryUpdates|requirements|watch|obligationKind)$/;

const tryAgain = (answer: Extract<Answer | QueryAnswer, { status: 503 }>): ApplicationFailure =>
  ApplicationFailure.create({
    type: 'not-now',
    message: answer.refusal.code,
    nextRetryDelay: `${answer.retryAfter} seconds`,
  });

/** An activity's span goes on from the fact its process acts on; one that acts because time has passed begins a trace. */
const acting = <T>(activity: string, parent: string | undefined, ask: () => Promise<T>): Promise<T> => {
  const from = parent ? { parent } : { root: true as const };
  return spanned(activity, { kind: 'internal', ...from, ...(tracing() ? { facts: placeOf() } : {}) }, ask);
};
const placeOf = (): SpanFacts => {
  const { workflowExecution, attempt } = activityInfo();
  return { 'temporal.workflow_id': workflowExecution?.workflowId ?? '', 'temporal.attempt': attempt };
};

/** What a process may do outside. Codes and ids only go in and out. */
export const makeActivities = ({
  asker,
  rests,
  memory,
}: {
  readonly asker: Asker;
  readonly rests: Rests;
  readonly memory: Memory;
}) => ({
  /** Sends one command. A 503 is tried again without limit; a refusal is an outcome. */
  askCommand: async ({ type, purpose, forumId, after, body, traceparent }: CommandAsk): Promise<Outcome> => {
    const id = uuidv5(purpose, PURPOSE_NAMESPACE);
    const envelope: CommandEnvelope = {
      id,
      type,
      actor: clock,
      forumId,
      correlationId: id,
      after: after ?? {},
      body: { forumId, ...body },
    };
    const answer = await acting('askCommand', traceparent, () => asker.command(envelope));
    crashPoint('activity-after-command');
    if (answer.status === 200) return { done: true };
    if (answer.status === 503) throw tryAgain(answer);
    if (answer.status === 400)
      throw ApplicationFailure.nonRetryable(
        `${type} is wrong at ${answer.issues.map((one) => one.path).join(', ')}`,
        'invalid',
      );
    if (answer.refusal.code === 'still-running')
      throw ApplicationFailure.create({ type: 'not-now', message: 'still-running' });
    return { done: false, code: answer.refusal.code, facts: answer.refusal.facts };
  },
  /** Asks one query; `null` when what it asks of is unknown. */
  askQuery: async ({ type, after, body, traceparent }: QueryAsk): Promise<unknown> => {
    const answer = await acting('askQuery', traceparent, () =>
      asker.query({ type, actor: clock, after: after ?? {}, body }),
    );
    // A process holds ids, dates and stages: whatever else the answer says stays outside its history.
    if (answer.status === 200)
      return Object.fromEntries(Object.entries(answer.result as object).filter(([key]) => WANTED.test(key)));
    if (answer.status === 404) return null;
    if (answer.status === 503) throw tryAgain(answer);
    throw ApplicationFailure.nonRetryable(`${type} was answered ${answer.status}`, 'invalid');
  },
  /** The ladder of an obligation due on a day, by the forum's zone, holidays and rule pack. */
  ladderFor: async ({
    dueOn,
    zone,
    country,
    rulePack: pack,
  }: Zone & { readonly dueOn: string }): Promise<readonly Rung[]> =>
    ladderOf({ dueOn, zone, country, ...rulePack(pack as 'ogp-2022').ladder }),
  /** The half-yearly reporting windows of a plan, with their instants. */
  windowsFor: async ({
    startsOn,
    endsOn,
    zone,
  }: {
    readonly startsOn: string;
    readonly endsOn: string;
    readonly zone: string;
  }): Promise<readonly Window[]> =>
    halfYearWindows({ startsOn, endsOn }).map(({ number, from, until, opensOn, closesOn }) => ({
      number,
      from,
      until,
      closesOn,
      opensAt: instantOfDay(opensOn, 'start', zone),
      closesAt: instantOfDay(closesOn, 'end', zone),
    })),
  /** The instant at which a day begins in a zone. */
  startOf: async ({ day, zone }: { readonly day: string; readonly zone: string }): Promise<string> =>
    instantOfDay(day, 'start', zone),
  /** When one is warned of each requirement that time breaks, and when it is missed: after its last day. */
  watchTimes: async ({
    zone,
    watch,
  }: {
    readonly zone: string;
    readonly watch: readonly Watch[];
  }): Promise<readonly WatchTimes[]> =>
    watch.map(({ requirement, warnOn, dueOn }) => ({
      requirement,
      dueOn,
      warnAt: instantOfDay(warnOn, 'start', zone),
      missedAt: instantOfDay(addDays(dueOn, 1), 'start', zone),
    })),
  /** The instant at which a day some months after another begins. */
  monthsAfter: async ({
    day,
    months,
    zone,
  }: {
    readonly day: string;
    readonly months: number;
    readonly zone: string;
  }): Promise<string> => instantOfDay(addMonths(day, months), 'start', zone),
  /** The wall's time, and how long to wait from it until an instant: at most ninety days at once, in milliseconds. */
  wallClock: async ({
    until,
  }: {
    readonly until: string | null;
  }): Promise<{ readonly now: string; readonly wait: number }> => {
    const now = new Date();
    const wait =
      until === null ? 0 : Math.max(0, Math.min(Date.parse(until) - now.getTime(), 90 * 86_400_000));
    return { now: now.toISOString(), wait };
  },
  /** Ids of things a process makes, named by what they are for. */
  idOf: async (name: string): Promise<string> => uuidv5(name, PURPOSE_NAMESPACE),
  idsOf: async (list: readonly string[]): Promise<readonly string[]> =>
    list.map((name) => uuidv5(name, PURPOSE_NAMESPACE)),
  /** Files that a process of a rehearsal has come to rest: until when, and how far it has heard. */
  fileRest: (rest: Parameters<Rests['file']>[0]): Promise<void> => rests.file(rest),
  /** Says that a process is about to be started, so that nobody takes it for resting. */
  forgetProcess: ({
    forumId,
    processId,
  }: {
    readonly forumId: string;
    readonly processId: string;
  }): Promise<void> => rests.forget(forumId, processId),
  /** `anew`: it will ask the owners where things stand, so nothing that its forerunner was told is expected of it. */
  expectStart: ({
    forumId,
    processId,
    anew,
  }: {
    readonly forumId: string;
    readonly processId: string;
    readonly anew?: true;
  }): Promise<void> => (anew ? rests.expectAnew(forumId, processId) : rests.expectStart(forumId, processId)),
  /** Ballots of a cycle on which something is still to be done, with their closing instants. */
  openBallots: async ({
    cycleId,
  }: {
    readonly cycleId: string;
  }): Promise<readonly { readonly ballotId: string; readonly closesAt: string }[]> =>
    [...(await memory.entries(ballotsOf(cycleId)))].map(([key, closesAt]) => ({
      ballotId: key.slice(ballotsOf(cycleId).length),
      closesAt,
    })),
});
export type Activities = ReturnType<typeof makeActivities>;
