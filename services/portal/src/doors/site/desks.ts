import { randomUUID } from 'node:crypto';
import {
  type Actor,
  AskExtension,
  type Command,
  Completion,
  DelegateObligation,
  DischargeObligation,
  ProcessesOf,
  RepairProcess,
  ReportProgress,
  Verdict,
  type Whereabouts,
} from '@madang/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { consolePage } from '../../pages/console-page.tsx';
import { dutyPage } from '../../pages/duty-page.tsx';
import { inboxPage } from '../../pages/inbox-page.tsx';
import { type Lang, saying } from '../../pages/messages/say.ts';
import { notFoundPage } from '../../pages/not-found-page.tsx';
import { signInPage } from '../../pages/sign-in-page.tsx';
import type { DutyFound } from '../../queries/institution.ts';
import { isFromElsewhere } from '../who.ts';
import type { SiteDeps } from './site-deps.ts';
import { FormId, takingForms, thingOf } from './taking-forms.ts';

const html = (reply: FastifyReply, text: string): FastifyReply =>
  reply.type('text/html; charset=utf-8').send(text);
const Text = z.string().max(100_000).catch('').default('');
const Body = z.object({
  id: FormId.catch(() => randomUUID()),
  role: z.enum(['ministry', 'secretariat', 'operator', 'co-chair', 'member']).catch('member'),
  institution: FormId.optional().catch(undefined),
  verdict: Verdict.catch('done'),
  completion: Completion.catch('no-evidence-available'),
  commitment: FormId.catch(''),
  milestone: FormId.catch(''),
  note: Text,
  reason: Text,
  progress: Text,
  challenges: Text,
  until: z.iso.date().catch(''),
  to: FormId.catch(''),
  process: z.string().max(200).catch(''),
  repair: z.enum(['look-again', 'skip-wait', 'restart-from-facts']).catch('look-again'),
});
type Body = z.infer<typeof Body>;

const text = (lang: Lang, said: string) => ({ lang, text: said.trim() });
const idIn = (request: FastifyRequest): string =>
  FormId.catch('').parse((request.params as { readonly id?: string }).id);

/** The development sign-in as a page. */
const signInRoutes = (app: FastifyInstance, lang: Lang, { who, site }: SiteDeps): void => {
  app.get('/sign-in', async (_request, reply) => html(reply, signInPage(await site.institutions(), lang)));
  app.post('/sign-in', async (request, reply) => {
    if (isFromElsewhere(request)) return html(reply.code(403), notFoundPage(lang));
    const { role, institution } = Body.parse(request.body ?? {});
    const actor: Actor = {
      id: randomUUID(),
      roles: [role],
      ...(institution ? { institutionId: institution } : {}),
    };
    who.signIn(request, reply, actor);
    return reply.redirect(`/${lang}/${role === 'operator' ? 'console' : 'inbox'}`, 303);
  });
};

/** What an institution owes, and the forms on the same page. */
const inboxRoutes = (app: FastifyInstance, lang: Lang, deps: SiteDeps): void => {
  const { site, actorOf } = deps;
  const say = saying(lang);
  const { take } = takingForms(lang, deps);

  app.get('/inbox', async (request, reply) => {
    const { institutionId } = actorOf(request);
    const page = institutionId ? await site.institution(institutionId) : undefined;
    const owed = [];
    for (const one of page?.owed ?? []) {
      const duty = await site.duty(one.id);
      if (!duty) continue;
      const about = [];
      for (const id of duty.commitmentIds.slice(0, 5)) {
        const commitment = await site.commitmentName(id);
        if (commitment) about.push({ id, name: commitment });
      }
      owed.push({ ...duty, about });
    }
    const institution = page ? { id: page.id, name: page.name } : undefined;
    const isDone = (request.query as { readonly done?: string }).done !== undefined;
    return html(reply, inboxPage({ institution, owed, isDone }, lang));
  });

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    duty: DutyFound | undefined,
    status = 200,
    wrong: string | null = null,
  ): Promise<FastifyReply> => {
    if (!duty) return html(reply.code(404), notFoundPage(lang));
    const commitments = [];
    for (const id of duty.commitmentIds.slice(0, 30)) {
      const found = await site.commitment(id, new Date().toISOString().slice(0, 10));
      if (found) commitments.push(found);
    }
    const { institutionId } = actorOf(request);
    const isYours = institutionId === duty.actingInstitutionId || institutionId === duty.institutionId;
    const institutions = await site.institutions();
    return html(
      reply.code(status),
      dutyPage({ duty, isYours, commitments, institutions, formId: randomUUID(), wrong }, lang),
    );
  };
  app.get('/duties/:id', async (request, reply) => show(request, reply, await site.duty(idIn(request))));

  type Asked = (duty: DutyFound, body: Body) => readonly [Command, object];
  const act = (what: string, asked: Asked, then: (duty: DutyFound) => string): void => {
    app.post(`/duties/:id/${what}`, async (request, reply) => {
      const duty = await site.duty(idIn(request));
      if (!duty) return html(reply.code(404), notFoundPage(lang));
      if (isFromElsewhere(request)) return show(request, reply, duty, 403, say('error.elsewhere'));
      const body = Body.parse(request.body ?? {});
      const [command, content] = asked(duty, body);
      const { status, errors } = await take(
        request,
        reply,
        command,
        thingOf({ id: `${body.id}/${what}/${body.milestone}` }),
        { forumId: duty.forumId, ...content } as never,
        {
          progress: say('duty.report.progress'),
          challenges: say('duty.report.challenges'),
          reason: say('duty.reason'),
        },
      );
      if (status !== 200) return show(request, reply, duty, status, errors[0]?.message ?? '');
      return reply.redirect(then(duty), 303);
    });
  };
  const toInbox = (): string => `/${lang}/inbox?done=1`;
  act(
    'discharge',
    ({ id }, { verdict, note }) => [
      DischargeObligation,
      { obligationId: id, verdict, ...(note.trim() ? { note: text(lang, note) } : {}) },
    ],
    toInbox,
  );
  act(
    'extend',
    ({ id }, body) => [
      AskExtension,
      { obligationId: id, extensionId: thingOf(body), until: body.until, reason: text(lang, body.reason) },
    ],
    toInbox,
  );
  act(
    'delegate',
    ({ id }, { to, reason }) => [
      DelegateObligation,
      { obligationId: id, toInstitutionId: to, reason: text(lang, reason) },
    ],
    toInbox,
  );
  act(
    'report',
    ({ windowId }, { commitment, milestone, completion, progress, challenges }) => [
      ReportProgress,
      {
        ...{ windowId, commitmentId: commitment, milestoneId: milestone, completion, evidence: [] },
        progress: text(lang, progress),
        ...(challenges.trim() ? { challenges: text(lang, challenges) } : {}),
      },
    ],
    ({ id }) => `/${lang}/duties/${id}`,
  );
};

/** Every process, for operators. */
const consoleRoutes = (app: FastifyInstance, lang: Lang, { asker, actorOf, standing }: SiteDeps): void => {
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

/** Pages of those who sign in: ministries and operators. */
export const deskRoutes = (app: FastifyInstance, lang: Lang, deps: SiteDeps): void => {
  signInRoutes(app, lang, deps);
  inboxRoutes(app, lang, deps);
  consoleRoutes(app, lang, deps);
  app.post('/sign-out', async (request, reply) => {
    if (!isFromElsewhere(request)) deps.who.signOut(reply);
    return reply.redirect(`/${lang}`, 303);
  });
};
