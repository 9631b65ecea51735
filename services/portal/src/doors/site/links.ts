import { randomUUID } from 'node:crypto';
import { type BodyOf, ChooseDigest, Digest, OpenLink, VerifyAddress } from '@madang/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { linkPage } from '../../pages/link-page.tsx';
import type { Lang } from '../../pages/messages/say.ts';
import { anyone } from '../rights/by.ts';
import { isFromElsewhere } from '../who.ts';
import { dutyPass } from './duty-pass.ts';
import { type Link, linkIn } from './link-in.ts';
import { submissionPass } from './submission-pass.ts';
import type { FormDeps } from './taking-forms.ts';

const Token = z.string().min(1).max(2_000).catch('-');
const Sent = z.object({ t: Token, digest: Digest.optional().catch(undefined) });
/** What a mail program sends to the address of a link, by itself, when its reader wants no more such mails. RFC 8058 */
const OneClick = z.object({ 'List-Unsubscribe': z.literal('One-Click') });
type Wish = { readonly type: string; readonly body: { readonly forumId: string } };

const wishOf = (
  { purpose, ...link }: Link,
  token: string,
  digest: z.infer<typeof Digest> | undefined,
): Wish => {
  const { forumId, personId, subjectId: noticeId } = link;
  if (digest) {
    const body: BodyOf<typeof ChooseDigest> = { forumId, personId, digest, token };
    return { type: ChooseDigest.type, body };
  }
  if (purpose === 'verify') {
    const body: BodyOf<typeof VerifyAddress> = { forumId, personId, token };
    return { type: VerifyAddress.type, body };
  }
  const body: BodyOf<typeof OpenLink> = { forumId, noticeId, token };
  return { type: OpenLink.type, body };
};

const placeOf = (lang: Lang, { submission, obligationId, ballotId }: Link): string =>
  obligationId || ballotId
    ? `/${lang}/${obligationId ? `duties/${obligationId}` : `ballots/${ballotId}`}`
    : submission
      ? `/${lang}/${submission.kind}s/${submission.submissionId}`
      : `/${lang}`;

/** Links of mails: shown by GET, followed by POST. */
export const linkRoutes = (app: FastifyInstance, lang: Lang, deps: FormDeps): void => {
  const { asker, actorOf } = deps;
  const pass = dutyPass(deps);
  const writers = submissionPass(deps);
  const html = (reply: FastifyReply, view: Parameters<typeof linkPage>[0]): FastifyReply =>
    reply
      .type('text/html; charset=utf-8')
      .header('referrer-policy', 'no-referrer')
      .header('cache-control', 'no-store')
      .send(linkPage(view, lang));
  const linkOf = (request: FastifyRequest, token: string): Promise<Link | undefined> =>
    linkIn(asker, actorOf(request), token);
  app.get<{ Querystring: { readonly t?: string } }>('/link', anyone, async (request, reply) => {
    const token = Token.parse(request.query.t);
    const link = await linkOf(request, token);
    if (!link || link.purpose === 'calendar') return html(reply.code(404), { state: 'invalid' });
    if (link.purpose === 'receipt') {
      if (link.submission) writers.hand(request, reply, link.submission, token);
      return reply.header('referrer-policy', 'no-referrer').redirect(placeOf(lang, link), 303);
    }
    return html(reply, { state: 'offered', purpose: link.purpose, token });
  });
  app.post('/link', anyone, async (request, reply) => {
    const isOneClick = OneClick.safeParse(request.body).success;
    const { t: token, digest } = isOneClick
      ? { ...Sent.parse(request.query), digest: 'none' as const }
      : Sent.parse(request.body ?? {});
    const link = isFromElsewhere(request) ? undefined : await linkOf(request, token);
    if (!link) return html(reply.code(404), { state: 'invalid' });
    // The link that verifies an address, or opens a calendar, stops nothing.
    if (isOneClick && link.purpose !== 'notice') return html(reply.code(404), { state: 'invalid' });
    const { type, body } = wishOf(link, token, digest);
    const id = randomUUID();
    const answer = await asker.command({
      ...{ id, type, actor: actorOf(request, reply), forumId: body.forumId, correlationId: id, body },
    });
    if (answer.status === 200 && link.obligationId && !digest)
      pass.hand(request, reply, link.obligationId, token);
    if (answer.status === 200 && link.submission && !digest)
      writers.hand(request, reply, link.submission, token);
    if (answer.status === 200)
      return link.purpose === 'notice' && !digest
        ? reply.redirect(placeOf(lang, link), 303)
        : html(reply, { state: 'done' });
    const why = answer.status === 400 ? 'invalid' : answer.refusal.code;
    return html(reply.code(answer.status), { state: 'refused', why });
  });
};
