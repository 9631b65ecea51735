import { dayOf } from '@madang/calendar';
import type { Completion, ObligationKind, Sector, Stage, StageDates } from '@madang/contracts';
import { completionOf } from '../domain/completion-of.ts';
import { type Name, type NamedFrom, nameOn } from '../domain/name-on.ts';
import { standingOf } from '../domain/standing-of.ts';

export type Counts = { readonly accepted: number; readonly answered: number; readonly waived: number };
export type Duty = {
  readonly id: string;
  readonly institutionId: string;
  readonly actingInstitutionId: string;
  readonly obligationKind: ObligationKind;
  readonly dueOn: string;
  readonly late: boolean;
  readonly silent: boolean;
  readonly extensionAsked: boolean;
};
type ForumSeen = {
  readonly id: string;
  readonly name: Name;
  readonly zone: string;
  readonly clock: 'wall' | 'stepped';
  /** Where a stepped clock stands. */
  readonly steppedTo: string | null;
};
type CycleSeen = {
  readonly id: string;
  readonly name: Name;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly stage: Stage;
  readonly suspended: boolean;
  readonly stages: readonly StageDates[];
  readonly approvedOn: string | null;
  readonly submittedOn: string | null;
};
type CommitmentSeen = {
  readonly id: string;
  readonly number: number;
  readonly title: Name;
  readonly leadInstitutionId: string;
  readonly completions: readonly (Completion | null)[];
};

/** What the page needs from the rows; every list is bounded. */
export type StandingRows = {
  /** Forums of the public first, then rehearsals; the newest first. */
  readonly forumsAfter: (
    forumId: string | undefined,
    take: number,
    only?: readonly string[],
  ) => Promise<readonly ForumSeen[]>;
  readonly seatsOn: (
    forumId: string,
    day: string,
  ) => Promise<readonly { readonly sector: Sector; readonly seats: number }[]>;
  readonly cyclesOf: (forumId: string, take: number) => Promise<readonly CycleSeen[]>;
  readonly coverageOf: (cycleId: string) => Promise<Counts | undefined>;
  /** By number; all of them when it is not said how many. */
  readonly commitmentsOf: (cycleId: string, take?: number) => Promise<readonly CommitmentSeen[]>;
  /** Open duties by due date, and how many there are in all. */
  readonly dutiesOf: (
    cycleId: string,
    take: number,
  ) => Promise<{ readonly open: number; readonly first: readonly Duty[] }>;
  readonly namesOf: (institutionIds: readonly string[]) => Promise<ReadonlyMap<string, readonly NamedFrom[]>>;
};

export type Awaited = Duty & {
  readonly id: string;
  readonly who: Name;
  /** Who stays answerable where another acts. */
  readonly answerable: Name | undefined;
  readonly state: 'awaited' | 'overdue' | 'silent';
};
export type CommitmentView = {
  readonly id: string;
  readonly leadInstitutionId: string;
  readonly number: number;
  readonly title: Name;
  readonly lead: Name;
  readonly completion: Completion;
  readonly reported: number;
  readonly milestones: number;
};
export type CycleView = CycleSeen & {
  readonly coverage: Counts | undefined;
  readonly open: number;
  readonly awaited: readonly Awaited[];
  readonly commitments: readonly CommitmentView[];
};
export type ForumView = {
  readonly id: string;
  readonly name: Name;
  readonly rehearsal: boolean;
  readonly now: string;
  readonly today: string;
  readonly seats: readonly { readonly sector: Sector; readonly seats: number }[];
  readonly cycles: readonly CycleView[];
};
/** `fresh` is false when the rows could not be read and an earlier look is shown. */
export type Standing = {
  readonly forums: readonly ForumView[];
  readonly next: string | null;
  readonly fresh: boolean;
};

const FORUMS = 5;
const CYCLES = 4;
const DUTIES = 25;
/** Where things stand shows the beginning of a long plan; the pages and files of a cycle read all of it. */
const COMMITMENTS = 60;

/** A cycle with its coverage, commitments and who is awaited. `most`: commitments that are read; all when it is left out. */
export const cycleView = async (
  rows: StandingRows,
  cycle: CycleSeen,
  today: string,
  most?: number,
): Promise<CycleView> => {
  const { open, first } = await rows.dutiesOf(cycle.id, DUTIES);
  const commitments = await rows.commitmentsOf(cycle.id, most);
  const named = await rows.namesOf([
    ...first.flatMap((one) => [one.institutionId, one.actingInstitutionId]),
    ...commitments.map((one) => one.leadInstitutionId),
  ]);
  // Before its name is heard an institution is shown by the beginning of its id.
  const nameOf = (id: string): Name =>
    nameOn(named.get(id) ?? [], today) ?? { ko: id.slice(0, 8), en: id.slice(0, 8) };
  return {
    ...cycle,
    coverage: await rows.coverageOf(cycle.id),
    open,
    awaited: first.map((one) => ({
      ...one,
      who: nameOf(one.actingInstitutionId),
      answerable: one.actingInstitutionId === one.institutionId ? undefined : nameOf(one.institutionId),
      state: standingOf(one, today),
    })),
    commitments: commitments.map(({ id, number, title, leadInstitutionId, completions }) => ({
      id,
      leadInstitutionId,
      number,
      title,
      lead: nameOf(leadInstitutionId),
      completion: completionOf(completions),
      reported: completions.filter((one) => one !== null).length,
      milestones: completions.length,
    })),
  };
};

/** Forums, their cycles, who is awaited until when: a page of it, from the forum after `after` on. */
export const standing = async (
  rows: StandingRows,
  wallNow: string,
  after: string | undefined,
  only?: readonly string[],
): Promise<Standing> => {
  const found = await rows.forumsAfter(after, FORUMS + 1, only);
  const forums: ForumView[] = [];
  for (const { id, name, zone, clock, steppedTo } of found.slice(0, FORUMS)) {
    const now = clock === 'stepped' ? (steppedTo ?? wallNow) : wallNow;
    const today = dayOf(now, zone);
    const cycles: CycleView[] = [];
    for (const one of await rows.cyclesOf(id, CYCLES))
      cycles.push(await cycleView(rows, one, today, COMMITMENTS));
    forums.push({
      id,
      name,
      rehearsal: clock === 'stepped',
      now,
      today,
      seats: await rows.seatsOn(id, today),
      cycles,
    });
  }
  return { forums, next: found.length > FORUMS ? (forums.at(-1)?.id ?? null) : null, fresh: true };
};
