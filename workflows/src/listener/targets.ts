import type { EventEnvelope } from '@madang/contracts';

/** Which process a fact is for, and whether it starts it. */
export type Target = {
  readonly processId: string;
  readonly starts?: { readonly type: string; readonly args: object; readonly summary: string };
};

type Ids = {
  readonly forumId: string;
  readonly cycleId?: string;
  readonly obligationId?: string;
  readonly consultationId?: string;
  readonly ballotId?: string;
  readonly obligationKind?: string;
  readonly dueOn?: string;
};

const STAGES = ['drafting', 'consultation', 'response', 'approval', 'monitoring'];
const cycle = (id: string): readonly Target[] =>
  ['cycle', ...STAGES].map((kind) => ({ processId: `${kind}/${id}` }));
const only = (...ids: readonly string[]): readonly Target[] => ids.map((processId) => ({ processId }));
const calendar = (forumId: string): readonly Target[] => only(`forum-calendar/${forumId}`);
/** An obligation's process, and the line by which Temporal's pages know it. */
const duty = (
  { forumId, obligationId = '', obligationKind, dueOn }: Ids,
  clock: 'wall' | 'stepped',
): Target => ({
  processId: `obligation/${obligationId}`,
  starts: {
    type: 'obligation',
    args: { forumId, obligationId, clock },
    summary: `${obligationKind?.replaceAll('-', ' ') ?? 'an obligation'}${dueOn ? `, due ${dueOn}` : ''}`,
  },
});

/** Facts that turn something for a process; all others are traffic, and nobody is told of them. */
const TURNS: Readonly<
  Record<string, (ids: Ids, clock: 'wall' | 'stepped', cycleOf: string) => readonly Target[]>
> = {
  'forums.forum.founded.v1': ({ forumId }, clock) => [
    {
      processId: `forum-calendar/${forumId}`,
      starts: { type: 'forumCalendar', args: { forumId, clock }, summary: 'calendar of a forum' },
    },
  ],
  'forums.forum.repository-updated.v1': ({ forumId }) => calendar(forumId),
  'forums.forum.rules-adopted.v1': ({ forumId }) => calendar(forumId),
  'forums.meeting.held.v1': ({ forumId }) => calendar(forumId),
  'forums.forum.member-seated.v1': ({ forumId }) => calendar(forumId),
  'forums.forum.seat-handed-over.v1': ({ forumId }) => calendar(forumId),
  'forums.forum.seat-vacated.v1': ({ forumId }) => calendar(forumId),
  'forums.cycle.opened.v1': ({ forumId, cycleId = '' }, clock) => [
    {
      processId: `cycle/${cycleId}`,
      starts: { type: 'actionPlanCycle', args: { forumId, cycleId, clock }, summary: 'action plan cycle' },
    },
  ],
  'forums.cycle.timetable-published.v1': ({ cycleId = '' }) => cycle(cycleId),
  // Dates of implementation are watched too. OGP 5.1
  'forums.cycle.deadline-moved.v1': ({ forumId, cycleId = '' }) => [...cycle(cycleId), ...calendar(forumId)],
  'forums.cycle.suspended.v1': ({ cycleId = '' }) => cycle(cycleId),
  'forums.cycle.resumed.v1': ({ forumId, cycleId = '' }) => [...cycle(cycleId), ...calendar(forumId)],
  'forums.cycle.closed.v1': ({ forumId, cycleId = '' }) => [...cycle(cycleId), ...calendar(forumId)],
  'forums.cycle.plan-approved.v1': ({ cycleId = '' }) => only(`approval/${cycleId}`),
  'forums.cycle.plan-submitted.v1': ({ forumId, cycleId = '' }) => [
    ...only(`cycle/${cycleId}`, `approval/${cycleId}`),
    ...calendar(forumId),
  ],
  'forums.ballot.opened.v1': ({ cycleId }) => (cycleId ? only(`approval/${cycleId}`) : []),
  'forums.ballot.closed.v1': ({ cycleId }) => (cycleId ? only(`approval/${cycleId}`) : []),
  'commitments.commitment.drafted.v1': ({ cycleId = '' }) => only(`drafting/${cycleId}`),
  'commitments.consultation.closed.v1': ({ cycleId = '' }) => only(`cycle/${cycleId}`),
  'commitments.consultation.sealed.v1': ({ cycleId = '' }) => only(`cycle/${cycleId}`, `response/${cycleId}`),
  'commitments.response.published.v1': (_ids, _clock, cycleOf) => only(`response/${cycleOf}`),
  'commitments.contribution.response-waived.v1': (_ids, _clock, cycleOf) => only(`response/${cycleOf}`),
  'commitments.contribution.set-aside.v1': (_ids, _clock, cycleOf) => only(`response/${cycleOf}`),
  'commitments.reporting-window.extended.v1': ({ cycleId = '' }) => only(`monitoring/${cycleId}`),
  'ministries.obligation.imposed.v1': (ids, clock) => [duty(ids, clock)],
  'ministries.obligation.returned.v1': (ids, clock) => [duty(ids, clock)],
  'ministries.obligation.extended.v1': ({ obligationId = '' }) => only(`obligation/${obligationId}`),
  'ministries.obligation.discharged.v1': ({ obligationId = '', cycleId }) =>
    only(`obligation/${obligationId}`, ...(cycleId ? [`approval/${cycleId}`] : [])),
  'ministries.obligation.withdrawn.v1': ({ obligationId = '' }) => only(`obligation/${obligationId}`),
  'ministries.obligation.delegated.v1': ({ obligationId = '' }) => only(`obligation/${obligationId}`),
  'ministries.obligation.passed.v1': ({ obligationId = '' }) => only(`obligation/${obligationId}`),
  'ministries.sign-offs.sealed.v1': ({ cycleId = '' }) => only(`approval/${cycleId}`),
};

/** Types of facts that somebody must be told of. */
export const turningPoints: readonly string[] = Object.keys(TURNS);

/** @param cycleOf the cycle of the consultation that the fact speaks of, where it does not say itself */
export const targetsOf = (
  event: EventEnvelope,
  clock: 'wall' | 'stepped',
  cycleOf: string,
): readonly Target[] => TURNS[event.type]?.(event.data as Ids, clock, cycleOf) ?? [];

/** Ids and instants only: what a signal may carry. */
export const idsIn = (event: EventEnvelope): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(event.data as object).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string' && /(Id|At)$/.test(pair[0]),
    ),
  );
