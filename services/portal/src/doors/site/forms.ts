import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import { Clause, Contribute, ReceiveProposal } from '@madang/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { contributeForm, proposeForm } from '../../pages/form-pages.tsx';
import { type Lang, saying } from '../../pages/messages/say.ts';
import { notFoundPage } from '../../pages/not-found-page.tsx';
import { anyone } from '../rights/by.ts';
import { linkRoutes } from './links.ts';
import { mineRoutes } from './mine.ts';
import {
  emptyForm,
  type FormDeps,
  FormId,
  type Shown,
  sentIn,
  takingForms,
  thingOf,
} from './taking-forms.ts';

const NOTHING = '00000000-0000-4000-8000-000000000000';
const idIn = (request: FastifyRequest): string =>
  FormId.catch(NOTHING).parse((request.params as { readonly id?: string }).id);
const html = (reply: FastifyReply, text: string): FastifyReply =>
  reply.type('text/html; charset=utf-8').send(text);

/** The form of the call for proposals. */
const proposeRoutes = (app: FastifyInstance, lang: Lang, deps: FormDeps): void => {
  const { site, actorOf } = deps;
  const say = saying(lang);
  const { wrongWith, take } = takingForms(lang, deps);
  const show = async (cycleId: string, reply: FastifyReply, shown: Shown): Promise<FastifyReply> => {
    const [place, cycle] = [await site.place(cycleId), await site.cycle(cycleId)];
    if (!place || !cycle) return html(reply.code(404), notFoundPage(lang));
    const closesAt = cycle.openings.call?.closesAt ?? null;
    return html(reply.code(shown.status), proposeForm({ ...shown, place, closesAt }, lang));
  };
  app.get('/cycles/:id/propose', anyone, (request, reply) => show(idIn(request), reply, emptyForm()));
  app.post('/cycles/:id/propose', anyone, async (request, reply) => {
    const cycleId = idIn(request);
    const sent = sentIn(request);
    const again = (status: number, errors: Shown['errors']) =>
      show(cycleId, reply, { id: sent.id, typed: sent, errors, status });
    const wrong = wrongWith(request, sent, [
      ['title', 300],
      ['body', 20_000],
    ]);
    if (wrong.length > 0) return again(400, wrong);
    const cycle = await site.cycle(cycleId);
    if (!cycle?.openings.call) return again(409, []);
    const proposalId = thingOf(sent);
    const { status, errors, sequence } = await take(
      request,
      reply,
      ReceiveProposal,
      sent.id,
      {
        ...{
          forumId: cycle.forum.id,
          proposalId,
          callId: cycle.openings.call.id,
          cycleId,
          channel: 'online',
        },
        contributorId: actorOf(request, reply).id,
        contributorKind: sent.kind,
        receivedOn: cycle.today,
        title: { lang: sent.lang, text: sent.title?.trim() ?? '' },
        body: { lang: sent.lang, text: sent.body?.trim() ?? '' },
      },
      { title: say('form.title'), body: say('form.body') },
    );
    if (status !== 200) return again(status, errors);
    return reply.redirect(`/${lang}/proposals/${proposalId}?sent=${sequence}`, 303);
  });
};

/** The form of a consultation on a commitment. */
const contributeRoutes = (app: FastifyInstance, lang: Lang, deps: FormDeps): void => {
  const { site, actorOf } = deps;
  const say = saying(lang);
  const { wrongWith, take } = takingForms(lang, deps);
  const show = async (commitmentId: string, reply: FastifyReply, shown: Shown): Promise<FastifyReply> => {
    const cycleId = await site.cycleOfCommitment(commitmentId);
    const place = cycleId ? await site.place(cycleId) : undefined;
    const cycle = cycleId ? await site.cycle(cycleId) : undefined;
    const found = cycle?.cycle.commitments.find((one) => one.id === commitmentId);
    if (!place || !cycle || !found) return html(reply.code(404), notFoundPage(lang));
    const commitment = { id: commitmentId, number: found.number, title: found.title[lang] };
    const closesAt = cycle.openings.consultation?.closesAt ?? null;
    return html(reply.code(shown.status), contributeForm({ ...shown, place, closesAt, commitment }, lang));
  };
  app.get('/commitments/:id/contribute', anyone, (request, reply) => {
    const clause = Clause.safeParse((request.query as { readonly clause?: string }).clause);
    const typed = clause.success ? { clause: clause.data } : {};
    return show(idIn(request), reply, { ...emptyForm(), typed });
  });
  app.post('/commitments/:id/contribute', anyone, async (request, reply) => {
    const commitmentId = idIn(request);
    const sent = sentIn(request);
    const again = (status: number, errors: Shown['errors']) =>
      show(commitmentId, reply, { id: sent.id, typed: sent, errors, status });
    const wrong = wrongWith(request, sent, [['text', 20_000]]);
    if (wrong.length > 0) return again(400, wrong);
    const cycleId = await site.cycleOfCommitment(commitmentId);
    const cycle = cycleId ? await site.cycle(cycleId) : undefined;
    if (!cycle?.openings.consultation) return again(409, []);
    const contributionId = thingOf(sent);
    const clause = Clause.safeParse(sent.clause);
    const { status, errors, sequence } = await take(
      request,
      reply,
      Contribute,
      sent.id,
      {
        ...{ forumId: cycle.forum.id, contributionId, commitmentId, channel: 'online' },
        consultationId: cycle.openings.consultation.id,
        ...(clause.success ? { clause: clause.data } : {}),
        contributorId: actorOf(request, reply).id,
        contributorKind: sent.kind,
        receivedOn: cycle.today,
        text: { lang: sent.lang, text: sent.text?.trim() ?? '' },
      },
      { text: say('form.text'), clause: say('form.clause') },
    );
    if (status !== 200) return again(status, errors);
    return reply.redirect(`/${lang}/contributions/${contributionId}?sent=${sequence}`, 303);
  });
};

/** Forms by which citizens take part, without an account and without script. */
export const formRoutes = async (app: FastifyInstance, lang: Lang, deps: FormDeps): Promise<void> => {
  // Half-yearly reports come as one form: a dozen long texts, nine bytes for a letter of Hangul.
  await app.register(formbody, { bodyLimit: 2 * 1024 * 1024 });
  // What a form with files may hold, each says itself.
  await app.register(multipart, {
    ...{ limits: { files: 1, fields: 5, fieldSize: 200 }, throwFileSizeLimit: false },
  });
  proposeRoutes(app, lang, deps);
  contributeRoutes(app, lang, deps);
  linkRoutes(app, lang, deps);
  mineRoutes(app, lang, deps);
};
