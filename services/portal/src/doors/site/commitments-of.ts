import type { DutyFound } from '../../queries/institution.ts';
import type { Site } from '../../queries/site.ts';

/** What a duty is about: the commitments it names, else those its institution leads; of a progress report those in which it leads a milestone. */
export const commitmentsOf = async (
  site: Site,
  duty: DutyFound,
  most: number,
): Promise<readonly string[]> => {
  const named = duty.commitmentIds;
  if (named.length > 0 || !duty.cycleId) return named.slice(0, most);
  const ids =
    duty.obligationKind === 'progress-report'
      ? await site.commitmentsWith(duty.institutionId, duty.cycleId)
      : await site.commitmentsLed(duty.institutionId, duty.cycleId);
  return ids.slice(0, most);
};
