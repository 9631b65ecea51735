import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { elsewherePage, forbiddenPage, signInFirstPage } from '../../pages/gate-pages.tsx';
import type { Typed } from '../../pages/kit/form.tsx';
import type { Lang } from '../../pages/messages/say.ts';
import { notFoundPage, receivedPage } from '../../pages/not-found-page.tsx';
import type { Site } from '../../queries/site.ts';
import { isFromElsewhere, type Who } from '../who.ts';
import { type By, maySay } from './by.ts';
import { typedOf } from './typed-of.ts';

/** A thing that is nowhere in the read model: no forum vouches for it. */
const UNKNOWN = 'unknown';
/** Where a role must hold in the forum of the thing that an address names. */
const JUDGED = /^\/(ko|en)\/(desk|console)\//;
const html = (reply: FastifyReply, text: string): FastifyReply =>
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(text);

/**
 * The one gate before every page: who has not signed in is led to the sign-in and back, who has not the role where it is
 * needed is told which one it is, and a form of another site is not taken.
 */
export const gate = (
  app: FastifyInstance,
  lang: Lang,
  { who, site }: { readonly who: Who; readonly site: Site },
): void => {
  /** The forum whose roles count, where the address names a thing. */
  const forumOf = async (request: FastifyRequest): Promise<string | undefined> => {
    const own = request.routeOptions.config.forumOf;
    if (own) return (await own(request)) ?? UNKNOWN;
    const { id } = request.params as { readonly id?: string };
    // Elsewhere things are somebody's own: a session, a webhook; whatever is asked of a service is judged there.
    if (id === undefined || !JUDGED.test(request.routeOptions.url ?? '')) return undefined;
    return (await site.forumOf(id.toLowerCase())) ?? UNKNOWN;
  };
  const signInFirst = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const isOver = who.isOver(request);
    const { method, url } = request;
    if (method !== 'POST')
      return reply.redirect(
        `/${lang}/sign-in?${new URLSearchParams({ back: url, ...(isOver ? { over: '1' } : {}) })}`,
        303,
      );
    return html(reply.code(401), signInFirstPage({ isOver, address: url, typed: typedOf(request) }, lang));
  };
  const forbid = (reply: FastifyReply, by: By, hasRole: boolean): FastifyReply =>
    html(reply.code(403), forbiddenPage({ by: by === 'anyone' ? [] : by, isElsewhere: hasRole }, lang));

  app.addHook('preHandler', async (request, reply) => {
    if (request.is404) return;
    const by: By = request.routeOptions.config.by ?? [];
    if (by !== 'anyone') {
      const actor = who.sessionOf(request)?.actor;
      if (!actor) return signInFirst(request, reply);
      if (!maySay(by, actor)) return forbid(reply, by, false);
      // Roles of the development sign-in hold everywhere: nothing need be looked up.
      const forumId = actor.forumIds ? await forumOf(request) : undefined;
      if (forumId === UNKNOWN)
        return (request.query as { readonly sent?: string }).sent === undefined
          ? html(reply.code(404), notFoundPage(lang))
          : html(reply.code(202), receivedPage(lang));
      if (!maySay(by, actor, forumId)) return forbid(reply, by, true);
    }
    if (request.method === 'POST' && isFromElsewhere(request)) {
      const typed: Typed = typedOf(request);
      return html(reply.code(403), elsewherePage({ address: request.url, typed }, lang));
    }
  });
};
