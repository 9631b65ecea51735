import { randomUUID } from 'node:crypto';
import { dayOf } from '@madang/calendar';
import {
  AskExtension,
  type Command,
  DelegateObligation,
  DeliveriesOf,
  DischargeObligation,
  Verdict,
} from '@madang/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { dutyPage } from '../../pages/duty-page.tsx';
import { type Lang, saying } from '../../pages/messages/say.ts';
import { notFoundPage } from '../../pages/not-found-page.tsx';
import type { DutyFound } from '../../queries/institution.ts';
import { anyone } from '../rights/by.ts';
import { isFromElsewhere } from '../who.ts';
import { commitmentsOf } from './commitments-of.ts';
import { dutyPass } from './duty-pass.ts';
import { reportRoutes, type ShowDuty } from './reports.ts';
import type { SiteDeps } from './site-deps.ts';
import { FormId, takingForms, thingOf } from './taking-forms.ts';

const html = (reply: FastifyReply, text: string): FastifyReply =>
  reply.type('text/html; charset=utf-8').send(text);
const Text = z.string().max(100_000).catch('').default('');
const Body = z.object({
  id: FormId.catch(() => randomUUID()),
  verdict: Verdict.catch('done'),
  note: Text,
  reason: Text,
  until: z.iso.date().catch(''),
  to: FormId.catch(''),
});
type Body = z.infer<typeof Body>;

const text = (lang: Lang, said: string) => ({ lang, text: said.trim() });
const idIn = (request: FastifyRequest): string =>
  FormId.catch('').parse((request.params as { readonly id?: string }).id);

/** One duty, and the forms that discharge, extend or delegate it or report progress, on the same page. */
export const dutyRoutes = (app: FastifyInstance, lang: Lang, deps: SiteDeps): void => {
  const { asker, site } = deps;
  const say = saying(lang);
  const pass = dutyPass(deps);

  const show: ShowDuty = async (
    request,
    reply,
    duty,
    { status = 200, wrong = null, typed = {}, rows } = {},
  ) => {
    const forum = duty && (await site.forumAt(duty.forumId));
    if (!duty || !forum) return html(reply.code(404), notFoundPage(lang));
    const commitments = [];
    for (const id of await commitmentsOf(site, duty, 50)) {
      const found = await site.commitment(id, dayOf(forum.now, forum.zone));
      if (found) commitments.push(found);
    }
    const { actor, isYours } = await pass.actorFor(request, reply, duty);
    const mayKnow = isYours || actor.roles.some((role) => role === 'secretariat' || role === 'operator');
    const told = mayKnow
      ? await asker.query({ type: DeliveriesOf.type, actor, body: { obligationId: duty.id } }, 2_000)
      : undefined;
    const deliveries = told?.status === 200 ? DeliveriesOf.result.parse(told.result) : undefined;
    const institutions = await site.institutions();
    const isDone = (request.query as { readonly done?: string }).done !== undefined;
    const formId = randomUUID();
    const view = {
      duty,
      forum,
      isYours,
      commitments,
      institutions,
      formId,
      wrong,
      typed,
      isDone,
      deliveries,
    };
    return html(reply.code(status), dutyPage({ ...view, rows: rows ?? new Map() }, lang));
  };
  app.get('/duties/:id', anyone, async (request, reply) =>
    show(request, reply, await site.duty(idIn(request))),
  );

  type Asked = (duty: DutyFound, body: Body) => readonly [Command, object];
  const act = (what: string, asked: Asked): void => {
    app.post(`/duties/:id/${what}`, anyone, async (request, reply) => {
      const duty = await site.duty(idIn(request));
      if (!duty) return html(reply.code(404), notFoundPage(lang));
      if (isFromElsewhere(request))
        return show(request, reply, duty, { status: 403, wrong: say('error.elsewhere') });
      const body = Body.parse(request.body ?? {});
      const [command, content] = asked(duty, body);
      const { actor } = await pass.actorFor(request, reply, duty);
      const { take } = takingForms(lang, { ...deps, actorOf: () => actor });
      const { status, errors } = await take(
        request,
        reply,
        command,
        thingOf({ id: `${body.id}/${what}` }),
        { forumId: duty.forumId, ...content } as never,
        {
          note: say('duty.note'),
          until: say('duty.extend.until'),
          reason: say('duty.reason'),
        },
      );
      if (status !== 200)
        return show(request, reply, duty, {
          ...{ status, wrong: errors[0]?.message ?? '', typed: { what, ...body } },
        });
      const isSignedIn = deps.actorOf(request).institutionId === actor.institutionId;
      const to = isSignedIn ? 'inbox' : `duties/${duty.id}`;
      return reply.redirect(`/${lang}/${to}?done=1`, 303);
    });
  };
  act('discharge', ({ id }, { verdict, note }) => [
    DischargeObligation,
    { obligationId: id, verdict, ...(note.trim() ? { note: text(lang, note) } : {}) },
  ]);
  act('extend', ({ id }, body) => [
    AskExtension,
    { obligationId: id, extensionId: thingOf(body), until: body.until, reason: text(lang, body.reason) },
  ]);
  act('delegate', ({ id }, { to, reason }) => [
    DelegateObligation,
    { obligationId: id, toInstitutionId: to, reason: text(lang, reason) },
  ]);
  reportRoutes(app, lang, deps, { pass, show });
};
