import type { Actor } from '@madang/contracts';
import { type Decision, refused } from '@madang/decider';

/** The secretariat, and the clock on behalf of the rules, act for every institution. */
export const isSecretariat = (actor: Actor): boolean =>
  actor.roles.includes('secretariat') || actor.roles.includes('process');

export const isOfficial = (actor: Actor): boolean => isSecretariat(actor) || actor.roles.includes('ministry');

/**
 * Whether the actor may touch what an institution leads.
 * @param answersFor institutions for which the actor's own answers too: what they owe was delegated or passed to it
 */
export const actsFor = (actor: Actor, institutionId: string, answersFor: readonly string[] = []): boolean =>
  isSecretariat(actor) ||
  (actor.roles.includes('ministry') &&
    (actor.institutionId === institutionId || answersFor.includes(institutionId)));

export const notYourInstitution = (leadInstitutionId: string): Decision =>
  refused('not-your-institution', 'Ask the institution that leads it, or the secretariat.', {
    leadInstitutionId,
  });
