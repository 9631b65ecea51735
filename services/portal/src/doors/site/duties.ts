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
import { MOST_BYTES } from '../evidence-store.ts';
import { anyone } from '../rights/by.ts';
import { isFromElsewhere } from '../who.ts';
import { dutyGround } from './duty-ground.ts';
import { dutyPass } from './duty-pass.ts';
import { readForm } from './read-form.ts';
import { reportRoutes, type ShowDuty } from './reports.ts';
import { sentEvidence } from './sent-evidence.ts';
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
    { status = 200, wrong = null, typed = {}, kept = [], rows } = {},
  ) => {
    const forum = duty && (await site.forumAt(duty.forumId));
    if (!duty || !forum) return html(reply.code(404), notFoundPage(lang));
    const { actor, isYours } = await pass.actorFor(request, reply, duty);
    const isSecretariat = actor.roles.includes('secretariat');
    const mayKnow = isYours || isSecretariat || actor.roles.includes('operator');
    const told = mayKnow
      ? await asker.query({ type: DeliveriesOf.type, actor, body: { obligationId: duty.id } }, 2_000)
      : undefined;
    const deliveries = told?.status === 200 ? DeliveriesOf.result.parse(told.result) : undefined;
    const institutions = await site.institutions(duty.forumId);
    const ground = await dutyGround(deps, actor, duty, { lang, today: dayOf(forum.now, forum.zone) });
    const isDone = (request.query as { readonly done?: string }).done !== undefined;
    const formId = randomUUID();
    const view = {
      duty,
      forum,
      isYours,
      isSecretariat,
      institutions,
      formId,
      wrong,
      typed,
      isDone,
      deliveries,
    };
    return html(reply.code(status), dutyPage({ ...view, ...ground, kept, rows: rows ?? new Map() }, lang));
  };
  app.get('/duties/:id', anyone, async (request, reply) =>
    show(request, reply, await site.duty(idIn(request))),
  );

  type Asked = (duty: DutyFound, body: Body, evidence: readonly object[]) => readonly [Command, object];
  const act = (what: string, asked: Asked): void => {
    const rights = { ...anyone, bodyLimit: 10 * MOST_BYTES };
    app.post(`/duties/:id/${what}`, rights, async (request, reply) => {
      const duty = await site.duty(idIn(request));
      if (!duty) return html(reply.code(404), notFoundPage(lang));
      if (isFromElsewhere(request))
        return show(request, reply, duty, { status: 403, wrong: say('error.elsewhere') });
      const { actor, isYours } = await pass.actorFor(request, reply, duty);
      const form = await readForm(request, deps.evidence, isYours);
      const body = Body.parse(Object.fromEntries(form.names.map((name) => [name, form.typed(name)])));
      const sent = sentEvidence(form, 'evidence', say);
      const again = (status: number, wrong: string) =>
        show(request, reply, duty, {
          ...{ status, wrong, typed: { what, ...body, evidence: sent.link }, kept: sent.kept },
        });
      if (sent.wrong.length > 0) return again(400, sent.wrong.join(' '));
      const [command, content] = asked(duty, body, sent.evidence);
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
      if (status !== 200) return again(status, errors[0]?.message ?? '');
      const isSignedIn = deps.actorOf(request).institutionId === actor.institutionId;
      const to = isSignedIn ? 'inbox' : `duties/${duty.id}`;
      return reply.redirect(`/${lang}/${to}?done=1`, 303);
    });
  };
  act('discharge', ({ id }, { verdict, note }, evidence) => [
    DischargeObligation,
    { obligationId: id, verdict, evidence, ...(note.trim() ? { note: text(lang, note) } : {}) },
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
