import { PURPOSE_NAMESPACE, RaiseNotice, RequirementAtRisk } from '@madang/contracts';
import { ask, reaction } from '@madang/decider';
import { v5 as uuidv5 } from 'uuid';

export type RoleRows = {
  /** Everybody who may act in a role of a forum on a day. */
  readonly inRole: (forumId: string, role: 'secretariat', day: string) => Promise<readonly string[]>;
};

/** Wants at the table have words of their own; all others are requirements of the rule pack. */
const matterOf = (requirement: string): 'mandates' | 'balance' | 'requirement' =>
  requirement === 'mandates' || requirement === 'balance' ? requirement : 'requirement';

/** The secretariat and the co-chairs are told while a minimum requirement can still be kept, and when it was missed. */
export const tellOfRequirement = [
  reaction(RequirementAtRisk, async ({ id, time, data }, rows: RoleRows) => {
    const { forumId, requirement, dueOn, risk, toPersonIds } = data;
    const secretariat = await rows.inRole(forumId, 'secretariat', time.slice(0, 10));
    return [...new Set([...toPersonIds, ...secretariat])].map((personId) =>
      ask(RaiseNotice, `tell/${personId}`, forumId, {
        forumId,
        noticeId: uuidv5(`notice/${id}/${personId}`, PURPOSE_NAMESPACE),
        personId,
        about: `${matterOf(requirement)}-${risk}` as const,
        requirement,
        dueOn,
      }),
    );
  }),
];
