import type { DutyFound } from '../../queries/institution.ts';
import type { Site } from '../../queries/site.ts';

/** What a duty is about: the commitments it names; of a progress report those in which its institution leads a milestone. */
export const commitmentsOf = async (
  site: Site,
  duty: DutyFound,
  most: number,
): Promise<readonly string[]> => {
  const named = duty.commitmentIds;
  const ids =
    named.length === 0 && duty.obligationKind === 'progress-report' && duty.cycleId
      ? await site.commitmentsWith(duty.institutionId, duty.cycleId)
      : named;
  return ids.slice(0, most);
};
