import { randomUUID } from 'node:crypto';
import { ProcessesOf, RepairProcess, type Whereabouts } from '@madang/contracts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { consolePage } from '../../pages/console-page.tsx';
import type { Lang } from '../../pages/messages/say.ts';
import { notFoundPage } from '../../pages/not-found-page.tsx';
import { isFromElsewhere } from '../who.ts';
import type { SiteDeps } from './site-deps.ts';
import { FormId } from './taking-forms.ts';

const html = (reply: FastifyReply, text: string): FastifyReply =>
  reply.type('text/html; charset=utf-8').send(text);
const Body = z.object({
  id: FormId.catch(() => randomUUID()),
  process: z.string().max(200).catch(''),
  repair: z.enum(['look-again', 'skip-wait', 'restart-from-facts']).catch('look-again'),
  reason: z.string().max(100_000).catch('').default(''),
});

/** Every process, for operators. */
export const consoleRoutes = (
  app: FastifyInstance,
  lang: Lang,
  { asker, actorOf, standing }: SiteDeps,
): void => {
  app.get('/console', async (request, reply) => {
    const actor = actorOf(request);
    const isOperator = actor.roles.some((role) => role === 'operator' || role === 'secretariat');
    const forums = [];
    if (isOperator)
      for (const { id, name } of (await standing()).forums) {
        const answer = await asker.query(
          { type: ProcessesOf.type, actor, after: {}, body: { forumId: id } },
          4_500,
        );
        const processes =
          answer.status === 200
            ? (answer.result as { readonly processes: readonly Whereabouts[] }).processes
            : undefined;
        forums.push({ id, name, processes });
      }
    const isRepaired = (request.query as { readonly repaired?: string }).repaired !== undefined;
    return html(reply, consolePage({ isOperator, forums, repairId: randomUUID(), isRepaired }, lang));
  });
  app.post('/console/repair', async (request, reply) => {
    if (isFromElsewhere(request)) return html(reply.code(403), notFoundPage(lang));
    const { id, process, repair, reason } = Body.parse(request.body ?? {});
    const body = { processId: process, repair, reasonCode: reason.slice(0, 60), repairId: id };
    const answer = await asker.query(
      { type: RepairProcess.type, actor: actorOf(request), after: {}, body },
      4_500,
    );
    if (answer.status !== 200) return html(reply.code(answer.status), notFoundPage(lang));
    return reply.redirect(`/${lang}/console?repaired=1`, 303);
  });
};
