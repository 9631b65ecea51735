import { randomUUID } from 'node:crypto';
import { CalendarLinkOf, DischargeObligation, LinkOf, Verdict } from '@madang/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type AnswerRow, inboxPage } from '../../pages/inbox-page.tsx';
import { type Lang, saying } from '../../pages/messages/say.ts';
import { notFoundPage } from '../../pages/not-found-page.tsx';
import type { DutyFound } from '../../queries/institution.ts';
import { anyone, only } from '../rights/by.ts';
import { isFromElsewhere } from '../who.ts';
import { commitmentsOf } from './commitments-of.ts';
import { dutiesCalendar } from './feeds.ts';
import type { SiteDeps } from './site-deps.ts';
import { FormId, takingForms, thingOf } from './taking-forms.ts';

const Fields = z.record(z.string(), z.string().max(100_000).catch('')).catch({});
const MOST_NAMED = 5;
type Shown = {
  readonly status: number;
  readonly wrong: string;
  readonly rows: ReadonlyMap<string, AnswerRow>;
};

/** Everything a ministry owes and leads, answers for many duties at once, and its private calendar. */
export const inboxRoutes = (app: FastifyInstance, lang: Lang, deps: SiteDeps): void => {
  const { asker, actorOf, site } = deps;
  const say = saying(lang);
  const { take } = takingForms(lang, deps);
  const html = (reply: FastifyReply, text: string): FastifyReply =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(text);

  const withNames = async (duty: DutyFound) => {
    const about = [];
    for (const id of await commitmentsOf(site, duty, MOST_NAMED)) {
      const name = await site.commitmentName(id);
      if (name) about.push({ id, name });
    }
    return { ...duty, about };
  };
  const owedBy = async (institutionId: string) => {
    const page = await site.institution(institutionId);
    const owed = [];
    for (const duty of page?.owed ?? []) owed.push(await withNames(duty));
    return page && { page, owed };
  };
  const calendarFor = async (request: FastifyRequest, forumId: string | undefined) => {
    const actor = actorOf(request);
    if (!forumId || !actor.institutionId) return undefined;
    const body = { forumId, institutionId: actor.institutionId };
    const answer = await asker.query({ type: CalendarLinkOf.type, actor, body });
    if (answer.status !== 200) return undefined;
    const { token } = CalendarLinkOf.result.parse(answer.result);
    return `${request.protocol}://${request.host}/${lang}/inbox/duties.ics?t=${token}`;
  };

  const show = async (request: FastifyRequest, reply: FastifyReply, shown?: Shown): Promise<FastifyReply> => {
    const { institutionId } = actorOf(request);
    const found = institutionId ? await owedBy(institutionId) : undefined;
    const owed = found?.owed ?? [];
    // What was taken meanwhile is owed no longer, and still says that it was.
    const taken = [];
    for (const [id, row] of shown?.rows ?? []) {
      const duty = row.isTaken && !owed.some((one) => one.id === id) ? await site.duty(id) : undefined;
      if (duty) taken.push(await withNames(duty));
    }
    const forumId = owed[0]?.forumId ?? (await deps.standing()).forums[0]?.id;
    const view = {
      institution: found ? { id: found.page.id, name: found.page.name } : undefined,
      ...{ owed: [...taken, ...owed], leads: found?.page.leads ?? [], formId: randomUUID() },
      ...{ rows: shown?.rows ?? new Map(), wrong: shown?.wrong ?? null },
      calendar: await calendarFor(request, forumId),
      isDone: (request.query as { readonly done?: string }).done !== undefined,
    };
    return html(reply.code(shown?.status ?? 200), inboxPage(view, lang));
  };
  app.get('/inbox', only('ministry'), (request, reply) => show(request, reply));

  app.post('/inbox', only('ministry'), async (request, reply) => {
    const fields = Fields.parse(request.body ?? {});
    const formId = FormId.catch(() => randomUUID()).parse(fields.id);
    const isElsewhere = isFromElsewhere(request);
    const answer = async (obligationId: string): Promise<AnswerRow | undefined> => {
      const note = fields[`note.${obligationId}`]?.trim() ?? '';
      const verdict = fields[`verdict.${obligationId}`] ?? '';
      const typed = { verdict, note };
      if (isElsewhere) return { isTaken: false, wrong: say('error.elsewhere'), ...typed };
      const meant = Verdict.safeParse(verdict);
      if (!meant.success)
        return note
          ? { isTaken: false, wrong: say('error.missing', { field: say('inbox.answer') }), ...typed }
          : undefined;
      const duty = await site.duty(obligationId);
      if (!duty) return undefined;
      const { status, errors } = await take(
        request,
        reply,
        DischargeObligation,
        thingOf({ id: `${formId}/discharge/${obligationId}` }),
        {
          ...{ forumId: duty.forumId, obligationId, verdict: meant.data },
          ...(note ? { note: { lang, text: note } } : {}),
        },
        { note: say('inbox.note') },
      );
      return { isTaken: status === 200, wrong: errors[0]?.message ?? null, ...typed };
    };
    const rows = new Map<string, AnswerRow>();
    for (const name of Object.keys(fields)) {
      const id = FormId.safeParse(name.startsWith('verdict.') ? name.slice('verdict.'.length) : '');
      const row = id.success ? await answer(id.data) : undefined;
      if (id.success && row) rows.set(id.data, row);
    }
    const all = [...rows.values()];
    if (all.length > 0 && all.every((one) => one.isTaken))
      return reply.redirect(`/${lang}/inbox?done=1`, 303);
    const wrong = all.length > 0 ? say('inbox.some') : say('inbox.nothing');
    return show(request, reply, { status: isElsewhere ? 403 : 409, wrong, rows });
  });

  app.get('/inbox/duties.ics', anyone, async (request, reply) => {
    const token = z
      .string()
      .min(1)
      .max(2_000)
      .catch('-')
      .parse((request.query as { readonly t?: unknown }).t);
    const answer = await asker.query({ type: LinkOf.type, actor: actorOf(request), body: { token } });
    const link = answer.status === 200 ? LinkOf.result.parse(answer.result) : undefined;
    const found = link?.purpose === 'calendar' ? await owedBy(link.subjectId) : undefined;
    if (!found) return html(reply.code(404), notFoundPage(lang));
    const origin = `${request.protocol}://${request.host}`;
    return reply
      .type('text/calendar; charset=utf-8')
      .header('cache-control', 'private, max-age=600')
      .send(dutiesCalendar(found.page.name, found.owed, lang, origin));
  });
};
