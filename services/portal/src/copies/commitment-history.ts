import {
  CommitmentAmended,
  CommitmentDrafted,
  CommitmentRevised,
  CommitmentWithdrawn,
  EvidenceAdded,
  ProgressReported,
  ReportingWindowClosed,
  ReportingWindowExtended,
  ReportingWindowOpened,
} from '@madang/contracts';
import { copy } from '@madang/decider';
import type { PublicRows } from './public-rows.ts';
import type { PublicWriter } from './public-writer.ts';

type Version = PublicRows['commitmentVersion'];
type Fact = {
  readonly time: string;
  readonly data: { readonly commitmentId: string; readonly version: number; readonly draft: object };
};
const version = (how: Version['how'], { time, data }: Fact, reasonTextId: string | null = null): Version => ({
  commitmentId: data.commitmentId,
  version: data.version,
  how,
  on: time,
  draft: data.draft,
  reasonTextId,
});

/** How each commitment came to be and how far it is: every version with its causes, every report, every evidence. */
export const commitmentHistoryCopies = [
  copy(CommitmentDrafted, async (rows: PublicWriter, facts) => {
    await rows.add(
      'commitmentVersion',
      facts.map((one) => version('drafted', one)),
    );
    await rows.add(
      'versionCause',
      facts.flatMap(({ data: { commitmentId, version, fromProposals } }) =>
        fromProposals.map((causeId) => ({ commitmentId, version, causeId })),
      ),
    );
  }),
  copy(CommitmentRevised, async (rows: PublicWriter, facts) => {
    await rows.add(
      'commitmentVersion',
      facts.map((one) => version('revised', one, one.data.reason?.textId)),
    );
    await rows.add(
      'versionCause',
      facts.flatMap(({ data: { commitmentId, version, because, fromProposals } }) =>
        [...because, ...(fromProposals ?? [])].map((causeId) => ({ commitmentId, version, causeId })),
      ),
    );
  }),
  copy(CommitmentAmended, async (rows: PublicWriter, facts) => {
    await rows.add(
      'commitmentVersion',
      facts.map((one) => version('amended', one, one.data.reason.textId)),
    );
    await rows.add(
      'versionCause',
      facts.flatMap(({ data: { commitmentId, version, because = [] } }) =>
        because.map((causeId) => ({ commitmentId, version, causeId })),
      ),
    );
  }),
  copy(CommitmentWithdrawn, (rows: PublicWriter, facts) =>
    rows.add(
      'withdrawalRow',
      facts.map(({ time, data: { commitmentId, cycleId, authority, reason } }) => ({
        commitmentId,
        cycleId,
        on: time,
        authority,
        reasonTextId: reason.textId,
      })),
    ),
  ),
  copy(ProgressReported, async (rows: PublicWriter, facts) => {
    for (const { data } of facts) {
      const { commitmentId, milestoneId, windowId } = data;
      const report = {
        on: data.on,
        completion: data.completion,
        progressTextId: data.progress.textId,
        challengesTextId: data.challenges?.textId ?? null,
        evidence: data.evidence,
      };
      await rows.add('reportRow', [{ commitmentId, milestoneId, windowId, ...report }]);
      await rows.change('reportRow', { commitmentId, milestoneId, windowId }, report);
    }
  }),
  copy(EvidenceAdded, (rows: PublicWriter, facts) =>
    rows.add(
      'evidenceRow',
      facts.map(({ data: { evidenceId: id, commitmentId, milestoneId, evidence, on } }) => ({
        id,
        commitmentId,
        milestoneId,
        evidence,
        on,
      })),
    ),
  ),
  copy(ReportingWindowOpened, (rows: PublicWriter, facts) =>
    rows.add(
      'windowRow',
      facts.map(({ data }) => ({
        id: data.windowId,
        cycleId: data.cycleId,
        number: data.number,
        fromDay: data.from,
        untilDay: data.until,
        closesAt: data.closesAt,
        state: 'open',
        ...{ authority: null, noticeOn: null, reasonTextId: null },
      })),
    ),
  ),
  copy(ReportingWindowExtended, async (rows: PublicWriter, facts) => {
    for (const { data } of facts)
      await rows.change(
        'windowRow',
        { id: data.windowId },
        {
          ...{ closesAt: data.closesAt, authority: data.authority, noticeOn: data.noticeGivenOn },
          reasonTextId: data.reason.textId,
        },
      );
  }),
  copy(ReportingWindowClosed, (rows: PublicWriter, facts) =>
    rows.change('windowRow', { id: { in: facts.map((one) => one.data.windowId) } }, { state: 'closed' }),
  ),
];
