import { randomUUID } from 'node:crypto';
import {
  type Command,
  DelegateObligation,
  ExtendObligation,
  RemindObligation,
  type Repair,
  RepairsOf,
} from '@madang/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { TypedRepair } from '../../pages/console/duty-repairs.tsx';
import { processPage } from '../../pages/console/process-page.tsx';
import { type Lang, saying } from '../../pages/messages/say.ts';
import { awayPage, notFoundPage } from '../../pages/not-found-page.tsx';
import type { DutyFound } from '../../queries/institution.ts';
import { logRepair } from '../repair-log.ts';
import { isFromElsewhere } from '../who.ts';
import { seeProcesses } from './seen-processes.ts';
import type { SiteDeps } from './site-deps.ts';
import { FormId, takingForms, thingOf } from './taking-forms.ts';

const Asked = z.object({
  id: z.string().max(200).catch(''),
  repaired: z.string().optional().catch(undefined),
});
const Body = z.object({
  id: FormId.catch(() => randomUUID()),
  code: z.string().trim().max(60).catch('').default(''),
  until: z.string().max(20).catch('').default(''),
  to: z.string().max(60).catch('').default(''),
  reason: z.string().trim().max(10_000).catch('').default(''),
});
type Body = z.infer<typeof Body>;
type Again = { readonly status: number; readonly wrong: string; readonly typed: TypedRepair };
const OwedId = z.object({ id: FormId });

/** One process of the console, and what an operator may do to the duty it is about. */
export const consoleProcessRoutes = (app: FastifyInstance, lang: Lang, deps: SiteDeps): void => {
  const { asker, actorOf, site } = deps;
  const say = saying(lang);
  const { take } = takingForms(lang, deps);
  const html = (reply: FastifyReply, text: string): FastifyReply =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(text);

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    processId: string,
    again?: Again,
  ): Promise<FastifyReply> => {
    const actor = actorOf(request);
    if (!actor.roles.some((role) => role === 'operator' || role === 'secretariat'))
      return html(reply.code(404), notFoundPage(lang));
    const forums = await site.console.forums();
    const seen = await seeProcesses(deps, actor, { processIds: [processId] }, forums);
    if (!seen) return html(reply.code(503).header('retry-after', '2'), awayPage(lang));
    const [one] = seen.processes;
    if (!one) return html(reply.code(404), notFoundPage(lang));
    const owed = OwedId.safeParse({ id: processId.replace(/^obligation\//, '') });
    const duty = owed.success && one.process === 'obligation' ? await site.duty(owed.data.id) : undefined;
    const log = await asker.query({ type: RepairsOf.type, actor, body: { limit: 200 } }, 2_000);
    const repairs = log.status === 200 ? RepairsOf.result.parse(log.result).repairs : undefined;
    const view = {
      ...{ one, duty, temporal: seen.temporal, formId: randomUUID() },
      institutions: duty ? await site.institutions(duty.forumId) : [],
      repairs: repairs?.filter((each) => each.processId === processId),
      mayRepair: actor.roles.includes('operator'),
      isRepaired: again === undefined && Asked.parse(request.query).repaired !== undefined,
      ...{ wrong: again?.wrong, typed: again?.typed },
    };
    return html(reply.code(again?.status ?? 200), processPage(view, lang));
  };
  app.get('/console/process', (request, reply) => show(request, reply, Asked.parse(request.query).id));

  type Of = (duty: DutyFound, body: Body, thing: string) => readonly [Command, object];
  /** Written down first, then asked of the ministries in the operator's name. */
  const repairing = (
    what: Repair & ('remind' | 'extend' | 'reassign'),
    needsWords: boolean,
    of: Of,
  ): void => {
    app.post(`/console/duties/:id/${what}`, async (request, reply) => {
      const owed = OwedId.safeParse(request.params);
      const duty = owed.success ? await site.duty(owed.data.id) : undefined;
      const actor = actorOf(request, reply);
      if (!duty) return html(reply.code(404), notFoundPage(lang));
      if (isFromElsewhere(request) || !actor.roles.includes('operator'))
        return html(reply.code(403), notFoundPage(lang));
      const body = Body.parse(request.body ?? {});
      const processId = `obligation/${duty.id}`;
      const again = (status: number, wrong: string): Promise<FastifyReply> =>
        show(request, reply, processId, { status, wrong, typed: { what, ...body } });
      const missing = [
        ...(what === 'extend' && !/^\d{4}-\d\d-\d\d$/.test(body.until)
          ? ['console.repair.extend.until' as const]
          : []),
        ...(needsWords && body.reason === '' ? ['console.repair.words' as const] : []),
        ...(body.code === '' ? ['console.repair.reason' as const] : []),
      ][0];
      if (missing) return again(400, say('error.missing', { field: say(missing) }));
      // Known to be refused: it is no repair, and nothing is written down.
      if (what === 'extend' && body.until <= duty.dueOn)
        return again(400, say('error.invalid', { field: say('console.repair.extend.until') }));
      const thing = thingOf({ id: `${body.id}/${what}/${duty.id}` });
      const about = {
        repairId: thing,
        forumId: duty.forumId,
        processId,
        repair: what,
        reasonCode: body.code,
      };
      const told = await logRepair(asker, actor, about);
      if (told.status !== 200)
        return again(told.status, say(told.status === 503 ? 'error.away' : 'console.refused'));
      const [command, content] = of(duty, body, thing);
      const { status, errors } = await take(
        ...([request, reply, command, thing, { forumId: duty.forumId, ...content }] as const),
        { dueOn: say('console.repair.extend.until'), reason: say('console.repair.words') },
      );
      if (status !== 200) return again(status, errors[0]?.message ?? say('console.refused'));
      return reply.redirect(`/${lang}/console/process?id=${encodeURIComponent(processId)}&repaired=1`, 303);
    });
  };
  repairing('remind', false, ({ id }, _body, thing) => [
    RemindObligation,
    { obligationId: id, reminderId: thing },
  ]);
  repairing('extend', true, ({ id }, { until, reason }, thing) => [
    ExtendObligation,
    { obligationId: id, extensionId: thing, dueOn: until, reason: { lang, text: reason } },
  ]);
  repairing('reassign', true, ({ id }, { to, reason }) => [
    DelegateObligation,
    { obligationId: id, toInstitutionId: to, reason: { lang, text: reason } },
  ]);
};
