import type { CommitmentDrafted, Completion, DataOf, Evidence } from '@madang/contracts';
import { completionOf } from '../domain/completion-of.ts';
import { type Name, type NamedFrom, nameOn } from '../domain/name-on.ts';
import type { ProposalRows } from './proposals.ts';
import type { Duty } from './standing.ts';
import { type TextRows, type TextView, textIn } from './texts.ts';

export type Draft = DataOf<typeof CommitmentDrafted>['draft'];
type EvidenceFact = typeof Evidence._output;
export type VersionFound = {
  readonly version: number;
  readonly how: 'drafted' | 'revised' | 'amended';
  readonly on: string;
  readonly draft: Draft;
  readonly reasonTextId: string | null;
};
export type Cause = {
  readonly version: number;
  readonly id: string;
  readonly kind: 'proposal' | 'contribution';
};
export type WithdrawalFound = {
  readonly on: string;
  readonly authority: string;
  readonly reasonTextId: string;
};
export type ReportFound = {
  readonly milestoneId: string;
  readonly windowId: string;
  readonly windowNumber: number | null;
  readonly on: string;
  readonly completion: Completion;
  readonly progressTextId: string;
  readonly challengesTextId: string | null;
  readonly evidence: readonly EvidenceFact[];
};
export type EvidenceFound = {
  readonly id: string;
  readonly milestoneId: string;
  readonly evidence: EvidenceFact;
  readonly on: string;
};
export type CommitmentFound = {
  readonly id: string;
  readonly cycleId: string;
  readonly number: number;
  readonly title: Name;
  readonly state: 'draft' | 'adopted' | 'withdrawn';
  readonly leadInstitutionId: string;
};
export type CommitmentRows = TextRows &
  Pick<ProposalRows, 'linksTo'> & {
    readonly commitmentBy: (id: string) => Promise<CommitmentFound | undefined>;
    readonly versionsOf: (id: string) => Promise<readonly VersionFound[]>;
    readonly causesOf: (id: string, take: number) => Promise<readonly Cause[]>;
    readonly reportsOf: (id: string) => Promise<readonly ReportFound[]>;
    readonly evidenceOf: (id: string) => Promise<readonly EvidenceFound[]>;
    readonly dutiesOn: (commitmentId: string, take: number) => Promise<readonly Duty[]>;
    /** How many contributions there are on each clause; null for those on the whole. */
    readonly contributionsByClause: (
      id: string,
    ) => Promise<readonly { readonly clause: string | null; readonly count: number }[]>;
    readonly withdrawalOf: (id: string) => Promise<WithdrawalFound | undefined>;
    readonly namesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, readonly NamedFrom[]>>;
  };

export type ReportView = Omit<ReportFound, 'progressTextId' | 'challengesTextId'> & {
  readonly progress: TextView | null;
  readonly challenges: TextView | null;
};
export type VersionView = VersionFound & {
  readonly problem: TextView | null;
  readonly solution: TextView | null;
  readonly results: TextView | null;
  readonly reason: TextView | null;
  readonly causes: readonly Cause[];
};
export type CommitmentPage = CommitmentFound & {
  readonly lead: Name;
  readonly completion: Completion;
  readonly milestones: readonly (Draft['milestones'][number] & {
    readonly lead: Name;
    readonly output: TextView | null;
    readonly reports: readonly ReportView[];
    readonly evidence: readonly EvidenceFound[];
  })[];
  /** The latest first. */
  readonly versions: readonly VersionView[];
  readonly awaited: readonly (Duty & { readonly who: Name })[];
  readonly proposals: readonly { readonly id: string; readonly title: TextView | null }[];
  readonly contributions: number;
  /** Names of the institutions that any version names. */
  readonly institutions: Readonly<Record<string, Name>>;
  readonly onClause: Readonly<Record<string, number>>;
  /** By whose decision it was withdrawn and why; undefined while it stands. */
  readonly withdrawal: (WithdrawalFound & { readonly reason: TextView | null }) | undefined;
};

const MANY = 200;
const textIdsOf = ({ draft, reasonTextId }: VersionFound): readonly string[] =>
  [
    draft.problem.textId,
    draft.solution.textId,
    draft.results.textId,
    reasonTextId,
    ...draft.milestones.map((one) => one.expectedOutput?.textId ?? null),
  ].flatMap((id) => id ?? []);

/** A commitment with every version, where it came from, how far it is and who is awaited. */
export const commitment = async (
  rows: CommitmentRows,
  id: string,
  today: string,
): Promise<CommitmentPage | undefined> => {
  const found = await rows.commitmentBy(id);
  const versions = found ? await rows.versionsOf(id) : [];
  const last = versions[0];
  if (!found || !last) return undefined;
  const [byClause, withdrawal] = [await rows.contributionsByClause(id), await rows.withdrawalOf(id)];
  const [reports, evidence, awaited, causes, origins] = [
    await rows.reportsOf(id),
    await rows.evidenceOf(id),
    await rows.dutiesOn(id, MANY),
    await rows.causesOf(id, 1000),
    await rows.linksTo([id], MANY),
  ];
  const texts = await rows.textsOf([
    ...versions.flatMap(textIdsOf),
    ...(withdrawal ? [withdrawal.reasonTextId] : []),
    ...reports.flatMap((one) => [
      one.progressTextId,
      ...(one.challengesTextId ? [one.challengesTextId] : []),
    ]),
    ...origins.flatMap((one) => one.titleTextId ?? []),
  ]);
  const names = await rows.namesOf([
    found.leadInstitutionId,
    ...versions.flatMap(({ draft }) => [
      draft.leadInstitutionId,
      ...draft.milestones.map((one) => one.leadInstitutionId),
    ]),
    ...awaited.map((one) => one.actingInstitutionId),
  ]);
  const nameOf = (of: string): Name =>
    nameOn(names.get(of) ?? [], today) ?? { ko: of.slice(0, 8), en: of.slice(0, 8) };
  const reportViews = reports.map(({ progressTextId, challengesTextId, ...one }) => ({
    ...one,
    progress: textIn(texts, progressTextId),
    challenges: textIn(texts, challengesTextId),
  }));
  const latest = new Map(reportViews.toReversed().map((one) => [one.milestoneId, one.completion]));
  return {
    ...found,
    lead: nameOf(found.leadInstitutionId),
    completion: completionOf(last.draft.milestones.map((one) => latest.get(one.milestoneId) ?? null)),
    milestones: last.draft.milestones.map((one) => ({
      ...one,
      lead: nameOf(one.leadInstitutionId),
      output: textIn(texts, one.expectedOutput?.textId ?? null),
      reports: reportViews.filter((report) => report.milestoneId === one.milestoneId),
      evidence: evidence.filter((each) => each.milestoneId === one.milestoneId),
    })),
    versions: versions.map((one) => ({
      ...one,
      problem: textIn(texts, one.draft.problem.textId),
      solution: textIn(texts, one.draft.solution.textId),
      results: textIn(texts, one.draft.results.textId),
      reason: textIn(texts, one.reasonTextId),
      causes: causes.filter((cause) => cause.version === one.version),
    })),
    awaited: awaited.map((one) => ({ ...one, who: nameOf(one.actingInstitutionId) })),
    proposals: origins.map((one) => ({ id: one.fromId, title: textIn(texts, one.titleTextId) })),
    contributions: byClause.reduce((sum, one) => sum + one.count, 0),
    onClause: Object.fromEntries(byClause.map(({ clause, count }) => [clause ?? '', count])),
    withdrawal: withdrawal && { ...withdrawal, reason: textIn(texts, withdrawal.reasonTextId) },
    institutions: Object.fromEntries([...names.keys()].map((of) => [of, nameOf(of)])),
  };
};
