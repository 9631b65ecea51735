import { addDays, dayOf, ladderOf } from '@madang/calendar';
import {
  AskExtension,
  ClimbObligation,
  DecideExtension,
  DelegateObligation,
  DischargeObligation,
  ExtensionAsked,
  ExtensionRefused,
  ImposeObligation,
  ObligationDelegated,
  ObligationDischarged,
  ObligationExtended,
  ObligationImposed,
  ObligationReturned,
  ObligationWithdrawn,
  RemindObligation,
  ReturnObligation,
  ShiftObligation,
  WithdrawObligation,
} from '@madang/contracts';
import { accepted, alreadySo, answers, type Decision, happened, refused, unknown } from '@madang/decider';
import { rulePack } from '@madang/standards';
import { type Institution, institution } from '../domain/institution.ts';
import { named, type Obligation, obligation, VERDICTS } from '../domain/obligation.ts';
import { reminded, TURNS } from '../domain/turns.ts';

/** What a decision on an obligation must know beyond it: the forum's zone, and whether its cycle is suspended. */
export type Circumstances = {
  readonly zone: string;
  readonly country: 'KR' | 'none';
  readonly rulePack: 'ogp-2017' | 'ogp-2022' | 'ogp-local';
  readonly suspended: boolean;
  readonly acting: Institution | undefined;
  readonly twin: string | undefined;
};
export type CircumstanceRows = {
  readonly circumstancesOf: (
    forumId: string,
    about: { readonly obligationId: string; readonly key?: string },
  ) => Promise<Circumstances>;
};
type Body = { readonly forumId: string; readonly obligationId: string };

const on = (body: { readonly obligationId: string }) => obligation.ref(body.obligationId);
const around = (rows: CircumstanceRows, { body }: { readonly body: Body }) =>
  rows.circumstancesOf(body.forumId, { obligationId: body.obligationId });

/** One obligation for each institution, kind and subject. */
export const keyOf = (
  one: Pick<Obligation, 'institutionId' | 'obligationKind' | 'cycleId' | 'subject'>,
): string => {
  const { consultationId, windowId, clusterId, textId, commitmentIds } = one.subject;
  const about = windowId ?? clusterId ?? consultationId ?? textId ?? [...commitmentIds].sort().join('+');
  return [one.institutionId, one.obligationKind, one.cycleId ?? '', about].join('/');
};

const newLadder = (self: Obligation, dueOn: string, now: string, around: Circumstances) => {
  const all = ladderOf({
    dueOn,
    zone: around.zone,
    country: around.country,
    ...rulePack(around.rulePack).ladder,
  });
  return {
    dueOn,
    ladder: all.filter((one) => one.at > now) as Obligation['ladder'],
    ladderVersion: self.ladderVersion + 1,
  };
};
const notOpen = (self: Obligation): Decision =>
  refused('obligation-not-open', 'It was discharged or withdrawn.', { state: self.state });

export const imposeObligation = answers(ImposeObligation, {
  on,
  reads: (body) => [institution.ref(body.institutionId)],
  looks: (rows: CircumstanceRows, { body }) =>
    rows.circumstancesOf(body.forumId, { obligationId: body.obligationId, key: keyOf(body as never) }),
  decide: ({ body }, { self, of, look }) => {
    if (self) return alreadySo();
    const owing = of(institution.ref(body.institutionId));
    if (!owing) return unknown('institution', body.institutionId);
    if (owing.succeeded)
      return refused('institution-was-succeeded', 'Impose it on the successor.', {
        obligationsTo: owing.succeeded.obligationsTo,
      });
    if (look.twin)
      return refused('obligation-already-imposed', 'The institution owes this already.', {
        obligationId: look.twin,
      });
    return accepted(happened(on(body), ObligationImposed, { ...body, ladderVersion: 1 }));
  },
});

export const climbObligation = answers(ClimbObligation, {
  on,
  looks: around,
  decide: ({ body, now }, { self, look }) => {
    if (!self) return unknown('obligation', body.obligationId);
    if (
      self.state !== 'open' ||
      body.ladderVersion !== self.ladderVersion ||
      self.climbed.includes(body.rung)
    )
      return alreadySo();
    if (look.suspended) return refused('cycle-suspended', 'No rung is climbed while the cycle is suspended.');
    const turn = TURNS[body.rung];
    return turn ? accepted(turn(self, look.acting, dayOf(now, look.zone))) : alreadySo();
  },
});

export const remindObligation = answers(RemindObligation, {
  on,
  looks: around,
  decide: ({ body, now }, { self, look }) => {
    if (!self) return unknown('obligation', body.obligationId);
    return self.state === 'open'
      ? accepted(reminded(null)(self, look.acting, dayOf(now, look.zone)))
      : notOpen(self);
  },
});

const actsFor = (
  actor: { readonly roles: readonly string[]; readonly institutionId?: string | undefined },
  self: Obligation,
): Decision | undefined =>
  !actor.roles.includes('ministry') ||
  actor.institutionId === self.institutionId ||
  actor.institutionId === self.actingInstitutionId
    ? undefined
    : refused(
        'not-your-obligation',
        'Only the institution that owes it, or the one it was delegated to, acts on it.',
        { institutionId: self.institutionId },
      );

export const delegateObligation = answers(DelegateObligation, {
  on,
  reads: (body) => [institution.ref(body.toInstitutionId)],
  decide: ({ body, actor }, { self, of }) => {
    if (!self) return unknown('obligation', body.obligationId);
    if (!of(institution.ref(body.toInstitutionId))) return unknown('institution', body.toInstitutionId);
    if (self.state !== 'open') return notOpen(self);
    if (self.actingInstitutionId === body.toInstitutionId) return alreadySo();
    const { toInstitutionId, reason, letter } = body;
    return (
      actsFor(actor, self) ??
      accepted(
        happened(on(body), ObligationDelegated, {
          ...named(self),
          toInstitutionId,
          reason,
          ...(letter ? { letter } : {}),
        }),
      )
    );
  },
});

export const askExtension = answers(AskExtension, {
  on,
  decide: ({ body, actor }, { self }) => {
    if (!self) return unknown('obligation', body.obligationId);
    if (self.state !== 'open') return notOpen(self);
    if (self.extension?.extensionId === body.extensionId) return alreadySo();
    if (self.extension)
      return refused('extension-already-asked', 'Wait until it is decided.', {
        extensionId: self.extension.extensionId,
      });
    if (body.until <= self.dueOn)
      return refused('extension-gives-no-time', 'Ask for a day after the due day.', { dueOn: self.dueOn });
    const { extensionId, until, reason, letter } = body;
    return (
      actsFor(actor, self) ??
      accepted(
        happened(on(body), ExtensionAsked, {
          ...named(self),
          extensionId,
          until,
          reason,
          ...(letter ? { letter } : {}),
        }),
      )
    );
  },
});

export const decideExtension = answers(DecideExtension, {
  on,
  looks: around,
  decide: ({ body, now }, { self, look }) => {
    if (!self) return unknown('obligation', body.obligationId);
    if (self.state !== 'open') return notOpen(self);
    if (self.extension?.extensionId !== body.extensionId) return alreadySo();
    const { extensionId, reason } = body;
    if (!body.granted)
      return accepted(happened(on(body), ExtensionRefused, { ...named(self), extensionId, reason }));
    const dueOn = body.dueOn ?? self.extension.until;
    if (dueOn <= self.dueOn)
      return refused('extension-gives-no-time', 'Grant a day after the due day.', { dueOn: self.dueOn });
    return accepted(
      happened(on(body), ObligationExtended, {
        ...named(self),
        extensionId,
        reason,
        ...newLadder(self, dueOn, now, look),
      }),
    );
  },
});

/** While a cycle was suspended its days did not count. */
export const shiftObligation = answers(ShiftObligation, {
  on,
  looks: around,
  decide: ({ body, now }, { self, look }) => {
    if (!self) return unknown('obligation', body.obligationId);
    if (self.state !== 'open') return alreadySo();
    const { shiftId: extensionId, days } = body;
    return accepted(
      happened(on(body), ObligationExtended, {
        ...named(self),
        extensionId,
        ...newLadder(self, addDays(self.dueOn, days), now, look),
      }),
    );
  },
});

export const dischargeObligation = answers(DischargeObligation, {
  on,
  looks: around,
  decide: ({ body, actor, now }, { self, look }) => {
    if (!self) return unknown('obligation', body.obligationId);
    if (self.state === 'discharged' && self.verdict === body.verdict) return alreadySo();
    if (self.state !== 'open') return notOpen(self);
    if (!VERDICTS[self.obligationKind].includes(body.verdict))
      return refused(
        'verdict-does-not-fit',
        `Answer with one of ${VERDICTS[self.obligationKind].join(', ')}.`,
        { verdict: body.verdict },
      );
    const today = dayOf(now, look.zone);
    const { verdict, note, evidence, letter } = body;
    return (
      actsFor(actor, self) ??
      accepted(
        happened(on(body), ObligationDischarged, {
          ...named(self),
          byInstitutionId: actor.institutionId ?? self.actingInstitutionId,
          verdict,
          late: today > self.dueOn,
          evidence,
          on: today,
          ...(note ? { note } : {}),
          ...(letter ? { letter } : {}),
        }),
      )
    );
  },
});

export const returnObligation = answers(ReturnObligation, {
  on,
  looks: around,
  decide: ({ body, now }, { self, look }) => {
    if (!self) return unknown('obligation', body.obligationId);
    if (self.state === 'open') return alreadySo();
    if (self.state === 'withdrawn') return notOpen(self);
    const today = dayOf(now, look.zone);
    if (body.dueOn <= today)
      return refused('due-in-the-past', 'Give a new due day ahead of today.', { today });
    return accepted(
      happened(on(body), ObligationReturned, {
        ...named(self),
        reason: body.reason,
        ...newLadder(self, body.dueOn, now, look),
      }),
    );
  },
});

export const withdrawObligation = answers(WithdrawObligation, {
  on,
  decide: ({ body }, { self }) => {
    if (!self) return unknown('obligation', body.obligationId);
    if (self.state === 'withdrawn') return alreadySo();
    if (self.state === 'discharged') return notOpen(self);
    return accepted(happened(on(body), ObligationWithdrawn, { ...named(self), reasonCode: body.reasonCode }));
  },
});
