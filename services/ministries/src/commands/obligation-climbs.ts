import { dayOf } from '@madang/calendar';
import {
  ClimbObligation,
  ObligationEscalated,
  ObligationFellDue,
  ObligationOverdue,
  ObligationReminded,
  RemindObligation,
  Rung,
  SilenceStated,
} from '@madang/contracts';
import {
  type AggregateRef,
  accepted,
  alreadySo,
  answers,
  type Happened,
  happened,
  refused,
  unknown,
} from '@madang/decider';
import { type Institution, personsAt } from '../domain/institution.ts';
import type { ForumPlace } from '../domain/new-ladder.ts';
import { type Obligation, obligation } from '../domain/obligation.ts';
import { aboutObligation, notOpen } from './about-obligation.ts';

/** Where an obligation stands among others: who acts, by which calendar, and whether its cycle is suspended. */
export type ClimbLook = {
  readonly acting: Institution | undefined;
  readonly place: ForumPlace | undefined;
  readonly suspended: boolean;
};
export type ClimbLooks = { readonly climbLook: (obligationId: string) => Promise<ClimbLook> };
type About = { readonly obligationId: string };
const on = (body: About) => obligation.ref(body.obligationId);
const looks = (rows: ClimbLooks, { body }: { readonly body: About }): Promise<ClimbLook> =>
  rows.climbLook(body.obligationId);

const higher = (one: Rung, than: Rung | null): boolean =>
  than === null || Rung.options.indexOf(one) > Rung.options.indexOf(than);

type Step = {
  readonly ref: AggregateRef;
  readonly owed: Obligation;
  readonly obligationId: string;
  readonly acting: Institution | undefined;
  readonly day: string;
};

const stepOnto = (rung: Rung, { ref, owed, obligationId, acting, day }: Step): Happened => {
  const told = (level: 1 | 2 | 3) => ({
    ...aboutObligation(obligationId, owed),
    dueOn: owed.dueOn,
    toPersonIds: [...personsAt(acting, level, day)],
  });
  switch (rung) {
    case 'due-7d':
    case 'due-3d':
    case 'due-1d':
      return happened(ref, ObligationReminded, { ...told(1), rung });
    case 'due':
      return happened(ref, ObligationFellDue, told(1));
    case 'overdue':
      return happened(ref, ObligationOverdue, told(1));
    case 'escalate-1':
      return happened(ref, ObligationEscalated, { ...told(2), level: 2 });
    case 'escalate-2':
      return happened(ref, ObligationEscalated, { ...told(3), level: 3 });
    case 'silent':
      return happened(ref, SilenceStated, { ...aboutObligation(obligationId, owed), dueOn: owed.dueOn });
  }
};

/** A rung of an older ladder, of one that is answered, or below where it stands, is behind us: nothing happens. */
export const climbObligation = answers(ClimbObligation, {
  on,
  looks,
  decide: ({ body, now }, { self, look }) => {
    if (!self || self.forumId !== body.forumId) return unknown('obligation', body.obligationId);
    const behind = body.ladderVersion < self.ladderVersion || !higher(body.rung, self.lastRung);
    if (self.state !== 'open' || behind) return alreadySo();
    if (body.ladderVersion > self.ladderVersion || !self.ladder.some((step) => step.rung === body.rung))
      return refused('rung-not-on-ladder', 'Climb the ladder that was last told.', {
        ladderVersion: self.ladderVersion,
      });
    if (look.suspended)
      return refused('cycle-suspended', 'Wait until the cycle goes on; the ladder moves with it.', {
        cycleId: self.cycleId,
      });
    if (!look.place) return unknown('forum', body.forumId);
    const day = dayOf(now, look.place.zone);
    const { obligationId } = body;
    const step = { ref: on(body), owed: self, obligationId, acting: look.acting, day };
    return accepted(stepOnto(body.rung, step));
  },
});

export const remindObligation = answers(RemindObligation, {
  on,
  looks,
  decide: ({ body, now }, { self, look }) => {
    if (!self || self.forumId !== body.forumId) return unknown('obligation', body.obligationId);
    if (self.reminderIds.includes(body.reminderId)) return alreadySo();
    if (self.state !== 'open') return notOpen(self);
    if (!look.place) return unknown('forum', body.forumId);
    const fact = {
      ...aboutObligation(body.obligationId, self),
      rung: null,
      reminderId: body.reminderId,
      dueOn: self.dueOn,
      toPersonIds: [...personsAt(look.acting, 1, dayOf(now, look.place.zone))],
    };
    return accepted(happened(on(body), ObligationReminded, fact));
  },
});
