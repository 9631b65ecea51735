import type { Outcome } from '@madang/contracts';
import { likeness } from '../domain/likeness.ts';
import { type AwaitedRows, awaitedIn } from './awaited.ts';
import {
  type ContributionFound,
  type ContributionRows,
  type ContributionView,
  contributionViews,
  type Page,
  PER_PAGE,
} from './contributions.ts';
import type { DutyFound } from './institution.ts';
import { type TextView, textIn } from './texts.ts';
import { type WindowRows, windowsOn } from './windows.ts';

export type ConsultationFound = {
  readonly id: string;
  readonly cycleId: string;
  readonly closesAt: string;
  readonly state: 'open' | 'closed' | 'sealed';
  readonly accepted: number;
  readonly answered: number;
  readonly waived: number;
};
export type DraftFound = {
  readonly id: string;
  readonly consultationId: string;
  readonly outcome: Outcome;
  readonly reasonTextId: string;
  readonly changed: readonly string[];
  readonly clusterId: string | null;
  /** The first contribution it covers: the way to an answer to one that is in no cluster. */
  readonly contributionId: string | null;
  /** Theme of the cluster it answers; null for one that answers contributions named singly. */
  readonly theme: string | null;
  readonly covers: number;
  readonly releasedOn: string | null;
};
export type ClusterFound = {
  readonly id: string;
  readonly consultationId: string;
  readonly theme: string;
  readonly members: number;
  readonly answered: number;
  readonly drafted: number;
};
/** What an institution wrote when it discharged a duty; read by the forum, so its words are asked for by whoever may. */
export type NoteFound = DutyFound & { readonly verdict: string | null };

/** One act of moderation, as the public log shows it. */
export type ModerationFound = {
  readonly sequence: bigint;
  /** One of both: what was moderated. */
  readonly contributionId: string | null;
  readonly proposalId: string | null;
  readonly what: 'set-aside' | 'restored' | 'appealed' | 'upheld' | 'allowed';
  readonly reasonCode: string | null;
  readonly reasonTextId: string | null;
  readonly on: string;
};
export type ModerationView = Omit<ModerationFound, 'sequence'> & { readonly reason: TextView | null };

/** Something that told the public of a cycle. */
export type OutreachFound = {
  readonly id: string;
  readonly on: string;
  readonly channel: string;
  readonly audience: string | null;
  readonly link: string | null;
};

/** Who handed something in, by pseudonym; `things`: how much they did in that forum, null where that was not asked. */
export type WriterFound = { readonly personId: string; readonly things: number | null };

export type DeskRows = ContributionRows &
  AwaitedRows &
  WindowRows & {
    readonly cycleOfWindow: (windowId: string) => Promise<string | undefined>;
    /** The consultations of a cycle, the latest first. */
    readonly consultationsOf: (cycleId: string) => Promise<readonly ConsultationFound[]>;
    readonly consultationBy: (id: string) => Promise<ConsultationFound | undefined>;
    readonly cycleOfCall: (callId: string) => Promise<string | undefined>;
    readonly clustersOf: (
      consultationId: string,
      after: string | null,
      take: number,
    ) => Promise<readonly (ClusterFound & { readonly sequence: bigint })[]>;
    readonly clusterBy: (id: string) => Promise<ClusterFound | undefined>;
    readonly membersOf: (
      clusterId: string,
      after: string | null,
      take: number,
    ) => Promise<readonly ContributionFound[]>;
    /** Accepted contributions in no cluster for which nobody has drafted an answer. */
    readonly undraftedOf: (
      consultationId: string,
      commitmentId: string | undefined,
      after: string | null,
      take: number,
    ) => Promise<readonly ContributionFound[]>;
    readonly appealsOf: (consultationId: string, take: number) => Promise<readonly ContributionFound[]>;
    readonly moderationOf: (
      cycleId: string,
      before: string | null,
      take: number,
    ) => Promise<readonly ModerationFound[]>;
    readonly draftsOf: (
      consultationId: string,
      after: string | null,
      take: number,
    ) => Promise<readonly (DraftFound & { readonly sequence: bigint })[]>;
    readonly draftsOfCluster: (clusterId: string) => Promise<readonly DraftFound[]>;
    readonly draftBy: (id: string) => Promise<DraftFound | undefined>;
    readonly draftOfContribution: (contributionId: string) => Promise<string | undefined>;
    /** Accepted contributions in no cluster that share a band with one, and the bigrams of each; that one among them. */
    readonly bandedWith: (
      contributionId: string,
      take: number,
    ) => Promise<readonly { readonly id: string; readonly grams: readonly string[] }[]>;
    /** Those of some words that a public text already has, word for word. */
    readonly wordsKnown: (words: readonly string[]) => Promise<readonly string[]>;
    readonly notesOf: (cycleId: string, commitmentIds: readonly string[]) => Promise<readonly NoteFound[]>;
    readonly writerOf: (forumId: string, submissionId: string) => Promise<WriterFound | undefined>;
    /** The latest first, from so many on. */
    readonly outreachOf: (cycleId: string, from: number, take: number) => Promise<readonly OutreachFound[]>;
  };

/** Share of bigrams from which on contributions are suggested as alike. */
const ALIKE = 0.5;

const afterOf = (cursor: string | undefined): string | null =>
  cursor && /^\d{1,18}$/.test(cursor) ? cursor : null;
const paged = <T extends { readonly sequence: bigint }>(found: readonly T[]): Page<T> => ({
  items: found.slice(0, PER_PAGE),
  next: found.length > PER_PAGE ? String(found[PER_PAGE - 1]?.sequence) : null,
});

/** What the secretariat's answer desk reads: a page at a time, each list by an index of its own. OGP 4.1 */
export const desk = (rows: DeskRows) => {
  const viewed = async (found: readonly ContributionFound[]): Promise<Page<ContributionView>> => {
    const { items, next } = paged(found);
    return { items: await contributionViews(rows, items), next };
  };
  return {
    consultations: rows.consultationsOf,
    consultation: rows.consultationBy,
    clusters: async (consultationId: string, cursor?: string) =>
      paged(await rows.clustersOf(consultationId, afterOf(cursor), PER_PAGE + 1)),
    cluster: rows.clusterBy,
    members: async (clusterId: string, cursor?: string) =>
      viewed(await rows.membersOf(clusterId, afterOf(cursor), PER_PAGE + 1)),
    undrafted: async (consultationId: string, commitmentId: string | undefined, cursor?: string) =>
      viewed(await rows.undraftedOf(consultationId, commitmentId, afterOf(cursor), PER_PAGE + 1)),
    /** Drafts that wait to be released. */
    drafts: async (consultationId: string, cursor?: string) =>
      paged(await rows.draftsOf(consultationId, afterOf(cursor), PER_PAGE + 1)),
    /** Open appeals against moderation, the oldest first. */
    appeals: (consultationId: string) => rows.appealsOf(consultationId, 50),
    /** What moderation did and why, the latest first. */
    moderation: async (cycleId: string, cursor?: string): Promise<Page<ModerationView>> => {
      const { items, next } = paged(await rows.moderationOf(cycleId, afterOf(cursor), PER_PAGE + 1));
      const texts = await rows.textsOf(items.flatMap((one) => one.reasonTextId ?? []));
      return {
        items: items.map(({ sequence: _, ...one }) => ({ ...one, reason: textIn(texts, one.reasonTextId) })),
        next,
      };
    },
    /** Who is awaited in a cycle, asked extensions first. `cursor`: the last one seen. */
    awaited: (cycleId: string, today: string, cursor?: string) => awaitedIn(rows, cycleId, { today, cursor }),
    /** Institutions that still owe their part of the answers, the first due first. */
    owingNotes: async (cycleId: string, today: string) =>
      (await awaitedIn(rows, cycleId, { today, kind: 'reasoned-response', take: 200 })).items,
    windows: (page: Parameters<typeof windowsOn>[1]) => windowsOn(rows, page),
    windowCounts: rows.windowCounts,
    /** The cycle of a reporting window. */
    cycleOfWindow: rows.cycleOfWindow,
    /** What told the public of a cycle, the latest first. */
    outreach: async (cycleId: string, cursor?: string): Promise<Page<OutreachFound>> => {
      const from = cursor && /^\d{1,6}$/.test(cursor) ? Number(cursor) : 0;
      const found = await rows.outreachOf(cycleId, from, PER_PAGE + 1);
      return {
        items: found.slice(0, PER_PAGE),
        next: found.length > PER_PAGE ? String(from + PER_PAGE) : null,
      };
    },
    draftsOfCluster: rows.draftsOfCluster,
    draft: rows.draftBy,
    draftOfContribution: rows.draftOfContribution,
    /** Contributions that are much like one, the likest first: suggested, and confirmed by a person. */
    alike: async (contributionId: string) => {
      const found = await rows.bandedWith(contributionId, 200);
      const self = found.find((one) => one.id === contributionId);
      return found
        .filter((one) => one !== self)
        .map((one) => ({ id: one.id, likeness: likeness(self?.grams ?? [], one.grams) }))
        .filter((one) => one.likeness >= ALIKE)
        .toSorted((a, b) => b.likeness - a.likeness)
        .slice(0, 50);
    },
    /** Those of some words that a public text already has, word for word. */
    known: rows.wordsKnown,
    cycleOfCall: rows.cycleOfCall,
    /** Who handed in a proposal or contribution of a forum, for having them erased; shown to nobody. */
    writer: rows.writerOf,
    /** What the institutions in charge of commitments were asked and answered, the open first. */
    notes: rows.notesOf,
  };
};
export type Desk = ReturnType<typeof desk>;
