import { UnansweredContributions } from '@madang/contracts';
import { responds } from '@madang/decider';
import type { ConsultationStateRows } from './consultation-state-rows.ts';

export type UnansweredRows = {
  /** In the order of their ids. */
  readonly unansweredAfter: (
    consultationId: string,
    cursor: string | undefined,
    most: number,
  ) => Promise<readonly string[]>;
};

export const unansweredContributions = responds(
  UnansweredContributions,
  async (rows: UnansweredRows & ConsultationStateRows, { consultationId, cursor, limit }) => {
    if (!(await rows.consultationStateOf(consultationId))) return undefined;
    const found = await rows.unansweredAfter(consultationId, cursor, limit + 1);
    const contributionIds = found.slice(0, limit);
    return { contributionIds, next: found.length > limit ? (contributionIds.at(-1) ?? null) : null };
  },
);
