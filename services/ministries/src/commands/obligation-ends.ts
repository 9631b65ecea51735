import { dayOf } from '@madang/calendar';
import {
  DischargeObligation,
  ObligationDischarged,
  type ObligationKind,
  ObligationPassed,
  ObligationReturned,
  ReturnObligation,
  SettleReports,
  type Verdict,
} from '@madang/contracts';
import { accepted, alreadySo, answers, happened, refused, unknown } from '@madang/decider';
import { type ForumPlace, ladderRefusal, newLadder } from '../domain/new-ladder.ts';
import { obligation } from '../domain/obligation.ts';
import { aboutObligation, isTheirs, notOpen, notTheirs } from './about-obligation.ts';

export type EndLook = {
  readonly place: ForumPlace | undefined;
  /** Who stands in the place of the institutions that owe and act, where they were succeeded meanwhile. */
  readonly successors: readonly { readonly institutionId: string; readonly toInstitutionId: string }[];
};
export type EndLooks = {
  readonly placeOf: (forumId: string) => Promise<ForumPlace | undefined>;
  readonly successorsFor: (obligationId: string) => Promise<EndLook['successors']>;
};
const on = (body: { readonly obligationId: string }) => obligation.ref(body.obligationId);

type VerdictWord = (typeof Verdict.options)[number];
const verdictsOf: Readonly<Record<ObligationKind, readonly VerdictWord[]>> = {
  'feasibility-opinion': ['feasible', 'feasible-with-changes', 'not-feasible'],
  'sign-off': ['signed', 'signed-with-reservation', 'declined'],
  'reasoned-response': ['done'],
  'progress-report': ['done'],
  evidence: ['done'],
  correction: ['done'],
};

export const dischargeObligation = answers(DischargeObligation, {
  on,
  looks: (rows: EndLooks, { body }) => rows.placeOf(body.forumId),
  decide: ({ body, actor, now }, { self, look: place }) => {
    if (!self || self.forumId !== body.forumId) return unknown('obligation', body.obligationId);
    if (!actor.institutionId || !isTheirs(actor, self)) return notTheirs(self);
    if (self.state === 'discharged' && self.verdict === body.verdict) return alreadySo();
    if (self.state !== 'open') return notOpen(self);
    if (!verdictsOf[self.kind].includes(body.verdict))
      return refused('verdict-does-not-fit', 'Choose a verdict of this kind of obligation.', {
        obligationKind: self.kind,
        verdict: body.verdict,
        fitting: verdictsOf[self.kind].join(),
      });
    if (!place) return unknown('forum', body.forumId);
    const today = dayOf(now, place.zone);
    const fact = {
      ...aboutObligation(body.obligationId, self),
      byInstitutionId: actor.institutionId,
      verdict: body.verdict,
      late: today > self.dueOn,
      on: today,
      evidence: body.evidence,
      ...(body.note ? { note: body.note } : {}),
      ...(body.letter ? { letter: body.letter } : {}),
    };
    return accepted(happened(on(body), ObligationDischarged, fact));
  },
});

/** Late by the day of the last report, however late the service hears of it; what was discharged already stays as it is. */
export const settleReports = answers(SettleReports, {
  on,
  decide: ({ body: { forumId, obligationId, on: day } }, { self }) => {
    if (!self || self.forumId !== forumId) return unknown('obligation', obligationId);
    if (self.kind !== 'progress-report')
      return refused('verdict-does-not-fit', 'Choose a verdict of this kind of obligation.', {
        obligationKind: self.kind,
      });
    if (self.state !== 'open') return alreadySo();
    return accepted(
      happened(obligation.ref(obligationId), ObligationDischarged, {
        ...aboutObligation(obligationId, self),
        byInstitutionId: self.actingInstitutionId,
        verdict: 'done',
        late: day > self.dueOn,
        on: day,
        evidence: [],
      }),
    );
  },
});

/** Open again, it is owed by whoever stands today in the place of who owed it. */
export const returnObligation = answers(ReturnObligation, {
  on,
  looks: async (rows: EndLooks, { body }): Promise<EndLook> => ({
    place: await rows.placeOf(body.forumId),
    successors: await rows.successorsFor(body.obligationId),
  }),
  decide: ({ body, now }, { self, look: { place, successors } }) => {
    if (!self || self.forumId !== body.forumId) return unknown('obligation', body.obligationId);
    if (self.state === 'open')
      return self.dueOn === body.dueOn && self.ladderVersion > 1
        ? alreadySo()
        : refused('obligation-not-discharged', 'It is open: wait for the discharge.', { dueOn: self.dueOn });
    if (self.state === 'withdrawn') return notOpen(self);
    if (!place) return unknown('forum', body.forumId);
    const about = aboutObligation(body.obligationId, self);
    const refusal = ladderRefusal(body.dueOn, now, place);
    if (refusal) return refusal;
    const { reason, dueOn } = body;
    return accepted(
      happened(on(body), ObligationReturned, { ...about, reason, ...newLadder(self, dueOn, place) }),
      ...successors.map((passing) => happened(on(body), ObligationPassed, { ...about, ...passing })),
    );
  },
});
