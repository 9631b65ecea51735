import type { Db } from '@madang/record';
import type { CycleRows } from '../../queries/cycle-commitments.ts';
import type { TallyRows } from '../../queries/participation-tallies.ts';
import type { IntakeRows, OpenIntakes } from '../../reactions/move-deadlines.ts';

type Resolved<T extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<T>>;

const COMMITMENTS = `
  SELECT c.commitment_id AS "commitmentId", c.number, c.state, c.version, c.lead_institution_id AS "leadInstitutionId",
    (SELECT jsonb_agg(jsonb_build_object('milestoneId', m->>'milestoneId', 'dueOn', m->>'dueOn', 'leadInstitutionId', m->>'leadInstitutionId') ORDER BY n)
     FROM jsonb_array_elements(v.draft->'milestones') WITH ORDINALITY AS e(m, n)) AS milestones,
    (SELECT count(*)::int FROM contribution k WHERE k.commitment_id = c.commitment_id AND k.state IN ('accepted', 'answered', 'waived')) AS contributions
  FROM commitment c JOIN commitment_version v ON v.commitment_id = c.commitment_id AND v.version = c.version
  WHERE c.cycle_id = $1::uuid ORDER BY c.number, c.commitment_id`;

export const cycleReading = (db: Db): CycleRows & TallyRows & IntakeRows => ({
  knowsCycle: async (cycleId) =>
    (await db.$queryRawUnsafe<unknown[]>('SELECT 1 FROM plan_cycle WHERE cycle_id = $1::uuid', cycleId))
      .length > 0,
  callOf: async (cycleId) =>
    (
      await db.$queryRawUnsafe<{ id: string }[]>(
        'SELECT call_id AS id FROM intake_call WHERE cycle_id = $1::uuid ORDER BY closes_at DESC, call_id LIMIT 1',
        cycleId,
      )
    )[0]?.id ?? null,
  consultationOf: async (cycleId) =>
    (
      await db.$queryRawUnsafe<NonNullable<Resolved<CycleRows['consultationOf']>>[]>(
        'SELECT consultation_id AS "consultationId", state FROM consultation WHERE cycle_id = $1::uuid LIMIT 1',
        cycleId,
      )
    )[0],
  commitmentsOf: (cycleId) => db.$queryRawUnsafe<Resolved<CycleRows['commitmentsOf']>>(COMMITMENTS, cycleId),
  windowsOf: (cycleId) =>
    db.$queryRawUnsafe<Resolved<CycleRows['windowsOf']>>(
      'SELECT window_id AS "windowId", number, state, closes_at AS "closesAt" FROM reporting_window WHERE cycle_id = $1::uuid ORDER BY number, window_id',
      cycleId,
    ),
  talliesOf: (cycleId) =>
    db.$queryRawUnsafe<Resolved<TallyRows['talliesOf']>>(
      'SELECT question, answer, count FROM participation_tally WHERE cycle_id = $1::uuid ORDER BY question, answer',
      cycleId,
    ),
  openIntakesOf: async (cycleId) => ({
    calls: await db.$queryRawUnsafe<OpenIntakes['calls']>(
      `SELECT call_id AS "callId", closes_at AS "closesAt" FROM intake_call WHERE cycle_id = $1::uuid AND state = 'open' ORDER BY call_id`,
      cycleId,
    ),
    consultations: await db.$queryRawUnsafe<OpenIntakes['consultations']>(
      `SELECT consultation_id AS "consultationId", commitment_ids AS "commitmentIds", closes_at AS "closesAt"
       FROM consultation WHERE cycle_id = $1::uuid AND state = 'open' ORDER BY consultation_id`,
      cycleId,
    ),
  }),
});
