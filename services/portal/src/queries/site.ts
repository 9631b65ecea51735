import type { ServiceName } from '@madang/contracts';
import type { Name } from '../domain/name-on.ts';
import type { Browse } from './browse.ts';
import type { CommitmentPage } from './commitments.ts';
import type { ContributionFilter, ContributionView, Page } from './contributions.ts';
import type { CyclePage } from './cycle.ts';
import type { Desk } from './desk.ts';
import type { Drafting } from './drafting.ts';
import type { BallotFound, ForumFound, ForumPage } from './forum.ts';
import type { DutyFound, InstitutionPage } from './institution.ts';
import type { Place } from './place.ts';
import type { ProposalFilter, ProposalView } from './proposals.ts';
import type { Found } from './search.ts';

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
  readonly cycle: (id: string) => Promise<CyclePage | undefined>;
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
  readonly commitmentsWith: (institutionId: string, cycleId: string) => Promise<readonly string[]>;
  readonly lateDuties: (forumId: string) => Promise<ReadonlySet<string>>;
  readonly institutions: () => Promise<readonly { readonly id: string; readonly name: Name }[]>;
  readonly browse: (cycleId: string) => Promise<Browse>;
  readonly desk: Desk;
  readonly drafting: Drafting;
  readonly ballot: (id: string) => Promise<BallotPlaced | undefined>;
  readonly search: (asked: string, from: number) => Promise<Found>;
};
