import {
  NoticeDelivered,
  NoticeRaised,
  NoticeRead,
  RaiseNotice,
  ReadNotice,
  RecordDelivery,
} from '@madang/contracts';
import { accepted, alreadySo, answers, happened, refused, unknown } from '@madang/decider';
import { account } from '../domain/account.ts';
import { notice } from '../domain/notice.ts';

const on = (body: { readonly noticeId: string }) => notice.ref(body.noticeId);

/** Somebody without an account is told in the list alone: posts may be held before an account is opened. */
export const raiseNotice = answers(RaiseNotice, {
  on,
  reads: (body) => [account.ref(body.personId)],
  decide: ({ body }, { self, of }) => {
    if (self) return alreadySo();
    const known = of(account.ref(body.personId));
    if (known?.erased) return alreadySo();
    return accepted(happened(on(body), NoticeRaised, { ...body, byMail: known?.hasMail ?? false }));
  },
});

export const readNotice = answers(ReadNotice, {
  on,
  decide: ({ body, actor }, { self }) => {
    if (!self || self.personId !== body.personId) return unknown('notice', body.noticeId);
    if (actor.id !== self.personId)
      return refused('not-your-notice', 'Only the person who was told can mark it as read.');
    return self.read ? alreadySo() : accepted(happened(on(body), NoticeRead, body));
  },
});

export const recordDelivery = answers(RecordDelivery, {
  on,
  decide: ({ body }, { self }) => {
    if (!self) return unknown('notice', body.noticeId);
    return self.settled ? alreadySo() : accepted(happened(on(body), NoticeDelivered, body));
  },
});
