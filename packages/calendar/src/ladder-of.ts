import { addDays, type Day } from './day.ts';
import type { Country } from './holiday.ts';
import { type Instant, instantOfDay, type Zone } from './instant.ts';
import { addWorkingDays } from './working-day.ts';

/** The steps of an obligation in time; the names are those of the rungs in the contracts. */
export type LadderRung<Before extends number = number> =
  | `due-${Before}d`
  | 'due'
  | 'overdue'
  | 'escalate-1'
  | 'escalate-2'
  | 'silent';
export type LadderStep<Before extends number = number> = {
  readonly rung: LadderRung<Before>;
  readonly at: Instant;
};

export type LadderRules<Before extends number = number> = {
  /** Calendar days before the due day. */
  readonly remindBefore: readonly Before[];
  /** Working days after the due day, one for each level above the point of contact. */
  readonly escalateAfter: readonly [] | readonly [number] | readonly [number, number];
  /** Working days after the due day at which silence becomes a public fact. */
  readonly silentAfter: number;
};

type Reminders<Before extends number> = {
  readonly dueOn: Day;
  readonly zone: Zone;
  readonly before: readonly Before[];
};

/**
 * When to remind of a due day: the start of each of the days `before` it, the earliest first.
 * @throws RangeError when a number of days is not a whole one of at least 1, or is given twice
 */
export const reminderInstants = <const Before extends number>({
  dueOn,
  zone,
  before,
}: Reminders<Before>): readonly { readonly daysBefore: Before; readonly at: Instant }[] => {
  if (before.some((days) => !Number.isInteger(days) || days < 1))
    throw new RangeError(`reminders are whole days before the due day: ${before.join(', ')}`);
  if (new Set(before).size < before.length)
    throw new RangeError(`a reminder is given twice: ${before.join(', ')}`);
  return [...before]
    .sort((one, other) => other - one)
    .map((daysBefore) => ({ daysBefore, at: instantOfDay(addDays(dueOn, -daysBefore), 'start', zone) }));
};

const escalations = ['escalate-1', 'escalate-2'] as const;

const climbs = (after: readonly number[]): boolean =>
  after.every((days, at) => Number.isInteger(days) && days > (after[at - 1] ?? 0));

type Due<Before extends number> = LadderRules<Before> & {
  readonly dueOn: Day;
  readonly zone: Zone;
  readonly country: Country;
};

/**
 * The ladder of an obligation in the order of time, each step at the start of its day in the zone. `due` is the start of
 * the due day, which is wholly left for the answer; `overdue` the start of the day after it; `escalate-n` and `silent` the
 * start of the given working day after the due day. Steps may lie in the past when the due day is near.
 * @throws RangeError when reminders repeat or are below 1, when the working days do not grow from 1, or for a year whose
 *   holidays are not known
 */
export const ladderOf = <const Before extends number>({
  dueOn,
  zone,
  country,
  remindBefore,
  escalateAfter,
  silentAfter,
}: Due<Before>): readonly LadderStep<Before>[] => {
  const after = [...escalateAfter, silentAfter];
  if (!climbs(after))
    throw new RangeError(`working days after the due day must grow from 1: ${after.join(', ')}`);
  const startOf = (day: Day): Instant => instantOfDay(day, 'start', zone);
  const reminders = reminderInstants({ dueOn, zone, before: remindBefore });
  const rungs = [...escalations.slice(0, escalateAfter.length), 'silent' as const];
  return [
    ...reminders.map(({ daysBefore, at }) => ({ rung: `due-${daysBefore}d` as const, at })),
    { rung: 'due', at: startOf(dueOn) },
    { rung: 'overdue', at: startOf(addDays(dueOn, 1)) },
    ...rungs.map((rung, at) => ({
      rung,
      at: startOf(addWorkingDays(dueOn, after[at] ?? silentAfter, country)),
    })),
  ];
};
