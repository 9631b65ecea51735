import type { Actor } from '@madang/contracts';
import { type Decision, refused } from '@madang/decider';
import type { Obligation } from '../domain/obligation.ts';

/** What each fact of an obligation says of it. */
export const aboutObligation = (obligationId: string, owed: Obligation) => ({
  forumId: owed.forumId,
  obligationId,
  ...(owed.cycleId ? { cycleId: owed.cycleId } : {}),
  institutionId: owed.institutionId,
  obligationKind: owed.kind,
});

/** Whether the actor speaks for who owes it or for who acts. */
export const isTheirs = (actor: Actor, owed: Obligation): boolean =>
  actor.institutionId === owed.institutionId || actor.institutionId === owed.actingInstitutionId;

export const notTheirs = (owed: Obligation): Decision =>
  refused('not-your-obligation', 'Only the institution that owes or acts can do this.', {
    institutionId: owed.institutionId,
    actingInstitutionId: owed.actingInstitutionId,
  });

export const notOpen = (owed: Obligation): Decision =>
  owed.state === 'withdrawn'
    ? refused('obligation-withdrawn', 'It is no longer owed; impose another.')
    : refused('obligation-already-discharged', 'Return it first if the discharge was not enough.', {
        verdict: owed.verdict,
      });
