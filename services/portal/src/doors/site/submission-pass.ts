import { type Actor, ReceiptLinkOf } from '@madang/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Lang } from '../../pages/messages/say.ts';
import { linkIn } from './link-in.ts';
import type { FormDeps } from './taking-forms.ts';

const PASS = 'madang-receipt';
/** Seconds for which a device stays the writer's after the private link was followed on it. */
const SECONDS = 30 * 60;

/** What somebody handed in. */
export type Submission = { readonly submissionId: string; readonly kind: 'proposal' | 'contribution' };

const pagesOf = ({ submissionId, kind }: Submission): readonly string[] =>
  kind === 'proposal'
    ? [`/proposals/${submissionId}`, `/appeal-proposal/${submissionId}`]
    : [`/contributions/${submissionId}`, `/appeal/${submissionId}`];

export type SubmissionPass = {
  /** Whoever followed a private link is the writer of that one thing on this device, for half an hour. */
  readonly hand: (
    request: FastifyRequest,
    reply: FastifyReply,
    submission: Submission,
    token: string,
  ) => void;
  /** The writer of a thing, when they come by its private link; the link is judged anew whenever it is shown. */
  readonly writerOf: (request: FastifyRequest, submissionId: string) => Promise<Actor | undefined>;
  /** The private link of what this device has just handed in; none for anybody else. @param heardAt sequence of the command's answer */
  readonly linkFor: (
    lang: Lang,
    request: FastifyRequest,
    submissionId: string,
    heardAt: string | undefined,
  ) => Promise<string | undefined>;
};

/** The pass of whoever wrote something: its link, kept by a cookie of the pages about that one thing. */
export const submissionPass = ({ asker, actorOf, cookies }: FormDeps): SubmissionPass => ({
  hand: (request, reply, submission, token) => {
    for (const lang of ['ko', 'en'])
      for (const page of pagesOf(submission))
        reply.setCookie(cookies.within(PASS), token, {
          ...cookies.kept(request, `/${lang}${page}`),
          maxAge: SECONDS,
        });
  },
  writerOf: async (request, submissionId) => {
    const token = request.cookies[cookies.within(PASS)];
    if (!token) return undefined;
    const link = await linkIn(asker, actorOf(request), token);
    return link?.submission?.submissionId === submissionId
      ? { id: link.personId, roles: ['citizen'] }
      : undefined;
  },
  linkFor: async (lang, request, submissionId, heardAt) => {
    const sequence = /^\d{1,15}$/.test(heardAt ?? '') ? Number(heardAt) : 0;
    const answer = await asker.query({
      type: ReceiptLinkOf.type,
      actor: actorOf(request),
      body: { submissionId },
      ...(sequence > 1 ? { after: { commitments: sequence } } : {}),
    });
    return answer.status === 200
      ? `${request.protocol}://${request.host}/${lang}/link?t=${ReceiptLinkOf.result.parse(answer.result).token}`
      : undefined;
  },
});
