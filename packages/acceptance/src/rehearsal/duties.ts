import { addDays } from '@madang/calendar';
import {
  AskExtension,
  DecideExtension,
  DelegateObligation,
  DischargeObligation,
  type ObligationKind,
  ObligationsOf,
  type ResultOf,
  ReturnObligation,
} from '@madang/contracts';
import type { Answering } from './answering.ts';
import { conductOf } from './conduct-of.ts';
import { cycleMatters } from './cycle-matters.ts';
import { type Rehearsal, written } from './rehearsal.ts';
import { reportAll } from './reporting.ts';

type Owed = ResultOf<typeof ObligationsOf>['obligations'][number];

/** The desks of the ministries: they see what they owe and answer each in their way. */
export type Duties = {
  /** Looks for obligations that were not seen before and puts the answers into the agenda. */
  readonly look: (now: string) => Promise<readonly Owed[]>;
};

const verdicts: Readonly<Record<ObligationKind, 'feasible' | 'signed' | 'done'>> = {
  'feasibility-opinion': 'feasible',
  'sign-off': 'signed',
  'reasoned-response': 'done',
  'progress-report': 'done',
  evidence: 'done',
  correction: 'done',
};

export const duties = (r: Rehearsal, answers: Answering): Duties => {
  const { scenario, forumId, cast, ids, agenda, at } = r;
  const seen = new Set<string>();
  const codeOf = new Map(scenario.institutions.map(({ code }) => [ids.of(`institution/${code}`), code]));
  const windows = new Map<string, { readonly windowId: string; readonly number: number }>();

  const windowOf = async ({ subject }: Owed) => {
    if (subject.windowId === undefined) return undefined;
    if (!windows.has(subject.windowId))
      for (const window of (await cycleMatters(r)).windows) windows.set(window.windowId, window);
    return windows.get(subject.windowId);
  };

  const plan = async (owed: Owed, now: string): Promise<void> => {
    const { obligationId, obligationKind: kind, dueOn } = owed;
    const code = codeOf.get(owed.institutionId);
    if (code === undefined)
      throw new Error(`An obligation of an institution that is not in the scenario: ${owed.institutionId}`);
    const window = await windowOf(owed);
    const label = `${kind}/${code}${window ? `/${window.number}` : ''}`;
    const conduct = conductOf(scenario, code, kind, window?.number);
    const soonest = (instant: string): string =>
      instant > now ? instant : new Date(Date.parse(now) + 3_600_000).toISOString();
    const put = (instant: string, what: string, play: () => Promise<unknown>) =>
      agenda.put(soonest(instant), `${code} ${what} (${kind})`, async () => void (await play()));

    /** @returns whether that was all: reports discharge the duty to report by themselves */
    const work = async (day: string, by: string): Promise<boolean> => {
      if (kind === 'reasoned-response') await answers.draft(code);
      if (kind !== 'progress-report' || !window) return false;
      const isClosed = day > dueOn;
      await reportAll(r, { code, by }, window, isClosed);
      return !isClosed;
    };
    const discharge = (by: string, time: string) => async () =>
      void (await r.ask(cast.post(by), DischargeObligation, `discharge/${label}/${time}`, {
        forumId,
        obligationId,
        verdict: verdicts[kind],
        note: written('이행함 (리허설)'),
      }));
    const workAndDischarge =
      (day: string, by = code, time = 'once') =>
      async () => {
        if (!(await work(day, by))) await discharge(by, time)();
      };
    const before = (days: number, due = dueOn): string => addDays(due, -days);

    switch (conduct.does) {
      case 'silent':
        return;
      case 'prompt':
        return put(
          at(before(conduct.daysBefore), 11),
          'answers',
          workAndDischarge(before(conduct.daysBefore)),
        );
      case 'late':
        return put(
          at(dueOn, 11, conduct.daysAfter),
          'answers late',
          workAndDischarge(addDays(dueOn, conduct.daysAfter)),
        );
      case 'delegates': {
        put(at(before(conduct.daysBefore + 7), 10), `delegates to ${conduct.to}`, () =>
          r.ask(cast.post(code), DelegateObligation, `delegate/${label}`, {
            forumId,
            obligationId,
            toInstitutionId: ids.of(`institution/${conduct.to}`),
            reason: written('전문 기관에 맡긴다. (리허설)'),
          }),
        );
        return put(
          at(before(conduct.daysBefore), 11),
          `answers through ${conduct.to}`,
          workAndDischarge(before(conduct.daysBefore), conduct.to),
        );
      }
      case 'asks-extension': {
        const extensionId = ids.of(`extension/${label}`);
        const until = addDays(dueOn, conduct.days);
        put(at(before(conduct.askDaysBefore), 10), 'asks for more time', () =>
          r.ask(cast.post(code), AskExtension, `extension/${label}`, {
            forumId,
            obligationId,
            extensionId,
            until,
            reason: written('자료를 모으는 중이다. (리허설)'),
          }),
        );
        put(at(before(conduct.askDaysBefore - 1), 10), 'is given more time', () =>
          r.ask(cast.secretariat, DecideExtension, `extension/${label}/granted`, {
            forumId,
            obligationId,
            extensionId,
            granted: true,
            dueOn: until,
            reason: written('인정한다. (리허설)'),
          }),
        );
        return put(
          at(before(conduct.daysBefore, until), 11),
          'answers',
          workAndDischarge(before(conduct.daysBefore, until)),
        );
      }
      case 'is-returned': {
        const due = addDays(dueOn, conduct.days);
        put(
          at(before(conduct.daysBefore), 11),
          'answers',
          workAndDischarge(before(conduct.daysBefore), code, 'first'),
        );
        put(at(before(conduct.daysBefore - 1), 10), 'gets its answer back', () =>
          r.ask(cast.secretariat, ReturnObligation, `return/${label}`, {
            forumId,
            obligationId,
            dueOn: due,
            reason: written('증빙이 부족하다. (리허설)'),
          }),
        );
        return put(at(before(4, due), 11), 'answers again', discharge(code, 'again'));
      }
    }
  };

  const look: Duties['look'] = async (now) => {
    const { obligations } = await r.portal.query(cast.operator, ObligationsOf, {
      cycleId: r.cycleId,
      state: 'open',
      limit: 500,
    });
    const fresh = obligations
      .filter(({ obligationId }) => !seen.has(obligationId))
      .toSorted((a, b) =>
        `${codeOf.get(a.institutionId)}${a.obligationKind}` <
        `${codeOf.get(b.institutionId)}${b.obligationKind}`
          ? -1
          : 1,
      );
    for (const owed of fresh) {
      seen.add(owed.obligationId);
      await plan(owed, now);
    }
    return obligations;
  };
  return { look };
};
