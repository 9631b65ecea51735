import { randomUUID } from 'node:crypto';
import {
  AccountOf,
  ChooseDigest,
  Digest,
  LeaveAddress,
  NoticesOf,
  PURPOSE_NAMESPACE,
  type Query,
  ReadNotice,
} from '@madang/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { v5 as uuidv5 } from 'uuid';
import { z } from 'zod';
import { type Lang, saying } from '../../pages/messages/say.ts';
import { noticesPage } from '../../pages/notices-page.tsx';
import { anyone } from '../rights/by.ts';
import { isFromElsewhere } from '../who.ts';
import type { SiteDeps } from './site-deps.ts';
import { FormId, takingForms, thingOf } from './taking-forms.ts';

const Body = z.object({
  id: FormId.catch(() => randomUUID()),
  forum: FormId.catch(''),
  mail: z.string().trim().max(1_000).catch(''),
  digest: Digest.catch('at-once'),
});
/** Far from a proof, which is the mail with the link; it finds what was typed wrong. */
const Mail = z.email().max(320);
type Shown = { readonly wrong: string; readonly typed: string; readonly status: number };

/** What somebody was told, how often mail comes, and at which address: also for those without an account. */
export const noticesRoutes = (app: FastifyInstance, lang: Lang, deps: SiteDeps): void => {
  const { asker, actorOf, site, standing } = deps;
  const say = saying(lang);
  const { take } = takingForms(lang, deps);

  const asked = async <Q extends Query>(request: FastifyRequest, query: Q, body: object) => {
    const answer = await asker.query({ type: query.type, actor: actorOf(request), body });
    return answer.status === 200 ? (query.result.parse(answer.result) as z.output<Q['result']>) : undefined;
  };
  const firstForum = async (): Promise<string> => (await standing()).forums[0]?.id ?? '';
  const show = async (request: FastifyRequest, reply: FastifyReply, shown?: Shown): Promise<FastifyReply> => {
    const { id: personId, roles } = actorOf(request);
    const account = await asked(request, AccountOf, { personId });
    const told = account ? await asked(request, NoticesOf, { personId, limit: 100 }) : undefined;
    const { done } = request.query as { readonly done?: string };
    return reply
      .code(shown?.status ?? 200)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(
        noticesPage(
          {
            forum: await site.forumAt(await firstForum()),
            ...{ account, notices: told?.notices ?? [], formId: randomUUID() },
            mayHaveWebhooks: roles.some((role) => role !== 'citizen'),
            done: done === 'saved' || done === 'left' ? done : undefined,
            ...{ wrong: shown?.wrong ?? null, typed: shown?.typed ?? '' },
          },
          lang,
        ),
      );
  };
  const back = (reply: FastifyReply, done: 'saved' | 'left') =>
    reply.redirect(`/${lang}/notices?done=${done}`, 303);

  app.get('/notices', anyone, (request, reply) => show(request, reply));
  app.post('/notices/address', anyone, async (request, reply) => {
    const sent = Body.parse(request.body ?? {});
    const again = (wrong: string, status: number) =>
      show(request, reply, { wrong, typed: sent.mail, status });
    if (isFromElsewhere(request)) return again(say('error.elsewhere'), 403);
    if (!Mail.safeParse(sent.mail).success) return again(say('notices.address.wrong'), 400);
    const { status, errors } = await take(
      request,
      reply,
      LeaveAddress,
      sent.id,
      {
        ...{ forumId: sent.forum, personId: actorOf(request, reply).id, noticeId: thingOf(sent), lang },
        mail: { lang, text: sent.mail },
      },
      { mail: say('notices.address') },
    );
    return status === 200 ? back(reply, 'left') : again(errors[0]?.message ?? '', status);
  });
  app.post('/notices/digest', anyone, async (request, reply) => {
    const { forum: forumId, digest } = Body.parse(request.body ?? {});
    const again = (wrong: string, status: number) => show(request, reply, { wrong, typed: '', status });
    if (isFromElsewhere(request)) return again(say('error.elsewhere'), 403);
    const personId = actorOf(request, reply).id;
    const { status, errors } = await take(
      ...([request, reply, ChooseDigest, randomUUID(), { forumId, personId, digest }, {}] as const),
    );
    return status === 200 ? back(reply, 'saved') : again(errors[0]?.message ?? '', status);
  });
  app.post('/notices/read', anyone, async (request, reply) => {
    if (isFromElsewhere(request))
      return show(request, reply, { wrong: say('error.elsewhere'), typed: '', status: 403 });
    const { id: personId } = actorOf(request, reply);
    const found = await asked(request, NoticesOf, { personId, unreadOnly: true, limit: 200 });
    const forumId = await firstForum();
    await Promise.all(
      (found?.notices ?? []).map(({ noticeId }) =>
        take(
          ...([request, reply, ReadNotice, uuidv5(`read/${noticeId}`, PURPOSE_NAMESPACE)] as const),
          { forumId, noticeId, personId },
          {},
        ),
      ),
    );
    return back(reply, 'saved');
  });
};
