import { outcomeOf, play } from '@madang/decider';
import { describe, expect, it } from 'vitest';
import { account } from '../domain/account.ts';
import { signIn } from '../domain/sign-in.ts';
import { erasePerson, openAccount } from './accounts.ts';
import { linkSignIn, recordSignIn } from './sign-ins.ts';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [forumId, personId, signInId, attemptId] = [id(1), id(2), id(3), id(4)];
const scene = {
  now: '2026-03-01T00:00:00.000Z',
  actor: { id: id(9), roles: ['secretariat' as const] },
};
const begin = () => {
  const stage = play([account, signIn] as never);
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
