import type { Db } from '@madang/record';
import type { DutyRows } from '../../commands/ports/duty-rows.ts';
import type { DutyCopyRows } from '../../copies/duties.ts';
import { bulk } from '../bulk.ts';

export const dutyRows = (db: Db): DutyCopyRows & DutyRows => ({
  putDuties: (duties) =>
    bulk(
      db,
      `INSERT INTO duty_to_report SELECT r."obligationId", r."cycleId", r."windowId", r."institutionId", r."institutionId", r."institutionId"
       FROM jsonb_to_recordset($1::jsonb) AS r("obligationId" uuid, "cycleId" uuid, "windowId" uuid, "institutionId" uuid)
       ON CONFLICT (obligation_id) DO NOTHING`,
      duties,
    ),
  delegateDuty: async (obligationId, toInstitutionId) =>
    void (await db.$executeRawUnsafe(
      'UPDATE duty_to_report SET acting_institution_id = $2::uuid WHERE obligation_id = $1::uuid',
      obligationId,
      toInstitutionId,
    )),
  passDuty: async ({ obligationId, institutionId, toInstitutionId }) =>
    void (await db.$executeRawUnsafe(
      `UPDATE duty_to_report SET
         institution_id = CASE WHEN institution_id = $2::uuid THEN $3::uuid ELSE institution_id END,
         acting_institution_id = CASE WHEN acting_institution_id = $2::uuid THEN $3::uuid ELSE acting_institution_id END
       WHERE obligation_id = $1::uuid`,
      obligationId,
      institutionId,
      toInstitutionId,
    )),
  dropDuties: async (ids) =>
    void (await db.$executeRawUnsafe(
      'DELETE FROM duty_to_report WHERE obligation_id = ANY($1::uuid[])',
      ids,
    )),
  answersFor: async (institutionId, commitmentId, windowId) =>
    institutionId === undefined
      ? []
      : (
          await db.$queryRawUnsafe<{ readonly id: string }[]>(
            `SELECT DISTINCT d.lead_institution_id AS id FROM duty_to_report d
             JOIN commitment c ON c.cycle_id = d.cycle_id AND c.commitment_id = $2::uuid
             WHERE $1::uuid IN (d.institution_id, d.acting_institution_id)
             AND ($3::uuid IS NULL OR d.window_id = $3::uuid)`,
            institutionId,
            commitmentId,
            windowId ?? null,
          )
        ).map(({ id }) => id),
});
