import { randomUUID } from 'node:crypto';
import { CalendarLinkOf } from '@madang/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { inboxPage } from '../../pages/inbox-page.tsx';
import type { DutyRow, ForAll, Owed } from '../../pages/inbox-table.tsx';
import type { Named } from '../../pages/kit/desk.ts';
import { type Lang, saying } from '../../pages/messages/say.ts';
import { notFoundPage } from '../../pages/not-found-page.tsx';
import type { DutyFound } from '../../queries/institution.ts';
import { anyone, only } from '../rights/by.ts';
import { isFromElsewhere } from '../who.ts';
import { bulkDuties } from './bulk-duties.ts';
import { commitmentsOf } from './commitments-of.ts';
import { dutiesCalendar } from './feeds.ts';
import { linkIn } from './link-in.ts';
import type { SiteDeps } from './site-deps.ts';

const MOST_NAMED = 5;
const NOTHING: ForAll = { until: '', to: '', reason: '' };
type Shown = {
  readonly status: number;
  readonly wrong: string | null;
  readonly rows: ReadonlyMap<string, DutyRow>;
  readonly forAll: ForAll;
};

/** Everything a ministry owes and leads, answers for many duties at once, and its private calendar. */
export const inboxRoutes = (app: FastifyInstance, lang: Lang, deps: SiteDeps): void => {
  const { asker, actorOf, site } = deps;
  const say = saying(lang);
  const take = bulkDuties(lang, deps);
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
  const inTable = async (duty: DutyFound, institutions: readonly Named[]): Promise<Owed> => {
    const led = duty.cycleId ? await site.milestonesLed(duty.institutionId, duty.cycleId, duty.windowId) : [];
    const named = duty.commitmentIds;
    return {
      ...(await withNames(duty)),
      milestones: led.filter((one) => named.length === 0 || named.includes(one.commitmentId)),
      delegatedTo:
        duty.actingInstitutionId === duty.institutionId
          ? undefined
          : institutions.find((one) => one.id === duty.actingInstitutionId),
    };
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
    const page = institutionId ? await site.institution(institutionId) : undefined;
    const found = [...(page?.owed ?? []), ...(page?.delegated ?? [])].toSorted((a, b) =>
      a.dueOn < b.dueOn ? -1 : 1,
    );
    // What was taken meanwhile is owed no longer, and still says that it was.
    for (const [id, row] of shown?.rows ?? []) {
      const duty = row.isTaken && !found.some((one) => one.id === id) ? await site.duty(id) : undefined;
      if (duty) found.unshift(duty);
    }
    const institutions = page ? await site.institutions(found[0]?.forumId) : [];
    const owed = [];
    for (const duty of found) owed.push(await inTable(duty, institutions));
    const forumId = owed[0]?.forumId ?? (await deps.standing()).forums[0]?.id;
    const view = {
      institution: page ? { id: page.id, name: page.name } : undefined,
      ...{ owed, institutions, leads: page?.leads ?? [], formId: randomUUID() },
      ...{ rows: shown?.rows ?? new Map(), wrong: shown?.wrong ?? null },
      forAll: shown?.forAll ?? NOTHING,
      calendar: await calendarFor(request, forumId),
      isDone: shown?.wrong === null || (request.query as { readonly done?: string }).done !== undefined,
    };
    return html(reply.code(shown?.status ?? 200), inboxPage(view, lang));
  };
  app.get('/inbox', only('ministry'), (request, reply) => show(request, reply));

  app.post('/inbox', only('ministry'), async (request, reply) => {
    const isElsewhere = isFromElsewhere(request);
    const { what, rows, forAll, wrong } = await take(request, reply, isElsewhere);
    if (wrong !== null) return show(request, reply, { status: isElsewhere ? 403 : 400, wrong, rows, forAll });
    const all = [...rows.values()];
    const isTaken = all.length > 0 && all.every((one) => one.isTaken);
    if (isTaken && what === 'answer') return reply.redirect(`/${lang}/inbox?done=1`, 303);
    // Sent again it is the same: what became of each is said where it stands.
    if (isTaken) return show(request, reply, { status: 200, wrong: null, rows, forAll: NOTHING });
    const isSome = all.some((one) => one.isTaken || one.wrong !== null);
    const why = say(isSome ? 'inbox.some' : 'inbox.nothing');
    return show(request, reply, { status: 409, wrong: why, rows, forAll });
  });

  app.get('/inbox/duties.ics', anyone, async (request, reply) => {
    const token = z
      .string()
      .min(1)
      .max(2_000)
      .catch('-')
      .parse((request.query as { readonly t?: unknown }).t);
    const link = await linkIn(asker, actorOf(request), token);
    const found = link?.purpose === 'calendar' ? await owedBy(link.subjectId) : undefined;
    if (!found) return html(reply.code(404), notFoundPage(lang));
    const origin = `${request.protocol}://${request.host}`;
    return reply
      .type('text/calendar; charset=utf-8')
      .header('cache-control', 'private, max-age=600')
      .send(dutiesCalendar(found.page.name, found.owed, lang, origin));
  });
};
