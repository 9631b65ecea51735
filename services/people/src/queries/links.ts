import { CalendarLinkOf, LinkOf, ReceiptLinkOf, ReceiptOf, SubmissionsOf } from '@madang/contracts';
import { responds } from '@madang/decider';
import type { Submission } from '../copies/submissions.ts';
import type { Link } from '../domain/link.ts';
import { mayKnow, whereKnown } from './people.ts';

export type LinkRows = {
  readonly linkIn: (token: string) => Link | undefined;
  readonly makeLink: (link: Link) => string;
  readonly subjectOfNotice: (noticeId: string) => Promise<
    | {
        readonly submissionId: string | null;
        readonly obligationId: string | null;
        readonly ballotId: string | null;
      }
    | undefined
  >;
  readonly submissions: (ids: readonly string[]) => Promise<readonly Submission[]>;
  /** Of one person, by id, after one of them. */
  readonly submissionsPage: (
    contributorId: string,
    which: {
      readonly after: string | null;
      readonly forumIds: readonly string[] | undefined;
      readonly limit: number;
    },
  ) => Promise<readonly Submission[]>;
};

/** What a link of a mail is for. Who holds it may know: it names pseudonyms and ids alone. */
export const linkOf = responds(LinkOf, async (rows: LinkRows, { token }) => {
  const link = rows.linkIn(token);
  if (!link) return undefined;
  const about =
    link.purpose === 'notice'
      ? await rows.subjectOfNotice(link.subjectId)
      : { submissionId: link.subjectId, obligationId: null, ballotId: null };
  const [found] = about?.submissionId ? await rows.submissions([about.submissionId]) : [];
  return {
    ...link,
    submission: found ? { submissionId: found.id, kind: found.kind } : null,
    obligationId: about?.obligationId ?? null,
    ballotId: about?.ballotId ?? null,
  };
});

export const receiptLinkOf = responds(ReceiptLinkOf, async (rows: LinkRows, { submissionId }, { actor }) => {
  const [found] = await rows.submissions([submissionId]);
  if (!found || !mayKnow(actor, found.contributorId, [found.forumId])) return undefined;
  const { forumId, contributorId: personId } = found;
  return {
    token: rows.makeLink({ purpose: 'receipt', forumId, personId, subjectId: submissionId, until: null }),
  };
});

/** Unknown once its contributor was erased. */
export const receiptOf = responds(ReceiptOf, async (rows: LinkRows, { token }) => {
  const link = rows.linkIn(token);
  if (link?.purpose !== 'receipt') return undefined;
  const [found] = await rows.submissions([link.subjectId]);
  return found && { forumId: found.forumId, submissionId: found.id, kind: found.kind };
});

/** What somebody handed in, of both kinds, by id. */
export const submissionsOf = responds(
  SubmissionsOf,
  async (rows: Pick<LinkRows, 'submissionsPage'>, { personId, after, limit }, { actor }) => {
    const where = whereKnown(actor, personId);
    if (!where) return undefined;
    const found = await rows.submissionsPage(personId, { after: after ?? null, ...where, limit });
    return { submissions: found.map(({ id: submissionId, kind }) => ({ submissionId, kind })) };
  },
);

/** Stays good, as a calendar asks for it again and again; it opens nothing but days and kinds of duties. */
export const calendarLinkOf = responds(
  CalendarLinkOf,
  async (rows: Pick<LinkRows, 'makeLink'>, { forumId, institutionId: subjectId }, { actor }) =>
    actor.institutionId === subjectId
      ? {
          token: rows.makeLink({
            ...{ purpose: 'calendar', forumId, personId: actor.id, subjectId, until: null },
          }),
        }
      : undefined,
);
