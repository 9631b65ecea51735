import { CycleStanding, PublishTimetable } from '@madang/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { timetablePage } from '../../../pages/desk/timetable-page.tsx';
import type { FormError } from '../../../pages/kit/form.tsx';
import { type Lang, saying } from '../../../pages/messages/say.ts';
import { notFoundPage, receivedPage } from '../../../pages/not-found-page.tsx';
import { DATED, type StageDays, timetableTemplate } from '../../../queries/timetable.ts';
import { isFromElsewhere } from '../../who.ts';
import type { SiteDeps } from '../site-deps.ts';
import { FormId, takingForms } from '../taking-forms.ts';
import { breaksIn } from './breaks-in.ts';
import { type CycleGround, cycleGround } from './grounds.ts';

const Dates = z.record(z.string(), z.string().max(20).catch('')).catch({});
const html = (reply: FastifyReply, text: string): FastifyReply =>
  reply.type('text/html; charset=utf-8').send(text);

const typedStages = (typed: Readonly<Record<string, string>>): readonly StageDays[] | undefined =>
  DATED.some((stage) => typed[`${stage}-opens`] !== undefined)
    ? DATED.map((stage) => ({
        ...{ stage, opensOn: typed[`${stage}-opens`] ?? '', closesOn: typed[`${stage}-closes`] ?? '' },
      }))
    : undefined;

/** The timetable editor: looking changes nothing, publishing is one command. */
export const timetableRoutes = (app: FastifyInstance, lang: Lang, deps: SiteDeps): void => {
  const say = saying(lang);
  const { take } = takingForms(lang, deps);
  const groundOf = async (request: FastifyRequest): Promise<CycleGround | undefined> => {
    const id = FormId.safeParse((request.params as { readonly id?: string }).id);
    if (!id.success) return undefined;
    return cycleGround({ deps, actor: deps.actorOf(request), lang, say }, id.data);
  };
  const standingOf = async (request: FastifyRequest, cycleId: string) => {
    const answer = await deps.asker.query(
      { type: CycleStanding.type, actor: deps.actorOf(request), after: {}, body: { cycleId } },
      4_500,
    );
    return answer.status === 200 ? CycleStanding.result.parse(answer.result) : undefined;
  };
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    ground: CycleGround,
    shown: {
      readonly stages: readonly StageDays[];
      readonly errors: readonly FormError[];
      readonly id: string;
    },
    status = 200,
  ): Promise<FastifyReply> => {
    const { page, cycleId, zone } = ground;
    const hasBegun = page.cycle.stage !== 'timetable';
    const breaks = await breaksIn(deps.asker, deps.actorOf(request), ground, shown.stages);
    return html(
      reply.code(status),
      timetablePage({
        ...{ told: { lang, say, zone }, cycleId, cycleName: page.cycle.name[lang], crumbs: ground.crumbs },
        ...{ rehearsalDay: ground.rehearsalDay, today: page.today, now: page.forum.now, hasBegun },
        ...{ ...shown, breaks },
      }),
    );
  };
  app.get('/desk/timetable/:id', async (request, reply) => {
    const ground = await groundOf(request);
    // A cycle that was just opened is a moment away from being seen.
    if (!ground)
      return (request.query as { readonly sent?: string }).sent === undefined
        ? html(reply.code(404), notFoundPage(lang))
        : html(reply.code(202), receivedPage(lang));
    const typed = typedStages(Dates.parse(request.query));
    const kept = ground.page.cycle.stages.map(({ stage, opensOn, closesOn }) => ({
      stage,
      opensOn,
      closesOn,
    }));
    const country = (await standingOf(request, ground.cycleId))?.country ?? 'none';
    const stages =
      typed ??
      (kept.length > 0 ? kept : timetableTemplate(ground.page.today, ground.page.cycle.endsOn, country));
    return show(request, reply, ground, { stages, errors: [], id: crypto.randomUUID() });
  });
  app.post('/desk/timetable/:id', async (request, reply) => {
    const ground = await groundOf(request);
    if (!ground) return html(reply.code(404), notFoundPage(lang));
    const typed = Dates.parse(request.body);
    const id = FormId.catch(() => crypto.randomUUID()).parse(typed.id);
    const stages = typedStages(typed) ?? [];
    if (isFromElsewhere(request))
      return show(request, reply, ground, { stages, id, errors: [{ message: say('error.elsewhere') }] }, 403);
    const body = { forumId: ground.forumId, cycleId: ground.cycleId, stages };
    const { status, errors } = await take(request, reply, PublishTimetable, id, body as never, {
      stages: say('desk.timetable'),
    });
    if (status !== 200) return show(request, reply, ground, { stages, errors, id }, status);
    return reply.redirect(`/${lang}/desk/cycles/${ground.cycleId}?done=1`, 303);
  });
};
