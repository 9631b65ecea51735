import {
  CommitmentAdopted,
  CommitmentAmended,
  CommitmentDrafted,
  CommitmentLinked,
  CommitmentRevised,
  CommitmentWithdrawn,
  ProgressReported,
} from '@madang/contracts';
import { projection } from '@madang/decider';
import type { CommitmentDraft } from '../domain/commitment/state.ts';

export type NewVersion = {
  readonly commitmentId: string;
  readonly forumId: string;
  readonly cycleId: string;
  readonly version: number;
  readonly at: string;
  readonly reasonTextId: string | null;
  readonly draft: CommitmentDraft;
};

export type NewReport = {
  readonly windowId: string;
  readonly commitmentId: string;
  readonly milestoneId: string;
  readonly completion: string;
  readonly progressTextId: string;
  readonly on: string;
  readonly sequence: number;
};

export type CommitmentRows = {
  /** A new version; the first makes the commitment. */
  readonly addVersions: (versions: readonly NewVersion[]) => Promise<void>;
  readonly setStates: (commitmentIds: readonly string[], state: 'adopted' | 'withdrawn') => Promise<void>;
  readonly link: (
    links: readonly { readonly commitmentId: string; readonly nationalCommitmentId: string }[],
  ) => Promise<void>;
  readonly putReports: (reports: readonly NewReport[]) => Promise<void>;
};

export const commitmentProjections = [
  projection(CommitmentDrafted, (rows: CommitmentRows, facts) =>
    rows.addVersions(facts.map(({ data, time }) => ({ ...data, at: time, reasonTextId: null }))),
  ),
  projection(CommitmentRevised, (rows: CommitmentRows, facts) =>
    rows.addVersions(
      facts.map(({ data, time }) => ({ ...data, at: time, reasonTextId: data.reason?.textId ?? null })),
    ),
  ),
  projection(CommitmentAmended, (rows: CommitmentRows, facts) =>
    rows.addVersions(
      facts.map(({ data, time }) => ({ ...data, at: time, reasonTextId: data.reason.textId })),
    ),
  ),
  projection(CommitmentAdopted, (rows: CommitmentRows, facts) =>
    rows.setStates(
      facts.map((fact) => fact.data.commitmentId),
      'adopted',
    ),
  ),
  projection(CommitmentWithdrawn, (rows: CommitmentRows, facts) =>
    rows.setStates(
      facts.map((fact) => fact.data.commitmentId),
      'withdrawn',
    ),
  ),
  projection(CommitmentLinked, (rows: CommitmentRows, facts) => rows.link(facts.map((fact) => fact.data))),
  projection(ProgressReported, (rows: CommitmentRows, facts) =>
    rows.putReports(
      facts.map(({ data, sequence }) => ({ ...data, progressTextId: data.progress.textId, sequence })),
    ),
  ),
];
