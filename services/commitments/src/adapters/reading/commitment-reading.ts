import { dayOf } from '@madang/calendar';
import { type Db, forumClocks } from '@madang/record';
import type { CommitmentTextRows } from '../../queries/commitment.ts';
import type { CompletionRows, MilestoneStanding } from '../../queries/plan-completion.ts';

type Resolved<T extends (...args: never[]) => Promise<unknown>> = NonNullable<Awaited<ReturnType<T>>>;

const STANDINGS = `
  SELECT c.commitment_id AS "commitmentId", c.number, m->>'dueOn' AS "dueOn", p.completion,
    (SELECT count(*)::int FROM commitment l WHERE l.national_commitment_id = c.commitment_id AND l.state <> 'withdrawn') AS "localCommitments"
  FROM commitment c
  JOIN commitment_version v ON v.commitment_id = c.commitment_id AND v.version = c.version
  CROSS JOIN LATERAL jsonb_array_elements(v.draft->'milestones') WITH ORDINALITY AS e(m, n)
  LEFT JOIN LATERAL (
    SELECT completion FROM progress_report r WHERE r.commitment_id = c.commitment_id AND r.milestone_id = (m->>'milestoneId')::uuid
    ORDER BY r.sequence DESC LIMIT 1) AS p ON true
  WHERE c.cycle_id = $1::uuid AND c.state = 'adopted' ORDER BY c.number, c.commitment_id, n`;

export const commitmentReading = (db: Db): CommitmentTextRows & CompletionRows => ({
  commitmentAt: async (commitmentId, version) =>
    (
      await db.$queryRawUnsafe<Resolved<CommitmentTextRows['commitmentAt']>[]>(
        `SELECT c.commitment_id AS "commitmentId", c.cycle_id AS "cycleId", c.state, v.version, v.draft, c.national_commitment_id AS "nationalCommitmentId"
         FROM commitment c JOIN commitment_version v ON v.commitment_id = c.commitment_id AND v.version = coalesce($2::int, c.version)
         WHERE c.commitment_id = $1::uuid`,
        commitmentId,
        version ?? null,
      )
    )[0],
  versionsOf: (commitmentId) =>
    db.$queryRawUnsafe<Resolved<CommitmentTextRows['versionsOf']>>(
      'SELECT version, at, reason_text_id AS "reasonTextId" FROM commitment_version WHERE commitment_id = $1::uuid ORDER BY version',
      commitmentId,
    ),
  proposalsOf: async (commitmentId) => {
    const rows = await db.$queryRawUnsafe<{ id: string }[]>(
      'SELECT proposal_id AS id FROM proposal_commitment WHERE commitment_id = $1::uuid ORDER BY 1',
      commitmentId,
    );
    return rows.map((row) => row.id);
  },
  reportsOf: (commitmentId) =>
    db.$queryRawUnsafe<Resolved<CommitmentTextRows['reportsOf']>>(
      `SELECT window_id AS "windowId", milestone_id AS "milestoneId", completion, progress_text_id AS "progressTextId", on_day AS "on"
       FROM progress_report WHERE commitment_id = $1::uuid ORDER BY sequence`,
      commitmentId,
    ),
  todayIn: async (cycleId) => {
    const [plan] = await db.$queryRawUnsafe<{ forumId: string; zone: string }[]>(
      'SELECT forum_id AS "forumId", zone FROM plan_cycle WHERE cycle_id = $1::uuid',
      cycleId,
    );
    if (!plan) return undefined;
    const wallNow = new Date().toISOString();
    const now = (await forumClocks(db, [plan.forumId], wallNow))(plan.forumId) ?? wallNow;
    return dayOf(now, plan.zone);
  },
  standingsOf: (cycleId) => db.$queryRawUnsafe<MilestoneStanding[]>(STANDINGS, cycleId),
});
