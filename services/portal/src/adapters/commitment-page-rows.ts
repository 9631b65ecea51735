import type { Completion } from '@madang/contracts';
import type { Db } from '@madang/record';
import type { Name } from '../domain/name-on.ts';
import type {
  Cause,
  CommitmentRows,
  Draft,
  EvidenceFound,
  ReportFound,
  VersionFound,
} from '../queries/commitments.ts';
import type { Prisma } from './generated/prisma/client.ts';
import { proposalRows } from './proposal-rows.ts';
import { standingRows } from './standing-rows.ts';
import { textRows } from './text-rows.ts';

/** Reads what the page of a commitment shows. */
export const commitmentPageRows = (db: Db): CommitmentRows => {
  const tables = db as unknown as Prisma.TransactionClient;
  return {
    ...textRows(db),
    linksTo: proposalRows(db).linksTo,
    namesOf: standingRows(tables).namesOf,
    commitmentBy: async (id) => {
      const row = await tables.commitmentRow.findUnique({ where: { id } });
      return row
        ? { ...row, title: row.title as Name, state: row.state as 'draft' | 'adopted' | 'withdrawn' }
        : undefined;
    },
    versionsOf: async (commitmentId) =>
      (
        await tables.commitmentVersion.findMany({ where: { commitmentId }, orderBy: { version: 'desc' } })
      ).map(({ version, how, on, draft, reasonTextId }) => ({
        version,
        how: how as VersionFound['how'],
        on,
        draft: draft as unknown as Draft,
        reasonTextId,
      })),
    causesOf: (id, take) =>
      db.$queryRawUnsafe<Cause[]>(
        `SELECT v.version, v.cause_id AS id, CASE WHEN p.id IS NULL THEN 'contribution' ELSE 'proposal' END AS kind
         FROM version_cause v LEFT JOIN proposal_row p ON p.id = v.cause_id
         WHERE v.commitment_id = $1::uuid ORDER BY v.version, v.cause_id LIMIT $2::int`,
        id,
        take,
      ),
    reportsOf: async (commitmentId) => {
      const found = await tables.reportRow.findMany({
        where: { commitmentId },
        orderBy: [{ on: 'desc' }, { windowId: 'asc' }],
      });
      const windows = await tables.windowRow.findMany({
        where: { id: { in: found.map((one) => one.windowId) } },
      });
      const numbers = new Map(windows.map((one) => [one.id, one.number]));
      return found.map(
        ({ milestoneId, windowId, on, completion, progressTextId, challengesTextId, evidence }) => ({
          milestoneId,
          windowId,
          windowNumber: numbers.get(windowId) ?? null,
          on,
          completion: completion as Completion,
          progressTextId,
          challengesTextId,
          evidence: evidence as unknown as ReportFound['evidence'],
        }),
      );
    },
    evidenceOf: async (commitmentId) =>
      (
        await tables.evidenceRow.findMany({
          where: { commitmentId },
          orderBy: [{ on: 'desc' }, { id: 'asc' }],
        })
      ).map(({ id, milestoneId, evidence, on }) => ({
        id,
        milestoneId,
        evidence: evidence as unknown as EvidenceFound['evidence'],
        on,
      })),
    dutiesOn: async (commitmentId, take) =>
      (
        await tables.obligationRow.findMany({
          where: { commitmentIds: { has: commitmentId }, state: 'open' },
          orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
          take,
        })
      ).map((row) => ({ ...row, obligationKind: row.obligationKind as never })),
    contributionsByClause: async (commitmentId) =>
      (await tables.contributionRow.groupBy({ by: ['clause'], where: { commitmentId }, _count: true })).map(
        ({ clause, _count: count }) => ({ clause, count }),
      ),
    withdrawalOf: async (commitmentId) =>
      (await tables.withdrawalRow.findUnique({ where: { commitmentId } })) ?? undefined,
  };
};
