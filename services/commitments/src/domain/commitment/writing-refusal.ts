import type { Actor } from '@madang/contracts';
import { type Decision, refused, unknown } from '@madang/decider';
import { actsFor, notYourInstitution } from '../acting.ts';
import { inForum } from '../in-forum.ts';
import { planClosed } from '../plan/plan-closed.ts';
import type { DraftingLook } from './drafting-look.ts';
import { type TemplateAsked, templateRefusal } from './template-refusal.ts';

/** What holds whenever a commitment is written, at first or anew. */
export const writingRefusal = (
  actor: Actor,
  forumId: string,
  cycleId: string,
  draft: TemplateAsked,
  look: DraftingLook,
): Decision | undefined => {
  const plan = inForum(look.plan, forumId);
  if (!plan) return unknown('cycle', cycleId);
  if (!actsFor(actor, draft.leadInstitutionId)) return notYourInstitution(draft.leadInstitutionId);
  if (look.numberHeldBy !== undefined)
    return refused('number-already-taken', 'Choose a number that no other commitment of the plan has.', {
      number: draft.number,
      commitmentId: look.numberHeldBy,
    });
  return planClosed(plan) ?? templateRefusal(draft, plan);
};
