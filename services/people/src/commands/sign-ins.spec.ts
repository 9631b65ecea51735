import { outcomeOf, play } from '@madang/decider';
import { describe, expect, it } from 'vitest';
import { account, holdsOn } from '../domain/account.ts';
import { refusedSignIn } from '../domain/refused-sign-in.ts';
import { session } from '../domain/session-end.ts';
import { signIn } from '../domain/sign-in.ts';
import { erasePerson, grantRole, openAccount, revokeRole } from './accounts.ts';
import { linkSignIn, recordRefusedSignIn, recordSessionEnd, recordSignIn } from './sign-ins.ts';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [forumId, personId, signInId, attemptId] = [id(1), id(2), id(3), id(4)];
const scene = {
  now: '2026-03-01T00:00:00.000Z',
  actor: { id: id(9), roles: ['secretariat' as const] },
};
const begin = () => {
  const stage = play([account, signIn, refusedSignIn, session] as never);
  const ask = (handler: never, body: object) => outcomeOf(stage.ask(handler, { forumId, ...body }, scene));
  return ask;
};
const link = { signInId, personId };
const attempt = { attemptId, signInId, personId, outcome: 'signed-in' };

describe('a way in', () => {
  it('stands for a person once it is linked', () => {
    const ask = begin();
    ask(openAccount as never, { personId });
    expect(ask(linkSignIn as never, link)).toBe('sign-in.linked');
    expect(ask(linkSignIn as never, link)).toBe('already so');
  });
  it('stands for nobody without an account, and for nobody erased', () => {
    const ask = begin();
    expect(ask(linkSignIn as never, link)).toBe('unknown-account');
    ask(openAccount as never, { personId });
    ask(erasePerson as never, { personId });
    expect(ask(linkSignIn as never, link)).toBe('person-erased');
  });
  it('is told of each time somebody comes, once', () => {
    const ask = begin();
    expect(ask(recordSignIn as never, attempt)).toBe('sign-in.attempted');
    expect(ask(recordSignIn as never, attempt)).toBe('already so');
    expect(ask(recordSignIn as never, { ...attempt, attemptId: id(5), outcome: 'no-role' })).toBe(
      'sign-in.attempted',
    );
  });
});

describe('an attempt by which nobody came in', () => {
  it('is written down once, by the reason alone', () => {
    const ask = begin();
    const refused = { attemptId, why: 'provider-refused' };
    expect(ask(recordRefusedSignIn as never, refused)).toBe('refused-sign-in.recorded');
    expect(ask(recordRefusedSignIn as never, refused)).toBe('already so');
  });
});

describe('a session', () => {
  it('ends once, whoever ends it', () => {
    const ask = begin();
    const end = { sessionId: id(6), personId, why: 'signed-out' };
    expect(ask(recordSessionEnd as never, end)).toBe('session.ended');
    expect(ask(recordSessionEnd as never, { ...end, why: 'left-idle' })).toBe('already so');
  });
});

describe('a role', () => {
  const granted = { forumId, role: 'secretariat' as const, from: '2026-03-01', until: '2026-03-02' };
  it('holds from its first day to its last', () => {
    const days = ['2026-02-28', '2026-03-01', '2026-03-02', '2026-03-03'];
    expect(days.map((day) => holdsOn(granted, day))).toEqual([false, true, true, false]);
  });
  it('holds no longer on the day it is revoked, and may be granted anew on that day', () => {
    expect(holdsOn({ ...granted, revokedOn: '2026-03-02' }, '2026-03-02')).toBe(false);
    const ask = begin();
    ask(openAccount as never, { personId });
    const grant = { personId, role: 'secretariat', from: '2026-03-01' };
    expect(ask(grantRole as never, grant)).toBe('account.role-granted');
    const revoke = { personId, role: 'secretariat', on: '2026-03-01' };
    expect(ask(revokeRole as never, revoke)).toBe('account.role-revoked');
    expect(ask(grantRole as never, grant)).toBe('account.role-granted');
  });
});
