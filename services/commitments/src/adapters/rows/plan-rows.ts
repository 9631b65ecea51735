import type { Db } from '@madang/record';
import type { DraftingRows } from '../../commands/ports/drafting-rows.ts';
import type { PlanRows } from '../../commands/ports/plan-rows.ts';
import type { PlanCopyRows } from '../../copies/plans.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { bulk } from '../bulk.ts';

const PLAN = `p.cycle_id AS "cycleId", p.forum_id AS "forumId", p.starts_on AS "startsOn", p.ends_on AS "endsOn",
  p.rule_pack AS "rulePack", p.zone, p.approved_on AS "approvedOn", p.closed_on AS "closedOn"`;

const DAYS = `FROM jsonb_to_recordset($1::jsonb) AS r("cycleId" uuid, "on" text) WHERE p.cycle_id = r."cycleId"`;

export const planRows = (db: Db): PlanCopyRows & PlanRows & DraftingRows => {
  const planOf = async (cycleId: string): Promise<Plan | undefined> =>
    (
      await db.$queryRawUnsafe<Plan[]>(
        `SELECT ${PLAN} FROM plan_cycle p WHERE p.cycle_id = $1::uuid`,
        cycleId,
      )
    )[0];
  const planOfCommitment = async (commitmentId: string): Promise<Plan | undefined> =>
    (
      await db.$queryRawUnsafe<Plan[]>(
        `SELECT ${PLAN} FROM plan_cycle p JOIN commitment c ON c.cycle_id = p.cycle_id WHERE c.commitment_id = $1::uuid`,
        commitmentId,
      )
    )[0];
  return {
    planOf,
    planOfCommitment,
    draftingLook: async (of, commitmentId, number) => {
      const plan = 'cycleId' in of ? await planOf(of.cycleId) : await planOfCommitment(of.cycleOf);
      if (!plan) return { plan, others: 0, numberHeldBy: undefined };
      const others = await db.$queryRawUnsafe<{ id: string; number: number }[]>(
        `SELECT commitment_id AS id, number FROM commitment
         WHERE cycle_id = $1::uuid AND state <> 'withdrawn' AND commitment_id <> $2::uuid`,
        plan.cycleId,
        commitmentId,
      );
      return { plan, others: others.length, numberHeldBy: others.find((one) => one.number === number)?.id };
    },
    putPlans: (cycles) =>
      bulk(
        db,
        `INSERT INTO plan_cycle SELECT r."cycleId", r."forumId", r."startsOn", r."endsOn", r."rulePack", r.zone, NULL, NULL
         FROM jsonb_to_recordset($1::jsonb) AS r("cycleId" uuid, "forumId" uuid, "startsOn" text, "endsOn" text, "rulePack" text, zone text)
         ON CONFLICT (cycle_id) DO NOTHING`,
        cycles,
      ),
    approvePlans: (approvals) =>
      db.$executeRawUnsafe(`UPDATE plan_cycle p SET approved_on = r."on" ${DAYS}`, JSON.stringify(approvals)),
    closePlans: (closings) =>
      db.$executeRawUnsafe(`UPDATE plan_cycle p SET closed_on = r."on" ${DAYS}`, JSON.stringify(closings)),
  };
};
