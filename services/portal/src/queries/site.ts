import type { ServiceName } from '@madang/contracts';
import type { Name } from '../domain/name-on.ts';
import type { Browse } from './browse.ts';
import type { CommitmentPage } from './commitments.ts';
import type { ConsoleRows } from './console.ts';
import type { ContributionFilter, ContributionView, Page } from './contributions.ts';
import type { CyclePage, CycleRows, DatedMatters } from './cycle.ts';
import type { DataSet } from './data-sets.ts';
import type { Desk } from './desk.ts';
import type { Drafting } from './drafting.ts';
import type { BallotFound, ForumFound, ForumPage } from './forum.ts';
import type {
  DutyFound,
  DutyTurn,
  InstitutionPage,
  InstitutionRows,
  InstitutionsPage,
} from './institution.ts';
import type { DataScope, DataValue } from './open-data.ts';
import type { Place } from './place.ts';
import type { ProposalFilter, ProposalView } from './proposals.ts';
import type { Found } from './search.ts';
import type { Table } from './table.ts';

/** Waits until the read model has heard a source that far, or so many milliseconds. */
export type Heard = (source: ServiceName, sequence: number, within: number) => Promise<boolean>;

/** A ballot and where it is held. */
export type BallotPlaced = BallotFound & { readonly forumId: string; readonly cycleId: string | null };

/** Everything the public pages ask of the read model; `undefined` for what is not there. */
export type Site = {
  readonly forum: (id: string) => Promise<ForumPage | undefined>;
  /** The forum of whatever an id names. */
  readonly forumOf: (id: string) => Promise<string | undefined>;
  /** A forum as its desks need it: in which zone its days lie, and what time it is there. */
  readonly forumAt: (id: string) => Promise<ForumFound | undefined>;
  /** Forums whose local forums may name them as their parent; rehearsals are left out. */
  readonly nationalForums: () => Promise<readonly { readonly id: string; readonly name: Name }[]>;
  /** The table of a forum as its secretariat keeps it. `today`: the forum's. */
  readonly table: (forumId: string, today: string) => Promise<Table>;
  readonly cycle: (id: string) => Promise<CyclePage | undefined>;
  /** What else has a day in a cycle, between two days. */
  readonly datedMatters: (cycleId: string, from: string, until: string) => Promise<DatedMatters>;
  /** The forum and cycle a page belongs to. */
  readonly place: (cycleId: string) => Promise<Place | undefined>;
  readonly proposals: (
    cycleId: string,
    filter: ProposalFilter,
    cursor: string | undefined,
    take?: number,
  ) => Promise<Page<ProposalView>>;
  readonly proposalThemes: (cycleId: string) => Promise<readonly string[]>;
  readonly proposal: (id: string) => Promise<ProposalView | undefined>;
  readonly contributions: (
    cycleId: string,
    filter: ContributionFilter,
    cursor: string | undefined,
    take?: number,
  ) => Promise<Page<ContributionView>>;
  readonly contributionThemes: (cycleId: string) => Promise<readonly string[]>;
  readonly contribution: (id: string) => Promise<ContributionView | undefined>;
  readonly commitment: (id: string, today: string) => Promise<CommitmentPage | undefined>;
  /** The cycle of a commitment, before more of it is read. */
  readonly cycleOfCommitment: (id: string) => Promise<string | undefined>;
  readonly institution: (id: string) => Promise<InstitutionPage | undefined>;
  readonly institutionName: (id: string) => Promise<Name | undefined>;
  readonly commitmentName: (id: string) => Promise<Name | undefined>;
  readonly duty: (id: string) => Promise<DutyFound | undefined>;
  /** What happened to a duty, the first first; the latest hundred. */
  readonly dutyTurns: (id: string) => Promise<readonly DutyTurn[]>;
  /** Institutions for which another one reports in a cycle. */
  readonly answeredBy: (institutionId: string, cycleId: string) => Promise<readonly string[]>;
  readonly commitmentsLed: (institutionId: string, cycleId: string) => Promise<readonly string[]>;
  readonly milestonesLed: InstitutionRows['milestonesLed'];
  readonly commitmentsWith: (institutionId: string, cycleId: string) => Promise<readonly string[]>;
  /** Every institution, for its name; those of a forum, where one is to be chosen: no other can owe or act there. */
  readonly institutions: (
    forumId?: string,
  ) => Promise<readonly { readonly id: string; readonly name: Name }[]>;
  readonly institutionsBeside: (after?: string) => Promise<InstitutionsPage>;
  readonly browse: (cycleId: string, today: string) => Promise<Browse>;
  readonly console: ConsoleRows;
  readonly desk: Desk;
  readonly drafting: Drafting;
  /** Every row of a data set of a cycle, whole however long. */
  readonly openData: (set: DataSet, scope: DataScope) => AsyncIterable<readonly DataValue[]>;
  readonly ballot: (id: string) => Promise<BallotPlaced | undefined>;
  /** What seats that are entitled to a ballot did so far; others are not there. */
  readonly ballotSeats: CycleRows['ballotSeats'];
  readonly search: (asked: string, from: number) => Promise<Found>;
};
