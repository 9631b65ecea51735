import { addDays } from '@madang/calendar';
import {
  AskExtension,
  DecideExtension,
  DelegateObligation,
  ExtendObligation,
  ExtensionAsked,
  ExtensionRefused,
  ObligationDelegated,
  ObligationExtended,
  ShiftObligation,
} from '@madang/contracts';
import { accepted, alreadySo, answers, happened, refused, unknown } from '@madang/decider';
import { institution } from '../domain/institution.ts';
import { type ForumPlace, ladderRefusal, newLadder } from '../domain/new-ladder.ts';
import { obligation } from '../domain/obligation.ts';
import { aboutObligation, isTheirs, notOpen, notTheirs } from './about-obligation.ts';

export type PlaceLooks = { readonly placeOf: (forumId: string) => Promise<ForumPlace | undefined> };
const on = (body: { readonly obligationId: string }) => obligation.ref(body.obligationId);
const placeOf = (rows: PlaceLooks, { body }: { readonly body: { readonly forumId: string } }) =>
  rows.placeOf(body.forumId);

export const delegateObligation = answers(DelegateObligation, {
  on,
  reads: (body) => [institution.ref(body.toInstitutionId)],
  decide: ({ body, actor }, { self, of }) => {
    if (!self || self.forumId !== body.forumId) return unknown('obligation', body.obligationId);
    if (actor.roles.every((role) => role === 'ministry') && actor.institutionId !== self.institutionId)
      return refused('not-your-obligation', 'Only the institution that owes it can delegate it.', {
        institutionId: self.institutionId,
      });
    if (self.state !== 'open') return notOpen(self);
    if (body.toInstitutionId === self.actingInstitutionId) return alreadySo();
    const to = of(institution.ref(body.toInstitutionId));
    if (!to || to.forumId !== body.forumId) return unknown('institution', body.toInstitutionId);
    if (to.succession)
      return refused('institution-succeeded', 'Delegate it to the institution that stands in its place.', {
        obligationsTo: to.succession.obligationsTo,
      });
    const fact = {
      ...aboutObligation(body.obligationId, self),
      toInstitutionId: body.toInstitutionId,
      reason: body.reason,
      ...(body.letter ? { letter: body.letter } : {}),
    };
    return accepted(happened(on(body), ObligationDelegated, fact));
  },
});

export const askExtension = answers(AskExtension, {
  on,
  decide: ({ body, actor }, { self }) => {
    if (!self || self.forumId !== body.forumId) return unknown('obligation', body.obligationId);
    if (!isTheirs(actor, self)) return notTheirs(self);
    if (self.asked?.extensionId === body.extensionId || self.decidedExtensionIds.includes(body.extensionId))
      return alreadySo();
    if (self.state !== 'open') return notOpen(self);
    if (self.asked)
      return refused('extension-already-asked', 'Wait for the decision on the one that was asked.', {
        extensionId: self.asked.extensionId,
      });
    if (body.until <= self.dueOn)
      return refused('extension-not-later', 'Ask for a day after the due day.', { dueOn: self.dueOn });
    const { extensionId, until, reason, letter } = body;
    const about = aboutObligation(body.obligationId, self);
    const fact = { ...about, extensionId, until, reason, ...(letter ? { letter } : {}) };
    return accepted(happened(on(body), ExtensionAsked, fact));
  },
});

export const decideExtension = answers(DecideExtension, {
  on,
  looks: placeOf,
  decide: ({ body, now }, { self, look: place }) => {
    if (!self || self.forumId !== body.forumId) return unknown('obligation', body.obligationId);
    if (self.decidedExtensionIds.includes(body.extensionId)) return alreadySo();
    if (self.state !== 'open') return notOpen(self);
    if (self.asked?.extensionId !== body.extensionId) return unknown('extension', body.extensionId);
    const about = {
      ...aboutObligation(body.obligationId, self),
      extensionId: body.extensionId,
      reason: body.reason,
    };
    if (!body.granted) return accepted(happened(on(body), ExtensionRefused, about));
    const dueOn = body.dueOn ?? self.asked.until;
    if (dueOn <= self.dueOn)
      return refused('extension-not-later', 'Grant a day after the due day.', { dueOn: self.dueOn });
    if (!place) return unknown('forum', body.forumId);
    return (
      ladderRefusal(dueOn, now, place) ??
      accepted(happened(on(body), ObligationExtended, { ...about, ...newLadder(self, dueOn, place) }))
    );
  },
});

/** What was asked for meanwhile is answered by it. */
export const extendObligation = answers(ExtendObligation, {
  on,
  looks: placeOf,
  decide: ({ body, now }, { self, look: place }) => {
    if (!self || self.forumId !== body.forumId) return unknown('obligation', body.obligationId);
    if (self.decidedExtensionIds.includes(body.extensionId)) return alreadySo();
    if (self.state !== 'open') return notOpen(self);
    if (body.dueOn <= self.dueOn)
      return refused('extension-not-later', 'Grant a day after the due day.', { dueOn: self.dueOn });
    if (!place) return unknown('forum', body.forumId);
    const { extensionId, reason, dueOn } = body;
    const about = { ...aboutObligation(body.obligationId, self), extensionId, reason };
    return (
      ladderRefusal(dueOn, now, place) ??
      accepted(happened(on(body), ObligationExtended, { ...about, ...newLadder(self, dueOn, place) }))
    );
  },
});

/** Days of a suspension count for nobody: what is open is due that much later. */
export const shiftObligation = answers(ShiftObligation, {
  on,
  looks: placeOf,
  decide: ({ body }, { self, look: place }) => {
    if (!self || self.forumId !== body.forumId) return unknown('obligation', body.obligationId);
    if (self.state !== 'open' || self.decidedExtensionIds.includes(body.shiftId)) return alreadySo();
    if (!place) return unknown('forum', body.forumId);
    const fact = {
      ...aboutObligation(body.obligationId, self),
      extensionId: body.shiftId,
      ...newLadder(self, addDays(self.dueOn, body.days), place),
    };
    return accepted(happened(on(body), ObligationExtended, fact));
  },
});
