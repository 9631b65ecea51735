import { randomUUID } from 'node:crypto';
import {
  type Actor,
  ProcessCounts,
  ProcessKind,
  Reconcile,
  RepairProcess,
  ServiceName,
} from '@madang/contracts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { v5 as uuidv5 } from 'uuid';
import { z } from 'zod';
import { type ConsoleChosen, consolePage } from '../../pages/console/console-page.tsx';
import { parkedPage } from '../../pages/console/parked.tsx';
import type { Lang } from '../../pages/messages/say.ts';
import { awayPage, notFoundPage } from '../../pages/not-found-page.tsx';
import type { ForumNamed } from '../../queries/console.ts';
import { parkedIn, replayLogged } from '../repair-log.ts';
import { only } from '../rights/by.ts';
import { isFromElsewhere } from '../who.ts';
import { consoleProcessRoutes } from './console-process.ts';
import { lookAtSystem } from './look-at-system.ts';
import { type Seen, seeProcesses } from './seen-processes.ts';
import type { SiteDeps } from './site-deps.ts';
import { FormId } from './taking-forms.ts';

const Room = z.enum([...ServiceName.options, 'portal']);
const Reason = z.string().trim().min(1).max(60).catch('not-given');
const Body = z.object({
  id: FormId.catch(() => randomUUID()),
  forum: FormId.optional().catch(undefined),
  process: z.string().max(200).catch(''),
  repair: z.enum(['look-again', 'skip-wait', 'restart-from-facts']).catch('look-again'),
  reason: Reason,
  room: Room.catch('people'),
  aggregate: z.string().max(120).catch(''),
  /** Where the form stood: what was chosen there, or a page of the console. */
  back: z
    .string()
    .max(5_000)
    .regex(/^(\?|\/console\/process\?)[^\r\n]*$/)
    .catch(''),
});
const Asked = z.object({
  forum: FormId.or(z.literal('')).catch(''),
  show: z.enum(['stuck', 'overdue', '']).catch(''),
  process: ProcessKind.or(z.literal('')).catch(''),
  cursor: z.string().max(4_000).catch(''),
  repaired: z.string().optional().catch(undefined),
});
const AskedParked = z.object({ room: Room.catch('people'), cursor: z.string().max(60).catch('') });
const PATIENCE = 4_500;
/** An owner is asked, a process ended and begun: as long as somebody waits for a page. */
const PATIENCE_TO_REPAIR = 10_000;
const PAGE = 25;
const isOne = (actor: Actor, ...roles: readonly string[]): boolean =>
  actor.roles.some((role) => roles.includes(role));

/** Every process, how the system is, and the repairs of both; for operators. */
export const consoleRoutes = (app: FastifyInstance, lang: Lang, deps: SiteDeps): void => {
  const { asker, actorOf, site, temporalUi } = deps;
  const html = (reply: FastifyReply, text: string): FastifyReply =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(text);

  /** What is overdue the read model knows, everything else the workflows. */
  const list = async (
    actor: Actor,
    { forum, show, process, cursor }: ConsoleChosen,
    forums: readonly ForumNamed[],
  ): Promise<Seen | undefined> => {
    const from = cursor ? { cursor } : {};
    if (show === 'overdue') {
      const isOfOther = process !== '' && process !== 'obligation';
      const late = isOfOther
        ? { ids: [], next: null }
        : await site.console.lateDuties(forum || undefined, cursor || undefined, PAGE);
      if (late.ids.length === 0) return { processes: [], next: null, temporal: undefined };
      const processIds = late.ids.map((id) => `obligation/${id}`);
      const seen = await seeProcesses(deps, actor, { processIds }, forums);
      return seen && { ...seen, next: late.next };
    }
    return seeProcesses(
      deps,
      actor,
      {
        ...{ ...(forum ? { forumId: forum } : {}), limit: PAGE, ...from },
        ...(process ? { process: process as ProcessKind } : {}),
        ...(show === 'stuck' ? { show: 'trouble' as const } : {}),
      },
      forums,
    );
  };
  const countsFor = async (actor: Actor, forum: string) => {
    const body = forum ? { forumId: forum } : {};
    const answer = await asker.query({ type: ProcessCounts.type, actor, after: {}, body }, PATIENCE);
    return answer.status === 200 ? ProcessCounts.result.parse(answer.result) : undefined;
  };

  app.get('/console', only('operator', 'secretariat'), async (request, reply) => {
    const actor = actorOf(request);
    const { repaired, ...chosen } = Asked.parse(request.query);
    const isOperator = isOne(actor, 'operator', 'secretariat');
    const forums = isOperator ? await site.console.forums() : [];
    const [seen, counts, system] = await Promise.all([
      isOperator ? list(actor, chosen, forums) : undefined,
      isOperator ? countsFor(actor, chosen.forum) : undefined,
      isOne(actor, 'operator') ? lookAtSystem(deps, actor) : undefined,
    ]);
    const view = {
      ...{ isOperator, mayRepair: isOne(actor, 'operator'), forums, counts, chosen, system },
      ...{ processes: seen?.processes, next: seen?.next ?? null },
      temporal: seen?.temporal ?? (temporalUi ? { url: temporalUi, namespace: 'default' } : undefined),
      ...{ repairId: randomUUID(), isRepaired: repaired !== undefined },
    };
    return html(reply, consolePage(view, lang));
  });
  app.get('/console/parked', async (request, reply) => {
    const actor = actorOf(request);
    if (!isOne(actor, 'operator')) return html(reply.code(404), notFoundPage(lang));
    const { room, cursor } = AskedParked.parse(request.query);
    const found = await parkedIn(deps, actor, room, cursor || undefined);
    const zone = (await site.console.forums())[0]?.zone ?? 'UTC';
    const parked = found?.parked.map((one) => ({ ...one, room }));
    const view = { room, zone, parked, next: found?.next ?? null, cursor, formId: randomUUID() };
    return html(reply, parkedPage(view, lang));
  });
  consoleProcessRoutes(app, lang, deps);

  const done = (reply: FastifyReply, status: number, back = ''): FastifyReply => {
    const to = back.startsWith('/') ? back : `/console${back}`;
    if (status === 200) return reply.redirect(`/${lang}${to}${to.includes('?') ? '&' : '?'}repaired=1`, 303);
    const page = status === 503 ? awayPage(lang) : notFoundPage(lang);
    return html(reply.code(status), page);
  };
  app.post('/console/repair', async (request, reply) => {
    if (isFromElsewhere(request)) return html(reply.code(403), notFoundPage(lang));
    const { id, forum, process, repair, reason, back } = Body.parse(request.body ?? {});
    // One form's name stands on every row: what is repaired is part of what names the repair.
    const repairId = uuidv5(`${process}/${repair}`, id);
    const body = {
      ...{ processId: process, repair, reasonCode: reason, repairId },
      ...(forum ? { forumId: forum } : {}),
    };
    const asked = { type: RepairProcess.type, actor: actorOf(request), after: {}, body };
    return done(reply, (await asker.query(asked, PATIENCE_TO_REPAIR)).status, back);
  });
  app.post('/console/reconcile', async (request, reply) => {
    if (isFromElsewhere(request)) return html(reply.code(403), notFoundPage(lang));
    const { id, reason } = Body.parse(request.body ?? {});
    const body = { reasonCode: reason, repairId: uuidv5('reconcile', id) };
    const asked = { type: Reconcile.type, actor: actorOf(request), after: {}, body };
    return done(reply, (await asker.query(asked, PATIENCE_TO_REPAIR)).status);
  });
  app.post('/console/replay', async (request, reply) => {
    if (isFromElsewhere(request)) return html(reply.code(403), notFoundPage(lang));
    const actor = actorOf(request);
    if (!isOne(actor, 'operator')) return html(reply.code(403), notFoundPage(lang));
    const { id, room, aggregate, reason } = Body.parse(request.body ?? {});
    const repairId = uuidv5(`replay/${room}/${aggregate}`, id);
    const wish = { room, aggregate, reasonCode: reason, repairId };
    return done(reply, (await replayLogged(deps, actor, wish)).status);
  });
};
