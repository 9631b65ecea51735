import { FoundForum } from '@madang/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerDeskPage, clusterPage } from '../../../pages/desk/answer-desk-page.tsx';
import { cycleDeskPage } from '../../../pages/desk/cycle-desk-page.tsx';
import { deskHomePage } from '../../../pages/desk/desk-home-page.tsx';
import { forumDeskPage } from '../../../pages/desk/forum-desk-page.tsx';
import { institutionsPage } from '../../../pages/desk/institutions-page.tsx';
import { tablePage } from '../../../pages/desk/table-page.tsx';
import { type Lang, saying } from '../../../pages/messages/say.ts';
import { notFoundPage } from '../../../pages/not-found-page.tsx';
import type { SiteDeps } from '../site-deps.ts';
import { FormId } from '../taking-forms.ts';
import { answerForms } from './answer-forms.ts';
import { appealForms } from './appeal-forms.ts';
import { cycleForms } from './cycle-forms.ts';
import { type Context, deskForm } from './desk-form.ts';
import { draftRoutes } from './draft-routes.ts';
import { draftsShown } from './drafts-shown.ts';
import { dutyForms } from './duty-forms.ts';
import { erasePersonForm } from './erase-form.ts';
import { forumForms, grantRoleForm } from './forum-forms.ts';
import { foundForumForm } from './found-forum-form.ts';
import { answersCrumbs, cycleGround } from './grounds.ts';
import { haltingForms } from './halting-forms.ts';
import { importRoutes } from './import-routes.ts';
import { imposeForm } from './impose-form.ts';
import { institutionForms } from './institution-forms.ts';
import { linkForm } from './link-form.ts';
import { mergeForm } from './merge-form.ts';
import { openImportsOf } from './open-imports-of.ts';
import { owingByCommitment } from './owing-by-commitment.ts';
import { peopleForms } from './people-forms.ts';
import { proposalAppealForms } from './proposal-appeal-forms.ts';
import { proposalForms } from './proposal-forms.ts';
import { proposalRoutes } from './proposal-routes.ts';
import { seatForms } from './seat-forms.ts';
import { tableForms } from './table-forms.ts';
import { officeGround, tableGround } from './table-ground.ts';
import { timetableRoutes } from './timetable-routes.ts';
import { windowForm } from './window-form.ts';
import { withdrawForm } from './withdraw-form.ts';

const Short = z.string().max(40).optional().catch(undefined);
const Asked = z.object({
  after: FormId.optional().catch(undefined),
  commitment: FormId.optional().catch(undefined),
  person: FormId.optional().catch(undefined),
  ...{ cursor: Short, clusters: Short, drafts: Short, outreach: Short, done: Short },
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
    const { roles, forumIds } = deps.actorOf(request);
    // Roles that hold in some forums alone say nothing of one that is not there yet.
    const mayFound = forumIds === undefined && FoundForum.by.some((role) => roles.includes(role));
    const standing = await deps.standing(after, forumIds);
    return html(reply, deskHomePage({ standing, mayFound }, lang));
  });
  page('/desk/cycles/:id', async (context, id, { cursor, outreach, done }) => {
    const ground = await cycleGround(context, id);
    if (!ground) return undefined;
    const { page: cycle, consultation } = ground;
    const appeals = consultation ? await site.desk.appeals(consultation.id) : [];
    return cycleDeskPage(
      {
        ...{ page: cycle, consultation, crumbs: ground.crumbs.slice(0, 1), isDone: done !== undefined },
        appealed: await site.drafting.appealedProposals(id),
        imports: await openImportsOf(context, ground),
        windows: await site.desk.windows(cycle),
        awaited: await site.desk.awaited(id, cycle.today, FormId.safeParse(cursor).data),
        outreach: await site.desk.outreach(id, outreach),
        chosen: { cursor, outreach },
        appeals: appeals.map((one) => ({ id: one.id, number: one.commitmentNumber })),
      },
      lang,
    );
  });
  page('/desk/forums/:id', async (context, id, { done, person }) => {
    const ground = await tableGround(context, id, {});
    if (!ground) return undefined;
    const { page: forum, table, crumbs } = ground;
    return forumDeskPage(
      { ...{ page: forum, table, person }, crumbs: crumbs.slice(0, 1), isDone: done !== undefined },
      lang,
    );
  });
  page('/desk/forums/:id/table', async (context, id, { done }) => {
    const ground = await tableGround(context, id, {});
    if (!ground) return undefined;
    const { page: forum, table, crumbs } = ground;
    return tablePage(
      { ...{ page: forum, table }, crumbs: crumbs.slice(0, 2), isDone: done !== undefined },
      lang,
    );
  });
  page('/desk/forums/:id/institutions', async (context, id, { done }) => {
    const ground = await officeGround(context, id, {});
    if (!ground) return undefined;
    const { page: forum, table, crumbs } = ground;
    return institutionsPage(
      {
        ...{ page: forum, institutions: table.institutions },
        ...{ crumbs: crumbs.slice(0, 2), isDone: done !== undefined },
      },
      lang,
    );
  });
  page('/desk/cycles/:id/answers', async (context, id, asked) => {
    const { commitment, cursor, clusters, done } = asked;
    const ground = await cycleGround(context, id);
    const consultation = ground?.consultation;
    if (!ground || !consultation) return undefined;
    const of = consultation.id;
    const owing = await site.desk.owingNotes(id, ground.page.today);
    const drafts = await site.desk.drafts(of, asked.drafts);
    return answerDeskPage(
      {
        ...{ zone: ground.zone, rehearsalDay: ground.rehearsalDay, crumbs: ground.crumbs },
        ...{ cycleId: id, consultation, isDone: done !== undefined },
        undrafted: await site.desk.undrafted(of, commitment, cursor),
        clusters: await site.desk.clusters(of, clusters),
        chosen: { commitment, cursor, clusters, drafts: asked.drafts },
        drafts: { items: await draftsShown(context, drafts.items), next: drafts.next },
        owing: owing.slice(0, 25),
        owingFor: owingByCommitment(owing, ground.page.cycle.commitments),
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
  deskForm(app, lang, deps, linkForm(lang));
  proposalRoutes(app, lang, deps);
  deskForm(app, lang, deps, mergeForm);
  for (const form of [...proposalForms, ...proposalAppealForms]) deskForm(app, lang, deps, form);
  timetableRoutes(app, lang, deps);
  await importRoutes(app, lang, deps);
  for (const form of cycleForms(lang)) deskForm(app, lang, deps, form);
  for (const form of haltingForms) deskForm(app, lang, deps, form);
  for (const form of dutyForms) deskForm(app, lang, deps, form);
  deskForm(app, lang, deps, imposeForm(lang));
  deskForm(app, lang, deps, windowForm);
  for (const form of forumForms(lang)) deskForm(app, lang, deps, form);
  deskForm(app, lang, deps, foundForumForm);
  for (const form of [...seatForms(lang), ...tableForms(lang)]) deskForm(app, lang, deps, form);
  for (const form of [...institutionForms(lang), ...peopleForms(lang)]) deskForm(app, lang, deps, form);
  deskForm(app, lang, deps, erasePersonForm);
  deskForm(app, lang, deps, grantRoleForm(lang));
  const { cluster, release, answers } = answerForms(lang);
  deskForm(app, lang, deps, cluster);
  deskForm(app, lang, deps, release);
  for (const form of answers) deskForm(app, lang, deps, form);
  for (const form of appealForms) deskForm(app, lang, deps, form);
};
