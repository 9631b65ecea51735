import { randomUUID } from 'node:crypto';
import type { Actor } from '@madang/contracts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Lang } from '../../pages/messages/say.ts';
import { notFoundPage } from '../../pages/not-found-page.tsx';
import { signInPage } from '../../pages/sign-in-page.tsx';
import { isFromElsewhere } from '../who.ts';
import { consoleRoutes } from './console.ts';
import { dutyRoutes } from './duties.ts';
import { inboxRoutes } from './inbox.ts';
import { noticesRoutes } from './notices.ts';
import type { SiteDeps } from './site-deps.ts';
import { FormId } from './taking-forms.ts';
import { webhooksRoutes } from './webhooks.ts';

const html = (reply: FastifyReply, text: string): FastifyReply =>
  reply.type('text/html; charset=utf-8').send(text);
const Body = z.object({
  role: z.enum(['ministry', 'secretariat', 'operator', 'co-chair', 'member']).catch('member'),
  institution: FormId.optional().catch(undefined),
});

/** The development sign-in as a page. */
const signInRoutes = (app: FastifyInstance, lang: Lang, { who, site, believesAll }: SiteDeps): void => {
  app.get('/sign-in', async (request, reply) => {
    const isRefused = (request.query as { readonly refused?: string }).refused !== undefined;
    const institutions = believesAll ? await site.institutions() : [];
    return html(reply, signInPage({ institutions, believesAll, isRefused }, lang));
  });
  if (!believesAll) return;
  app.post('/sign-in', async (request, reply) => {
    if (isFromElsewhere(request)) return html(reply.code(403), notFoundPage(lang));
    const { role, institution } = Body.parse(request.body ?? {});
    const actor: Actor = {
      id: randomUUID(),
      roles: [role],
      ...(institution ? { institutionId: institution } : {}),
    };
    who.signIn(request, reply, actor);
    return reply.redirect(`/${lang}/${role === 'operator' ? 'console' : 'inbox'}`, 303);
  });
};

/** Pages of those who sign in: ministries and operators. */
export const deskRoutes = (app: FastifyInstance, lang: Lang, deps: SiteDeps): void => {
  signInRoutes(app, lang, deps);
  inboxRoutes(app, lang, deps);
  dutyRoutes(app, lang, deps);
  noticesRoutes(app, lang, deps);
  webhooksRoutes(app, lang, deps);
  consoleRoutes(app, lang, deps);
  app.post('/sign-out', async (request, reply) => {
    if (!isFromElsewhere(request)) deps.who.signOut(reply);
    return reply.redirect(`/${lang}`, 303);
  });
};
