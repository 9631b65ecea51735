import { outcomeOf, play } from '@madang/decider';
import { beforeEach, describe, expect, it } from 'vitest';
import { service } from '../service.ts';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [forumId, cycleId, obligationId, owing, other, contact, director] = [
  id(1),
  id(2),
  id(3),
  id(4),
  id(5),
  id(6),
  id(7),
];
const name = { ko: '행정안전부', en: 'MOIS' };
const text = (words: string) => ({ lang: 'ko', text: words });
const handler = (type: string) => {
  const found = service.answers.find((one) => one.command.type === `ministries.${type}.v1`);
  if (!found) throw new Error(type);
  return found as never;
};
const around = {
  zone: 'Asia/Seoul',
  country: 'KR',
  rulePack: 'ogp-2022',
  suspended: false,
  acting: undefined as unknown,
  twin: undefined as string | undefined,
};
const ministry = (institutionId: string) => ({ id: contact, roles: ['ministry' as const], institutionId });
const secretariat = { id: id(99), roles: ['secretariat' as const] };
const RUNGS = ['due-7d', 'due-3d', 'due-1d', 'due', 'overdue', 'escalate-1', 'escalate-2', 'silent'];

let table: ReturnType<typeof play>;
let now: string;
const ask = (type: string, body: object = {}, more: object = {}): string =>
  outcomeOf(
    table.ask(
      handler(type),
      { forumId, obligationId, ...body },
      { now, actor: secretariat, look: around, ...more },
    ),
  );
const plain = (type: string, body: object, more: object = {}): string =>
  outcomeOf(
    table.ask(handler(type), { forumId, ...body }, { now, actor: secretariat, look: around, ...more }),
  );
const climb = (rung: string, ladderVersion = 1, look: object = around): string =>
  ask('climb-obligation', { rung, ladderVersion }, { look, actor: { id: id(98), roles: ['process'] } });
const impose = (more: object = {}, look: object = around): string =>
  ask(
    'impose-obligation',
    {
      cycleId,
      institutionId: owing,
      obligationKind: 'sign-off',
      subject: {},
      dueOn: '2026-03-31',
      ladder: RUNGS.map((rung) => ({ rung, at: '2026-03-01T00:00:00.000Z' })),
      ...more,
    },
    { look },
  );

beforeEach(() => {
  table = play(service.aggregates);
  now = '2026-02-01T00:00:00.000Z';
  for (const institutionId of [owing, other])
    plain('register-institution', {
      institutionId,
      code: institutionId.slice(-4),
      name,
      institutionKind: 'ministry',
      from: '2020-01-01',
    });
});

describe('an obligation', () => {
  it('is imposed once on an institution that is known, and once for each subject', () => {
    expect(impose({ institutionId: id(77) })).toBe('unknown-institution');
    expect(impose({}, { ...around, twin: id(55) })).toBe('obligation-already-imposed');
    expect(impose()).toBe('obligation.imposed');
    expect(impose()).toBe('already so');
  });
  it('climbs each rung once, up to the public fact of silence', () => {
    impose();
    expect(RUNGS.map((rung) => climb(rung))).toEqual([
      'obligation.reminded',
      'obligation.reminded',
      'obligation.reminded',
      'obligation.fell-due',
      'obligation.overdue',
      'obligation.escalated',
      'obligation.escalated',
      'obligation.silence-stated',
    ]);
    expect(RUNGS.map((rung) => climb(rung))).toEqual(RUNGS.map(() => 'already so'));
  });
  it('climbs no rung of an older ladder, none while the cycle is suspended, none once it is discharged', () => {
    impose();
    expect(climb('due', 2)).toBe('already so');
    expect(climb('due', 1, { ...around, suspended: true })).toBe('cycle-suspended');
    ask('discharge-obligation', { verdict: 'signed' }, { actor: ministry(owing) });
    expect(climb('due')).toBe('already so');
  });
  it('tells the posts of the level it has reached', () => {
    plain('create-post', {
      postId: id(20),
      institutionId: owing,
      title: name,
      level: 1,
      personId: contact,
      from: '2020-01-01',
    });
    plain('create-post', {
      postId: id(21),
      institutionId: owing,
      title: name,
      level: 2,
      personId: director,
      from: '2020-01-01',
    });
    impose();
    const post = (postId: string, level: number, personId: string) => ({
      postId,
      title: name,
      level,
      holders: [{ personId, from: '2020-01-01' }],
    });
    const acting = { posts: { a: post(id(20), 1, contact), b: post(id(21), 2, director) } };
    const decision = table.ask(
      handler('climb-obligation'),
      { forumId, obligationId, rung: 'escalate-1', ladderVersion: 1 },
      { now, actor: { id: id(98), roles: ['process'] }, look: { ...around, acting } },
    );
    expect(decision.kind === 'accepted' && decision.events[0]?.data).toMatchObject({
      toPersonIds: [director],
      level: 2,
    });
  });
});

describe('a discharge', () => {
  beforeEach(() => void impose());
  const discharge = (verdict: string, institutionId: string) =>
    ask('discharge-obligation', { verdict }, { actor: ministry(institutionId) });
  it('is of the institution that owes it, with a verdict that fits, once', () => {
    expect(discharge('signed', other)).toBe('not-your-obligation');
    expect(discharge('feasible', owing)).toBe('verdict-does-not-fit');
    expect(discharge('signed', owing)).toBe('obligation.discharged');
    expect(discharge('signed', owing)).toBe('already so');
    expect(discharge('declined', owing)).toBe('obligation-not-open');
  });
  it('may be of the one it was delegated to', () => {
    expect(
      ask(
        'delegate-obligation',
        { toInstitutionId: other, reason: text('위임') },
        { actor: ministry(other) },
      ),
    ).toBe('not-your-obligation');
    expect(
      ask(
        'delegate-obligation',
        { toInstitutionId: other, reason: text('위임') },
        { actor: ministry(owing) },
      ),
    ).toBe('obligation.delegated');
    expect(
      ask(
        'delegate-obligation',
        { toInstitutionId: other, reason: text('위임') },
        { actor: ministry(owing) },
      ),
    ).toBe('already so');
    expect(discharge('signed', other)).toBe('obligation.discharged');
  });
  it('is late after the due day in the zone of the forum, not before', () => {
    const late = (instant: string): unknown => {
      table = play(service.aggregates);
      plain('register-institution', {
        institutionId: owing,
        code: 'x',
        name,
        institutionKind: 'ministry',
        from: '2020-01-01',
      });
      impose();
      now = instant;
      const decision = table.ask(
        handler('discharge-obligation'),
        { forumId, obligationId, verdict: 'signed' },
        { now, actor: ministry(owing), look: around },
      );
      const data = decision.kind === 'accepted' ? decision.events[0]?.data : undefined;
      return (data as { late?: boolean } | undefined)?.late;
    };
    expect(late('2026-03-31T14:59:59.999Z')).toBe(false);
    expect(late('2026-03-31T15:00:00.000Z')).toBe(true);
  });
  it('may be returned with a reason and a new due day, and is open again with a new ladder', () => {
    discharge('signed', owing);
    expect(ask('return-obligation', { dueOn: '2026-02-01', reason: text('보완') })).toBe('due-in-the-past');
    expect(ask('return-obligation', { dueOn: '2026-04-15', reason: text('보완') })).toBe(
      'obligation.returned',
    );
    expect(ask('return-obligation', { dueOn: '2026-04-15', reason: text('보완') })).toBe('already so');
    expect(climb('due', 1)).toBe('already so');
    expect(climb('due', 2)).toBe('obligation.fell-due');
  });
});

describe('more time', () => {
  const extensionId = id(30);
  it('is asked for by the institution and granted with a new ladder, or refused', () => {
    impose();
    const wish = (until: string, actor = ministry(owing)) =>
      ask('ask-extension', { extensionId, until, reason: text('국정감사') }, { actor });
    expect(wish('2026-03-31')).toBe('extension-gives-no-time');
    expect(wish('2026-04-30', ministry(other))).toBe('not-your-obligation');
    expect(wish('2026-04-30')).toBe('obligation.extension-asked');
    expect(wish('2026-04-30')).toBe('already so');
    expect(ask('decide-extension', { extensionId, granted: true, reason: text('승인') })).toBe(
      'obligation.extended',
    );
    expect(ask('decide-extension', { extensionId, granted: true, reason: text('승인') })).toBe('already so');
    expect(climb('due', 1)).toBe('already so');
    expect(climb('due', 2)).toBe('obligation.fell-due');
  });
});

describe('an institution that is succeeded', () => {
  it('hands its open obligations to one of its successors, once', () => {
    impose();
    const succeed = (obligationsTo: string) =>
      plain(
        'succeed-institution',
        { institutionId: owing, how: 'merged', successorIds: [other], obligationsTo, on: '2026-02-01' },
        { look: [] },
      );
    expect(succeed(id(66))).toBe('obligations-to-a-stranger');
    expect(succeed(other)).toBe('institution.succeeded');
    expect(succeed(other)).toBe('already so');
    expect(impose({ obligationId: id(31) })).toBe('institution-was-succeeded');
  });
});

describe('the sign-offs of a plan', () => {
  const seal = (signed: readonly string[]) =>
    plain('seal-sign-offs', { cycleId, institutionIds: [owing, other] }, { look: signed });
  it('are sealed when every institution has signed, once', () => {
    expect(seal([owing])).toBe('sign-offs-missing');
    expect(seal([owing, other])).toBe('sign-offs.sealed');
    expect(seal([])).toBe('already so');
  });
});
