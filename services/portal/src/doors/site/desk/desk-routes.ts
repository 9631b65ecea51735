import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerDeskPage, clusterPage } from '../../../pages/desk/answer-desk-page.tsx';
import { cycleDeskPage, forumDeskPage } from '../../../pages/desk/cycle-desk-page.tsx';
import { deskHomePage } from '../../../pages/desk/desk-home-page.tsx';
import { type Lang, saying } from '../../../pages/messages/say.ts';
import { notFoundPage } from '../../../pages/not-found-page.tsx';
import type { SiteDeps } from '../site-deps.ts';
import { FormId } from '../taking-forms.ts';
import { answerForms } from './answer-forms.ts';
import { appealForms } from './appeal-forms.ts';
import { cycleForms } from './cycle-forms.ts';
import { type Context, deskForm } from './desk-form.ts';
import { draftRoutes } from './draft-routes.ts';
import { forumForms, grantRoleForm } from './forum-forms.ts';
import { answersCrumbs, cycleGround, forumGround } from './grounds.ts';
import { importRoutes } from './import-routes.ts';
import { mergeForm } from './merge-form.ts';
import { proposalAppealForms } from './proposal-appeal-forms.ts';
import { proposalForms } from './proposal-forms.ts';
import { proposalRoutes } from './proposal-routes.ts';
import { timetableRoutes } from './timetable-routes.ts';
import { withdrawForm } from './withdraw-form.ts';

const Short = z.string().max(40).optional().catch(undefined);
const Asked = z.object({
  after: FormId.optional().catch(undefined),
  commitment: FormId.optional().catch(undefined),
  ...{ cursor: Short, clusters: Short, done: Short },
});
const html = (reply: FastifyReply, text: string): FastifyReply =>
  reply.type('text/html; charset=utf-8').send(text);

/** The secretariat's desk: its pages, and every form of it. */
export const secretariatRoutes = async (app: FastifyInstance, lang: Lang, deps: SiteDeps): Promise<void> => {
  const { site } = deps;
  const say = saying(lang);
  const contextOf = (request: FastifyRequest): Context => ({
    ...{ deps, lang, say, actor: deps.actorOf(request) },
  });
  const page = (
    path: string,
    draw: (context: Context, id: string, asked: z.infer<typeof Asked>) => Promise<string | undefined>,
  ): void => {
    app.get(path, async (request, reply) => {
      const id = FormId.safeParse((request.params as { readonly id?: string }).id);
      const drawn = id.success
        ? await draw(contextOf(request), id.data, Asked.parse(request.query))
        : undefined;
      return drawn === undefined ? html(reply.code(404), notFoundPage(lang)) : html(reply, drawn);
    });
  };
  app.get('/desk', async (request, reply) => {
    const { after } = Asked.parse(request.query);
    const standing = await deps.standing(after, deps.actorOf(request).forumIds);
    return html(reply, deskHomePage({ standing }, lang));
  });
  page('/desk/cycles/:id', async (context, id, { done }) => {
    const ground = await cycleGround(context, id);
    if (!ground) return undefined;
    const { page: cycle, consultation } = ground;
    const appeals = consultation ? await site.desk.appeals(consultation.id) : [];
    return cycleDeskPage(
      {
        ...{ page: cycle, consultation, crumbs: ground.crumbs.slice(0, 1), isDone: done !== undefined },
        appealed: await site.drafting.appealedProposals(id),
        appeals: appeals.map((one) => ({ id: one.id, number: one.commitmentNumber })),
      },
      lang,
    );
  });
  page('/desk/forums/:id', async (context, id, { done }) => {
    const ground = await forumGround(context, id);
    if (!ground) return undefined;
    return forumDeskPage(
      { page: ground.page, crumbs: ground.crumbs.slice(0, 1), isDone: done !== undefined },
      lang,
    );
  });
  page('/desk/cycles/:id/answers', async (context, id, { commitment, cursor, clusters, done }) => {
    const ground = await cycleGround(context, id);
    const consultation = ground?.consultation;
    if (!ground || !consultation) return undefined;
    const of = consultation.id;
    return answerDeskPage(
      {
        ...{ zone: ground.zone, rehearsalDay: ground.rehearsalDay, crumbs: ground.crumbs },
        ...{ cycleId: id, consultation, chosen: { commitment, cursor }, isDone: done !== undefined },
        undrafted: await site.desk.undrafted(of, commitment, cursor),
        clusters: await site.desk.clusters(of, clusters),
        drafts: await site.desk.drafts(of),
        commitments: ground.page.cycle.commitments.map((one) => ({
          id: one.id,
          name: `${one.number}. ${one.title[lang]}`,
        })),
      },
      lang,
    );
  });
  page('/desk/clusters/:id', async (context, id, { cursor }) => {
    const cluster = await site.desk.cluster(id);
    const consultation = cluster && (await site.desk.consultation(cluster.consultationId));
    const ground = consultation && (await cycleGround(context, consultation.cycleId));
    if (!cluster || !ground) return undefined;
    return clusterPage(
      {
        ...{ zone: ground.zone, rehearsalDay: ground.rehearsalDay, cluster, cursor },
        crumbs: answersCrumbs(ground, say),
        members: await site.desk.members(id, cursor),
      },
      lang,
    );
  });
  draftRoutes(app, lang, deps);
  deskForm(app, lang, deps, withdrawForm(lang));
  proposalRoutes(app, lang, deps);
  deskForm(app, lang, deps, mergeForm);
  for (const form of [...proposalForms, ...proposalAppealForms]) deskForm(app, lang, deps, form);
  timetableRoutes(app, lang, deps);
  await importRoutes(app, lang, deps);
  for (const form of cycleForms(lang)) deskForm(app, lang, deps, form);
  for (const form of forumForms(lang)) deskForm(app, lang, deps, form);
  deskForm(app, lang, deps, grantRoleForm(lang));
  const { cluster, release, answers } = answerForms(lang);
  deskForm(app, lang, deps, cluster);
  deskForm(app, lang, deps, release);
  for (const form of answers) deskForm(app, lang, deps, form);
  for (const form of appealForms) deskForm(app, lang, deps, form);
};
