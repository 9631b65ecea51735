import {
  holdsIn,
  LinkSignIn,
  RecordRefusedSignIn,
  RecordSessionEnd,
  RecordSignIn,
  SessionEnded,
  SignInAttempted,
  SignInLinked,
  SignInRefused,
} from '@madang/contracts';
import { accepted, alreadySo, answers, happened, refused, unknown } from '@madang/decider';
import { account } from '../domain/account.ts';
import { refusedSignIn } from '../domain/refused-sign-in.ts';
import { session } from '../domain/session-end.ts';
import { signIn } from '../domain/sign-in.ts';

export const linkSignIn = answers(LinkSignIn, {
  on: (body) => signIn.ref(body.signInId),
  reads: (body) => [account.ref(body.personId)],
  decide: ({ body, actor }, { self, of }) => {
    const person = of(account.ref(body.personId));
    if (!person) return unknown('account', body.personId);
    if (person.erased) return refused('person-erased', 'An erased person cannot sign in.');
    if (self?.linked && self.personId === body.personId) return alreadySo();
    // Whoever has the way in has every role of the person, in every forum.
    const beyond = person.grants.some((one) => !holdsIn(actor, one.forumId));
    if (beyond || (actor.forumIds && !person.forumIds.includes(body.forumId)))
      return refused(
        'person-of-another-forum',
        'Ask somebody whose role holds in every forum where the person came in or has a role.',
        { personId: body.personId },
      );
    return accepted(happened(signIn.ref(body.signInId), SignInLinked, body));
  },
});

export const recordSignIn = answers(RecordSignIn, {
  on: (body) => signIn.ref(body.signInId),
  decide: ({ body }, { self }) =>
    self?.attemptId === body.attemptId
      ? alreadySo()
      : accepted(happened(signIn.ref(body.signInId), SignInAttempted, body)),
});

export const recordRefusedSignIn = answers(RecordRefusedSignIn, {
  on: (body) => refusedSignIn.ref(body.attemptId),
  decide: ({ body }, { self }) =>
    self ? alreadySo() : accepted(happened(refusedSignIn.ref(body.attemptId), SignInRefused, body)),
});

export const recordSessionEnd = answers(RecordSessionEnd, {
  on: (body) => session.ref(body.sessionId),
  decide: ({ body }, { self }) =>
    self ? alreadySo() : accepted(happened(session.ref(body.sessionId), SessionEnded, body)),
});
