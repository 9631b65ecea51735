import type { Db } from '@madang/record';
import type { ConsultationStateRows } from '../../queries/consultation-state-rows.ts';
import type { ContributionFateRows } from '../../queries/contribution-fate.ts';
import type { UnansweredRows } from '../../queries/unanswered-contributions.ts';

type Fate = NonNullable<Awaited<ReturnType<ContributionFateRows['fateOfContribution']>>>;
type State = NonNullable<Awaited<ReturnType<ConsultationStateRows['consultationStateOf']>>>;

const FATE = `
  SELECT c.contribution_id AS "contributionId", c.state, c.outcome, c.response_id AS "responseId", r.reason_text_id AS "reasonTextId",
    coalesce(r.changed_commitment_ids, '{}') AS "changedCommitmentIds", c.text_id AS "textId", e.contributor_id IS NOT NULL AS erased
  FROM contribution c
  LEFT JOIN response r ON r.response_id = c.response_id
  LEFT JOIN erased_contributor e ON e.contributor_id = c.contributor_id
  WHERE c.contribution_id = $1::uuid`;

const NIL = '00000000-0000-0000-0000-000000000000';

export const consultationReading = (
  db: Db,
): ConsultationStateRows & ContributionFateRows & UnansweredRows => ({
  consultationStateOf: async (consultationId) =>
    (
      await db.$queryRawUnsafe<{ state: State }[]>(
        'SELECT state FROM consultation WHERE consultation_id = $1::uuid',
        consultationId,
      )
    )[0]?.state,
  fateOfContribution: async (contributionId) => (await db.$queryRawUnsafe<Fate[]>(FATE, contributionId))[0],
  unansweredAfter: async (consultationId, cursor, most) => {
    const rows = await db.$queryRawUnsafe<{ id: string }[]>(
      `SELECT contribution_id AS id FROM contribution
       WHERE consultation_id = $1::uuid AND state = 'accepted' AND contribution_id > $2::uuid ORDER BY contribution_id LIMIT $3`,
      consultationId,
      cursor ?? NIL,
      most,
    );
    return rows.map((row) => row.id);
  },
});
