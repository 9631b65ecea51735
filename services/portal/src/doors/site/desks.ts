import { randomUUID } from 'node:crypto';
import type { Actor } from '@madang/contracts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Lang } from '../../pages/messages/say.ts';
import { signInPage } from '../../pages/sign-in-page.tsx';
import { anyone } from '../rights/by.ts';
import { landingOf, wayBack } from '../sign-in/landing-of.ts';
import { consoleRoutes } from './console.ts';
import { dutyRoutes } from './duties.ts';
import { inboxRoutes } from './inbox.ts';
import { sessionRoutes } from './my-sessions.ts';
import { noticesRoutes } from './notices.ts';
import { officeNames } from './office-names.ts';
import { seatRoutes } from './seat.ts';
import type { SiteDeps } from './site-deps.ts';
import { FormId } from './taking-forms.ts';
import { webhooksRoutes } from './webhooks.ts';

const html = (reply: FastifyReply, text: string): FastifyReply =>
  reply.type('text/html; charset=utf-8').send(text);
const Body = z.object({
  role: z.enum(['ministry', 'secretariat', 'operator', 'co-chair', 'member']).catch('member'),
  institution: FormId.optional().catch(undefined),
  back: z.string().optional().catch(undefined),
});

/** The development sign-in as a page. */
const signInRoutes = (app: FastifyInstance, lang: Lang, { who, site, believesAll }: SiteDeps): void => {
  app.get('/sign-in', anyone, async (request, reply) => {
    const asked = request.query as {
      readonly refused?: string;
      readonly back?: string;
      readonly over?: string;
    };
    const isRefused = asked.refused !== undefined;
    const why = { isOver: asked.over !== undefined, back: wayBack(asked.back) };
    const institutions = believesAll ? await site.institutions() : [];
    return html(reply, signInPage({ institutions, believesAll, isRefused, ...why }, lang));
  });
  if (!believesAll) return;
  app.post('/sign-in', anyone, async (request, reply) => {
    const { role, institution, back } = Body.parse(request.body ?? {});
    const actor: Actor = {
      id: randomUUID(),
      roles: [role],
      ...(institution ? { institutionId: institution } : {}),
    };
    await who.signIn(request, reply, actor, null);
    return reply.redirect(wayBack(back) ?? `/${lang}${landingOf(actor)}`, 303);
  });
};

/** Pages of those who sign in: members of the table, ministries and operators. */
export const deskRoutes = (app: FastifyInstance, lang: Lang, deps: SiteDeps): void => {
  const names = officeNames(deps.site);
  signInRoutes(app, lang, deps);
  seatRoutes(app, lang, deps);
  sessionRoutes(app, lang, deps, names);
  inboxRoutes(app, lang, deps);
  dutyRoutes(app, lang, deps);
  noticesRoutes(app, lang, deps);
  webhooksRoutes(app, lang, deps);
  consoleRoutes(app, lang, deps);
  app.post('/sign-out', anyone, async (request, reply) => {
    await deps.who.signOut(request, reply);
    return reply.redirect(`/${lang}`, 303);
  });
};
