import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Lang } from '../../pages/messages/say.ts';
import { sessionsPage } from '../../pages/sessions-page.tsx';
import { only } from '../rights/by.ts';
import { lifetimes } from '../sign-in/lifetimes.ts';
import type { OfficeNames } from './office-names.ts';
import type { SiteDeps } from './site-deps.ts';
import { FormId } from './taking-forms.ts';

/** Where somebody is signed in, and ending one session or all others. */
export const sessionRoutes = (
  app: FastifyInstance,
  lang: Lang,
  { who, site }: SiteDeps,
  officeNames: OfficeNames,
): void => {
  const { sessions, sessionOf } = who;
  const officials = only('member', 'co-chair', 'secretariat', 'ministry', 'operator');
  const mine = async (request: FastifyRequest) => {
    const self = sessionOf(request);
    return { self, all: self ? await sessions.of(self.actor.id) : [] };
  };
  const back = (reply: FastifyReply): FastifyReply => reply.redirect(`/${lang}/sessions?done=1`, 303);

  app.get('/sessions', officials, async (request, reply) => {
    const { self, all } = await mine(request);
    const rows = await Promise.all(
      all.map(async (one) => ({
        ...{ id: one.id, browser: one.browser, isThis: one.id === self?.id },
        ...{ beganAt: one.beganAt.toISOString(), seenAt: one.seenAt.toISOString() },
        office: (await officeNames(one.actor))[lang],
      })),
    );
    const isDone = (request.query as { readonly done?: string }).done !== undefined;
    const forumId = self?.actor.forumIds?.[0];
    const zone = forumId ? ((await site.forumAt(forumId))?.zone ?? 'UTC') : 'UTC';
    const page = sessionsPage({ sessions: rows, zone, isDone, ...lifetimes() }, lang);
    return reply.type('text/html; charset=utf-8').send(page);
  });
  app.post('/sessions/end-others', officials, async (request, reply) => {
    const { self, all } = await mine(request);
    for (const one of all) if (one.id !== self?.id) await sessions.end(one, 'ended-elsewhere');
    return back(reply);
  });
  app.post('/sessions/:id/end', officials, async (request, reply) => {
    const { self, all } = await mine(request);
    const id = FormId.catch('').parse((request.params as { readonly id?: string }).id);
    const found = all.find((one) => one.id === id);
    if (found && found.id === self?.id) {
      await who.signOut(request, reply);
      return reply.redirect(`/${lang}`, 303);
    }
    if (found) await sessions.end(found, 'ended-elsewhere');
    return back(reply);
  });
};
