import type { FastifyInstance, FastifyReply } from 'fastify';
import { inboxPage } from '../../pages/inbox-page.tsx';
import type { Lang } from '../../pages/messages/say.ts';
import type { SiteDeps } from './site-deps.ts';

const html = (reply: FastifyReply, text: string): FastifyReply =>
  reply.type('text/html; charset=utf-8').send(text);

/** What an institution owes. */
export const inboxRoutes = (app: FastifyInstance, lang: Lang, { site, actorOf }: SiteDeps): void => {
  app.get('/inbox', async (request, reply) => {
    const { institutionId } = actorOf(request);
    const page = institutionId ? await site.institution(institutionId) : undefined;
    const owed = [];
    for (const one of page?.owed ?? []) {
      const duty = await site.duty(one.id);
      if (!duty) continue;
      const about = [];
      for (const id of duty.commitmentIds.slice(0, 5)) {
        const commitment = await site.commitmentName(id);
        if (commitment) about.push({ id, name: commitment });
      }
      owed.push({ ...duty, about });
    }
    const institution = page ? { id: page.id, name: page.name } : undefined;
    const isDone = (request.query as { readonly done?: string }).done !== undefined;
    return html(reply, inboxPage({ institution, owed, isDone }, lang));
  });
};
