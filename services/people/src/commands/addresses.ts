import {
  AddressLeft,
  AddressVerified,
  ChooseDigest,
  DigestChosen,
  LeaveAddress,
  NoticeRaised,
  VerifyAddress,
} from '@madang/contracts';
import { accepted, alreadySo, answers, happened, refused, unknown } from '@madang/decider';
import type { Submission } from '../copies/submissions.ts';
import { account } from '../domain/account.ts';
import type { Link } from '../domain/link.ts';
import { notice } from '../domain/notice.ts';
import { forThemselves, looksWhereFrom } from './accounts.ts';

export type AddressRows = {
  /** What a signed link says; nothing when it was not made here. */
  readonly linkIn: (token: string) => Link | undefined;
  readonly submissionsOf: (personId: string) => Promise<readonly Submission[]>;
};

const on = (body: { readonly personId: string }) => account.ref(body.personId);

/** The one mail that goes to an address before it is verified is the one with the link. */
export const leaveAddress = answers(LeaveAddress, {
  on,
  also: (body) => [notice.ref(body.noticeId)],
  sealsUnder: (body) => body.personId,
  looks: looksWhereFrom,
  decide: ({ body, actor }, { self, of, look: cameTo }) => {
    const { forumId, personId, noticeId, lang, mail } = body;
    const notTheirs = forThemselves(actor, { personId, forumId }, self, cameTo);
    if (notTheirs) return notTheirs;
    if (self?.erased) return refused('person-erased', 'Come back under another pseudonym.');
    if (of(notice.ref(noticeId))) return alreadySo();
    return accepted(
      happened(on(body), AddressLeft, { forumId, personId, lang, noticeId, mail }),
      happened(notice.ref(noticeId), NoticeRaised, {
        ...{ forumId, noticeId, personId, about: 'verify-address', byMail: true },
      }),
    );
  },
});

const LINK_AGAIN = 'Leave the address once more: a new link is sent to it.';

/** Receipts for what came before the address was verified go out now. */
export const verifyAddress = answers(VerifyAddress, {
  on,
  finds: async (rows: AddressRows, body) =>
    (await rows.submissionsOf(body.personId)).map(({ id }) => notice.ref(id)),
  looks: async (rows: AddressRows, { body }) => ({
    link: rows.linkIn(body.token),
    submissions: await rows.submissionsOf(body.personId),
  }),
  decide: ({ body, now }, { self, of, look: { link, submissions } }) => {
    const { personId } = body;
    if (!self) return unknown('account', personId);
    if (self.erased) return refused('person-erased', 'Come back under another pseudonym.');
    if (link?.purpose !== 'verify' || link.personId !== personId)
      return refused('link-not-valid', LINK_AGAIN);
    if (self.verified === link.subjectId) return alreadySo();
    if (self.unverified !== link.subjectId) return refused('link-not-valid', LINK_AGAIN);
    if (link.until !== null && link.until < now) return refused('link-expired', LINK_AGAIN);
    return accepted(
      happened(on(body), AddressVerified, { forumId: body.forumId, personId, mailTextId: link.subjectId }),
      ...submissions
        .filter(({ id }) => !of(notice.ref(id)))
        .map(({ id, forumId }) =>
          happened(notice.ref(id), NoticeRaised, {
            ...{ forumId, noticeId: id, personId, about: 'received', submissionId: id, byMail: true },
          }),
        ),
    );
  },
});

/** Signed in, or by the link of any mail that was sent to that person. */
export const chooseDigest = answers(ChooseDigest, {
  on,
  looks: async (rows: AddressRows, { body }) => (body.token ? rows.linkIn(body.token) : undefined),
  decide: ({ body: { forumId, personId, digest }, actor }, { self, look: link }) => {
    if (!self) return unknown('account', personId);
    if (actor.id !== personId && link?.personId !== personId)
      return refused('not-your-account', 'A person changes only their own account.');
    if (self.erased) return refused('person-erased', 'Nothing is sent to an erased person.');
    return (self.digest ?? 'at-once') === digest
      ? alreadySo()
      : accepted(happened(account.ref(personId), DigestChosen, { forumId, personId, digest }));
  },
});
