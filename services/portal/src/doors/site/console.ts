import { randomUUID } from 'node:crypto';
import {
  operationContracts,
  ProcessesOf,
  PURPOSE_NAMESPACE,
  RecordRepair,
  RepairProcess,
  ServiceName,
  type Whereabouts,
} from '@madang/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { v5 as uuidv5 } from 'uuid';
import { z } from 'zod';
import { consolePage } from '../../pages/console/console-page.tsx';
import type { SeenProcess } from '../../pages/console/processes.tsx';
import type { Lang } from '../../pages/messages/say.ts';
import { awayPage, notFoundPage } from '../../pages/not-found-page.tsx';
import { only } from '../rights/by.ts';
import { isFromElsewhere } from '../who.ts';
import { lookAtSystem } from './look-at-system.ts';
import type { SiteDeps } from './site-deps.ts';
import { FormId } from './taking-forms.ts';

const Body = z.object({
  id: FormId.catch(() => randomUUID()),
  forum: FormId.optional().catch(undefined),
  process: z.string().max(200).catch(''),
  repair: z.enum(['look-again', 'skip-wait', 'restart-from-facts']).catch('look-again'),
  reason: z.string().trim().max(100_000).catch('').default(''),
  room: ServiceName.catch('people'),
  aggregate: z.string().max(120).catch(''),
});
const Asked = z.object({ show: z.string().max(40).catch(''), process: z.string().max(40).catch('') });
const PATIENCE = 4_500;

/** Every process, how the system is, and the repairs of both; for operators. */
export const consoleRoutes = (app: FastifyInstance, lang: Lang, deps: SiteDeps): void => {
  const { asker, actorOf, standing, site, temporalUi } = deps;
  const html = (reply: FastifyReply, text: string): FastifyReply =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(text);

  const seen = async (
    forumId: string,
    processes: readonly Whereabouts[],
  ): Promise<readonly SeenProcess[]> => {
    const late = await site.lateDuties(forumId);
    const now = (await site.forumAt(forumId))?.now ?? new Date().toISOString();
    return processes.map((one) => ({
      ...one,
      isOverdue: late.has(one.processId.split('/').at(-1) ?? ''),
      isStuck: one.until !== null && one.until < now,
    }));
  };
  const processesOf = async (request: FastifyRequest, forumId: string, chosen: z.infer<typeof Asked>) => {
    const asked = { type: ProcessesOf.type, actor: actorOf(request), after: {}, body: { forumId } };
    const answer = await asker.query(asked, PATIENCE);
    if (answer.status !== 200) return undefined;
    const all = await seen(forumId, ProcessesOf.result.parse(answer.result).processes);
    return all.filter(
      (one) =>
        (chosen.process === '' || one.process === chosen.process) &&
        (chosen.show !== 'overdue' || one.isOverdue) &&
        (chosen.show !== 'stuck' || one.isStuck),
    );
  };

  app.get('/console', only('operator', 'secretariat'), async (request, reply) => {
    const actor = actorOf(request);
    const chosen = Asked.parse(request.query);
    const isOperator = actor.roles.some((role) => role === 'operator' || role === 'secretariat');
    const forums = [];
    if (isOperator)
      for (const { id, name } of (await standing()).forums) {
        const zone = (await site.forumAt(id))?.zone ?? 'UTC';
        forums.push({ id, name, zone, processes: await processesOf(request, id, chosen) });
      }
    const system = actor.roles.includes('operator') ? await lookAtSystem(deps, actor) : undefined;
    const isRepaired = (request.query as { readonly repaired?: string }).repaired !== undefined;
    const view = { isOperator, forums, chosen, system, temporalUi, repairId: randomUUID(), isRepaired };
    return html(reply, consolePage(view, lang));
  });

  const done = (reply: FastifyReply, status: number): FastifyReply => {
    if (status === 200) return reply.redirect(`/${lang}/console?repaired=1`, 303);
    const page = status === 503 ? awayPage(lang) : notFoundPage(lang);
    return html(reply.code(status), page);
  };
  app.post('/console/repair', async (request, reply) => {
    if (isFromElsewhere(request)) return html(reply.code(403), notFoundPage(lang));
    const { id, forum, process, repair, reason } = Body.parse(request.body ?? {});
    const body = {
      ...{ processId: process, repair, reasonCode: reason.slice(0, 60), repairId: id },
      ...(forum ? { forumId: forum } : {}),
    };
    const asked = { type: RepairProcess.type, actor: actorOf(request), after: {}, body };
    return done(reply, (await asker.query(asked, PATIENCE)).status);
  });
  app.post('/console/replay', async (request, reply) => {
    if (isFromElsewhere(request)) return html(reply.code(403), notFoundPage(lang));
    const { id, forum = '', room, aggregate } = Body.parse(request.body ?? {});
    const actor = actorOf(request);
    // One form shows every parked fact: what is repaired is part of what names the repair.
    const repairId = uuidv5(`replay/${id}/${room}/${aggregate}`, PURPOSE_NAMESPACE);
    const told = await asker.command(
      {
        ...{ id: repairId, type: RecordRepair.type, actor, forumId: forum, correlationId: repairId },
        body: {
          ...{ forumId: forum, repairId, processId: `${room}/${aggregate}` },
          ...{ repair: 'replay-parked', reasonCode: 'replayed' },
        },
      },
      PATIENCE,
    );
    if (told.status !== 200) return done(reply, told.status);
    const { ReplayParked } = operationContracts(room);
    const replayed = await asker.query({ type: ReplayParked.type, actor, body: { aggregate } }, PATIENCE);
    return done(reply, replayed.status);
  });
};
