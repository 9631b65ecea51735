import type { FastifyReply, FastifyRequest } from 'fastify';
import { waitPage } from '../../pages/gate-pages.tsx';
import { sendProblem } from '../api/problem.ts';
import { isPage } from '../rights/by.ts';
import { typedOf } from '../rights/typed-of.ts';

/** Too much at once: a page for who sent a form, with what was typed where it was read; a problem for everybody else. */
export const sendTooMany = (request: FastifyRequest, reply: FastifyReply, seconds: number): FastifyReply => {
  reply.code(429).header('retry-after', seconds);
  const { url = '' } = request.routeOptions;
  // The way to the provider and back has no language of its own, and is gone by people.
  if (!isPage(request) && !url.startsWith('/sign-in/'))
    return sendProblem(reply, 429, {
      code: 'too-many-requests',
      remedy: 'Wait a minute, then send it again: it counts once.',
    });
  const typed = typedOf(request);
  const isKept = Object.keys(typed).length > 0;
  const asked = (request.query as { readonly lang?: string }).lang;
  const lang = url.startsWith('/en') || asked === 'en' ? 'en' : 'ko';
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(waitPage({ seconds, isKept, typed, address: request.url }, lang));
};
