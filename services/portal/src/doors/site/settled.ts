import { setTimeout } from 'node:timers/promises';
import type { DutyFound } from '../../queries/institution.ts';
import type { Site } from '../../queries/site.ts';
import { commitmentsOf } from './commitments-of.ts';

const LOOK = 50;

/**
 * Waits until a duty to report is discharged by its reports, at most so many milliseconds; not at all while something of it is
 * still to be reported.
 */
export const settled = async (site: Site, duty: DutyFound, within: number): Promise<void> => {
  for (const id of await commitmentsOf(site, duty, 200)) {
    const { milestones = [] } = (await site.commitment(id, duty.dueOn)) ?? {};
    const isMissing = milestones.some(
      (one) =>
        one.leadInstitutionId === duty.institutionId &&
        !one.reports.some(({ windowId }) => windowId === duty.windowId),
    );
    if (isMissing) return;
  }
  const end = Date.now() + within;
  while (Date.now() < end && (await site.duty(duty.id))?.state === 'open') await setTimeout(LOOK);
};
