import type { Completion, Evidence } from '@madang/contracts';
import type { DutyTurnWord } from '../copies/duty-turn-row.ts';
import type { Name, NamedFrom } from '../domain/name-on.ts';
import { nameOn } from '../domain/name-on.ts';
import type { Duty } from './standing.ts';

export type Punctuality = {
  readonly onTime: number;
  readonly late: number;
  readonly silent: number;
  readonly open: number;
};
export type LedFound = {
  readonly id: string;
  readonly cycleId: string;
  readonly number: number;
  readonly title: Name;
  readonly state: string;
};
export type InstitutionRows = {
  readonly namesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, readonly NamedFrom[]>>;
  readonly dutyBy: (id: string) => Promise<DutyFound | undefined>;
  /** Every institution, or those of a forum, by its name of today. */
  readonly allInstitutions: (
    take: number,
    forumId?: string,
  ) => Promise<readonly { readonly id: string; readonly name: Name }[]>;
  /** Institutions by their latest name, from after one on, and how punctual each was. */
  readonly institutionsAfter: (
    after: string | undefined,
    take: number,
  ) => Promise<readonly { readonly id: string; readonly punctuality: Punctuality }[]>;
  /** What the forum is called in which each stands. */
  readonly forumsOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, Name>>;
  /** How many commitments that stand each leads. */
  readonly leadsOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** What an institution is to do now. */
  readonly owedBy: (id: string, take: number) => Promise<readonly DutyFound[]>;
  /** What it owes and somebody else does for it. */
  readonly delegatedBy: (id: string, take: number) => Promise<readonly DutyFound[]>;
  /** What happened to a duty, the first first. */
  readonly turnsOf: (obligationId: string, take: number) => Promise<readonly DutyTurn[]>;
  /** Institutions whose duties to report and to give evidence in a cycle another one answers, or has taken over. */
  readonly answeredBy: (id: string, cycleId: string) => Promise<readonly string[]>;
  readonly punctualityOf: (id: string) => Promise<Punctuality>;
  /** Commitments of a cycle in which an institution leads a milestone. */
  readonly commitmentsWith: (institutionId: string, cycleId: string) => Promise<readonly string[]>;
  readonly ledBy: (id: string, take: number) => Promise<readonly LedFound[]>;
  /** Milestones of a cycle that an institution leads, and which of them were reported on in a window. */
  readonly milestonesLed: (
    institutionId: string,
    cycleId: string,
    windowId: string | null,
  ) => Promise<readonly MilestoneLed[]>;
  /** Commitments of a cycle that an institution leads. */
  readonly ledIn: (institutionId: string, cycleId: string) => Promise<readonly string[]>;
};
export type MilestoneLed = {
  readonly commitmentId: string;
  readonly number: number;
  readonly milestoneId: string;
  readonly name: Name;
  readonly dueOn: string;
  /** By its latest report. */
  readonly completion: Completion | null;
  readonly isReported: boolean;
};
/** Something that happened to a duty. */
export type DutyTurn = {
  readonly sequence: bigint;
  readonly what: DutyTurnWord;
  readonly at: string;
  readonly institutionId: string | null;
  readonly dueOn: string | null;
  readonly verdict: string | null;
  readonly late: boolean | null;
  /** The reason or the note; read by the forum, so its words are asked for by whoever may. */
  readonly textId: string | null;
  readonly evidence: readonly (typeof Evidence._output)[];
};
/** A duty with what somebody needs to discharge it. */
export type DutyFound = Duty & {
  readonly id: string;
  readonly forumId: string;
  readonly cycleId: string | null;
  readonly state: string;
  readonly windowId: string | null;
  readonly clusterId: string | null;
  readonly ladderVersion: number;
  /** The latest request for more time: it waits for a decision where `extensionAsked` says so. */
  readonly extensionId: string | null;
  readonly extensionUntil: string | null;
  readonly extensionTextId: string | null;
  readonly commitmentIds: readonly string[];
  /** What was said when it was discharged; read by the forum. */
  readonly noteTextId: string | null;
};
export type InstitutionPage = {
  readonly id: string;
  readonly name: Name;
  /** Every name it had, with the day from which it was called so. */
  readonly names: readonly NamedFrom[];
  readonly owed: readonly DutyFound[];
  /** What it owes and has delegated: it stays answerable. */
  readonly delegated: readonly DutyFound[];
  readonly punctuality: Punctuality;
  readonly leads: readonly LedFound[];
};

/** What an institution leads, what it owes by when, and how punctual it was. */
export const institution = async (
  rows: InstitutionRows,
  id: string,
  today: string,
): Promise<InstitutionPage | undefined> => {
  const names = (await rows.namesOf([id])).get(id) ?? [];
  const name = nameOn(names, today);
  if (!name) return undefined;
  return {
    id,
    name,
    names,
    owed: await rows.owedBy(id, 200),
    delegated: await rows.delegatedBy(id, 200),
    punctuality: await rows.punctualityOf(id),
    leads: await rows.ledBy(id, 200),
  };
};

/** Institutions beside each other: as many as a page holds. */
const BESIDE = 100;

export type InstitutionsPage = {
  readonly institutions: readonly {
    readonly id: string;
    readonly name: Name;
    readonly punctuality: Punctuality;
    readonly forum: Name | undefined;
    /** Commitments it leads that stand. */
    readonly leads: number;
  }[];
  /** The last one of this page when there are more. */
  readonly next: string | null;
};

/** Institutions with what each leads and how punctual it was, by name: a page of them, from after one on. */
export const institutionsBeside = async (
  rows: InstitutionRows,
  today: string,
  after?: string,
): Promise<InstitutionsPage> => {
  const found = await rows.institutionsAfter(after, BESIDE + 1);
  const page = found.slice(0, BESIDE);
  const ids = page.map((one) => one.id);
  const [names, leads] = [await rows.namesOf(ids), await rows.leadsOf(ids)];
  const forums = await rows.forumsOf(ids);
  return {
    institutions: page.map(({ id, punctuality }) => {
      const named = names.get(id) ?? [];
      // One that is to be founded has a name only from a day to come.
      const name = nameOn(named, today) ?? named[0]?.name ?? { ko: id.slice(0, 8), en: id.slice(0, 8) };
      return { id, name, punctuality, forum: forums.get(id), leads: leads.get(id) ?? 0 };
    }),
    next: found.length > BESIDE ? (ids.at(-1) ?? null) : null,
  };
};
