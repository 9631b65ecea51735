import {
  LinkOpened,
  NoticeDelivered,
  NoticeRaised,
  NoticeRead,
  OpenLink,
  RaiseNotice,
  ReadNotice,
  RecordBounce,
  RecordDelivery,
} from '@madang/contracts';
import { accepted, alreadySo, answers, happened, refused, unknown } from '@madang/decider';
import { account } from '../domain/account.ts';
import type { Link } from '../domain/link.ts';
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
    return accepted(
      happened(on(body), NoticeRaised, {
        ...body,
        byMail: known?.hasMail === true && known.digest !== 'none',
      }),
    );
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

/** A server took the mail and it came back later. */
export const recordBounce = answers(RecordBounce, {
  on,
  decide: ({ body }, { self }) => {
    if (!self) return unknown('notice', body.noticeId);
    if (self.bounced) return alreadySo();
    if (!self.byMail) return refused('never-mailed', 'Only what went out by mail can come back.');
    return accepted(
      happened(on(body), NoticeDelivered, { ...body, outcome: 'bounced', attempt: self.attempts }),
    );
  },
});

/** Delivery is proven best by whoever followed the link. */
export const openLink = answers(OpenLink, {
  on,
  looks: async (rows: { readonly linkIn: (token: string) => Link | undefined }, { body }) =>
    rows.linkIn(body.token),
  decide: ({ body: { forumId, noticeId }, now }, { self, look: link }) => {
    if (!self || link?.purpose !== 'notice' || link.subjectId !== noticeId)
      return unknown('notice', noticeId);
    if (link.until !== null && link.until < now)
      return refused('link-expired', 'Sign in: what is owed is in your list.');
    return self.opened
      ? alreadySo()
      : accepted(happened(notice.ref(noticeId), LinkOpened, { forumId, noticeId, personId: self.personId }));
  },
});
