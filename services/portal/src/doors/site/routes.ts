import { randomUUID } from 'node:crypto';
import { Clause } from '@madang/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { styleSheet } from '../../pages/assets/style-sheet.ts';
import { browsePage } from '../../pages/browse-page.tsx';
import { commitmentPage } from '../../pages/commitment-page.tsx';
import { contributionPage, contributionsPage } from '../../pages/contribution-pages.tsx';
import { cyclePage } from '../../pages/cycle-page.tsx';
import { forumPage } from '../../pages/forum-page.tsx';
import { tooLargePage } from '../../pages/gate-pages.tsx';
import { homePage } from '../../pages/home-page.tsx';
import { institutionPage } from '../../pages/institution-page.tsx';
import { institutionsPage } from '../../pages/institutions-page.tsx';
import type { ReceiptView } from '../../pages/kit/receipt.tsx';
import type { Lang } from '../../pages/messages/say.ts';
import { moderationPage } from '../../pages/moderation-page.tsx';
import { awayPage, notFoundPage, receivedPage } from '../../pages/not-found-page.tsx';
import { proposalPage, proposalsPage } from '../../pages/proposal-pages.tsx';
import { searchPage } from '../../pages/search-page.tsx';
import { anyone } from '../rights/by.ts';
import { gate } from '../rights/gate.ts';
import { sendTooMany } from '../sign-in/send-too-many.ts';
import { ballotRoutes } from './ballots.ts';
import { secretariatRoutes } from './desk/desk-routes.ts';
import { deskRoutes } from './desks.ts';
import { evidenceForm, mayProve } from './evidence-form.ts';
import { exportRoutes } from './exports.ts';
import { deadlinesOf, newsOf } from './feeds.ts';
import { formRoutes } from './forms.ts';
import { requirementRoutes } from './requirements.ts';
import type { SiteDeps } from './site-deps.ts';
import { statementRoutes } from './statements.ts';
import { submissionPass } from './submission-pass.ts';

const Id = z.uuid().lowercase();
const Short = z.string().max(200).optional().catch(undefined);
const Asked = z.object({
  after: Id.optional().catch(undefined),
  cursor: Short,
  state: Short,
  theme: Short,
  outcome: Short,
  commitment: Id.optional().catch(undefined),
  clause: Clause.optional().catch(undefined),
  answer: z.enum(['waiting']).optional().catch(undefined),
  ministry: Id.optional().catch(undefined),
  q: z.string().max(400).catch('').default(''),
  sent: Short,
});
type Asked = z.infer<typeof Asked>;

const html = (reply: FastifyReply, text: string): FastifyReply =>
  reply.type('text/html; charset=utf-8').send(text);

/** Seconds to wait, as the limit has already said; a minute where it has not. */
const secondsIn = (reply: FastifyReply): number => Number(reply.getHeader('retry-after')) || 60;

type Answer = string | undefined;
/** A page of one thing, by its id; what is no id or not there is a page that says so. */
const pageOf =
  (lang: Lang, draw: (id: string, asked: Asked, request: FastifyRequest) => Promise<Answer>) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const id = Id.safeParse((request.params as { readonly id?: string }).id);
    const asked = Asked.parse(request.query);
    const page = id.success ? await draw(id.data, asked, request) : undefined;
    if (page !== undefined) return html(reply, page);
    // It was taken, and the read model has not heard of it yet.
    if (id.success && asked.sent !== undefined) return html(reply.code(202), receivedPage(lang));
    return html(reply.code(404), notFoundPage(lang));
  };

const pages = (app: FastifyInstance, lang: Lang, deps: SiteDeps): void => {
  const { site } = deps;
  const pass = submissionPass(deps);
  /** A page is a receipt for whoever has just sent what it shows, and for whoever followed its private link. */
  const receiptOf = async (
    request: FastifyRequest,
    id: string,
    sent: string | undefined,
  ): Promise<ReceiptView | undefined> => {
    const formId = randomUUID();
    if (sent !== undefined)
      return { state: 'new', link: await pass.linkFor(lang, request, id, sent), formId };
    return (await pass.writerOf(request, id)) ? { state: 'yours', formId } : undefined;
  };
  app.get(
    '/forums/:id',
    anyone,
    pageOf(lang, async (id) => {
      const page = await site.forum(id);
      return page && forumPage(page, lang);
    }),
  );
  app.get(
    '/cycles/:id',
    anyone,
    pageOf(lang, async (id) => {
      const page = await site.cycle(id);
      return page && cyclePage(page, lang);
    }),
  );
  app.get(
    '/cycles/:id/proposals',
    anyone,
    pageOf(lang, async (id, { state, theme, cursor }) => {
      const place = await site.place(id);
      if (!place) return undefined;
      const chosen = { state, theme, cursor };
      const [page, themes] = [await site.proposals(id, chosen, cursor), await site.proposalThemes(id)];
      return proposalsPage({ place, page, themes, chosen }, lang);
    }),
  );
  app.get(
    '/proposals/:id',
    anyone,
    pageOf(lang, async (id, { sent }, request) => {
      const proposal = await site.proposal(id);
      const place = proposal && (await site.place(proposal.cycleId));
      return place && proposalPage({ place, proposal, receipt: await receiptOf(request, id, sent) }, lang);
    }),
  );
  app.get(
    '/cycles/:id/contributions',
    anyone,
    pageOf(lang, async (id, asked) => {
      const { theme, outcome, ministry, cursor, clause, commitment: commitmentId } = asked;
      const [place, cycle] = [await site.place(id), await site.cycle(id)];
      if (!place || !cycle) return undefined;
      const { commitments } = cycle.cycle;
      const unanswered = asked.answer === 'waiting';
      const chosen = { commitmentId, clause, theme, outcome, ministry, unanswered, cursor };
      return contributionsPage(
        {
          place,
          page: await site.contributions(id, chosen, cursor),
          themes: await site.contributionThemes(id),
          commitments: commitments.map((one) => ({ id: one.id, name: `${one.number}. ${one.title[lang]}` })),
          ministries: [...new Map(commitments.map((one) => [one.leadInstitutionId, one.lead[lang]]))].map(
            ([of, name]) => ({ id: of, name }),
          ),
          chosen,
        },
        lang,
      );
    }),
  );
  app.get(
    '/cycles/:id/browse',
    anyone,
    pageOf(lang, async (id) => {
      const place = await site.place(id);
      return place && browsePage({ place, found: await site.browse(id, place.today) }, lang);
    }),
  );
  app.get(
    '/cycles/:id/moderation',
    anyone,
    pageOf(lang, async (id, { cursor }) => {
      const place = await site.place(id);
      return place && moderationPage({ place, page: await site.desk.moderation(id, cursor), cursor }, lang);
    }),
  );
  app.get(
    '/contributions/:id',
    anyone,
    pageOf(lang, async (id, { sent }, request) => {
      const contribution = await site.contribution(id);
      const place = contribution && (await site.place(contribution.cycleId));
      return (
        place && contributionPage({ place, contribution, receipt: await receiptOf(request, id, sent) }, lang)
      );
    }),
  );
  app.get(
    '/commitments/:id',
    anyone,
    pageOf(lang, async (id, _asked, request) => {
      const cycleId = await site.cycleOfCommitment(id);
      const cycle = cycleId && (await site.cycle(cycleId));
      const place = cycleId && (await site.place(cycleId));
      const commitment = place && (await site.commitment(id, place.today));
      return cycle && place && commitment
        ? commitmentPage(
            {
              ...{ place, commitment, isOpen: cycle.openings.consultation !== null },
              mayAddEvidence: (await mayProve(deps, request, commitment)).length > 0,
            },
            lang,
          )
        : undefined;
    }),
  );
  app.get(
    '/institutions/:id',
    anyone,
    pageOf(lang, async (id) => {
      const page = await site.institution(id);
      return page && institutionPage(page, lang);
    }),
  );
  app.get('/institutions', anyone, async (request, reply) => {
    const { after } = Asked.parse(request.query);
    return html(reply, institutionsPage(await site.institutionsBeside(after), lang, after));
  });
  app.get('/search', anyone, async (request, reply) => {
    const { q, cursor } = Asked.parse(request.query);
    const from = /^\d{1,4}$/.test(cursor ?? '') ? Number(cursor) : 0;
    const asked = q.normalize('NFC').trim();
    return html(
      reply,
      searchPage({ asked, from, found: asked ? await site.search(asked, from) : undefined }, lang),
    );
  });
  app.get('/cycles/:id/deadlines.ics', anyone, async (request, reply) => {
    const id = Id.safeParse((request.params as { readonly id?: string }).id);
    const page = id.success ? await site.cycle(id.data) : undefined;
    if (!page) return html(reply.code(404), notFoundPage(lang));
    const origin = `${request.protocol}://${request.host}`;
    const { startsOn, endsOn, stages } = page.cycle;
    const from = [startsOn, ...stages.map((one) => one.opensOn)].toSorted()[0] ?? startsOn;
    const matters = await site.datedMatters(page.cycle.id, from, `${endsOn}T23:59:59Z`);
    return reply.type('text/calendar; charset=utf-8').send(deadlinesOf(page, matters, lang, origin));
  });
  app.get('/cycles/:id/news.atom', anyone, async (request, reply) => {
    const id = Id.safeParse((request.params as { readonly id?: string }).id);
    const page = id.success ? await site.cycle(id.data) : undefined;
    if (!page) return html(reply.code(404), notFoundPage(lang));
    const origin = `${request.protocol}://${request.host}`;
    return reply.type('application/atom+xml; charset=utf-8').send(newsOf(page, lang, origin));
  });
};

/** The public site in each language, under its own address; every page is drawn here and needs no script. */
export const siteRoutes = (app: FastifyInstance, deps: SiteDeps): void => {
  app.get('/', anyone, async (request, reply) =>
    reply.redirect(/^\s*en/i.test(request.headers['accept-language'] ?? '') ? '/en' : '/ko', 302),
  );
  app.get(styleSheet.path, anyone, async (_request, reply) =>
    reply
      .type(styleSheet.type)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(styleSheet.text),
  );
  for (const lang of ['ko', 'en'] as const)
    app.register(
      async (here) => {
        // Whoever asked for a page is answered by a page.
        here.setErrorHandler((fault: { readonly statusCode?: number }, request, reply) => {
          const status = fault.statusCode ?? 503;
          if (status === 429) return sendTooMany(request, reply, secondsIn(reply));
          if (status === 413) return html(reply.code(413), tooLargePage(lang));
          if (status < 500) return html(reply.code(status), notFoundPage(lang));
          deps.onFault(fault);
          return html(reply.code(503).header('retry-after', '2'), awayPage(lang));
        });
        here.setNotFoundHandler((_request, reply) => html(reply.code(404), notFoundPage(lang)));
        gate(here, lang, deps);
        here.get('/', anyone, async (request, reply) =>
          html(reply, homePage(await deps.standing(Asked.parse(request.query).after), lang)),
        );
        pages(here, lang, deps);
        await formRoutes(here, lang, deps);
        deskRoutes(here, lang, deps);
        evidenceForm(here, lang, deps);
        await secretariatRoutes(here, lang, deps);
        ballotRoutes(here, lang, deps);
        requirementRoutes(here, lang, deps);
        statementRoutes(here, lang, deps);
        exportRoutes(here, lang, deps);
      },
      { prefix: `/${lang}` },
    );
};
