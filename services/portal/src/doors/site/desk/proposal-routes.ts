import { ThemeProposals } from '@madang/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { NEW_THEME, NO_THEME, proposalsDeskPage } from '../../../pages/desk/proposals-desk-page.tsx';
import { type FormError, type Typed, tickedIn, typedIn } from '../../../pages/kit/form.tsx';
import { type Lang, saying } from '../../../pages/messages/say.ts';
import { notFoundPage } from '../../../pages/not-found-page.tsx';
import { isFromElsewhere } from '../../who.ts';
import type { SiteDeps } from '../site-deps.ts';
import { FormId, takingForms } from '../taking-forms.ts';
import { type CycleGround, cycleGround } from './grounds.ts';

const Short = z.string().max(80).optional().catch(undefined);
const Asked = z.object({ state: Short, theme: Short, cursor: Short, done: Short }).catch({});
const Sent = z
  .record(z.string().max(60), z.union([z.string().max(200), z.array(z.string().max(60)).max(200)]).catch(''))
  .catch({});
const html = (reply: FastifyReply, text: string): FastifyReply =>
  reply.type('text/html; charset=utf-8').send(text);

/** Themes as they were typed: what each proposal of the form is to have; `undefined` where a new one was left empty. */
const themesIn = (typed: Typed): readonly (readonly [string, string | null | undefined])[] => {
  const fresh = typedIn(typed, 'newTheme').trim();
  return Object.keys(typed)
    .filter((name) => name.startsWith('theme-'))
    .map((name) => {
      const theme = typedIn(typed, name).trim();
      return [name.slice('theme-'.length), theme === NEW_THEME ? fresh || undefined : theme || null] as const;
    });
};

/** Proposals on the desk: one form sorts a page of them by theme, and leads on to drafting from what was ticked or merging it. */
export const proposalRoutes = (app: FastifyInstance, lang: Lang, deps: SiteDeps): void => {
  const { site } = deps;
  const say = saying(lang);
  const { take } = takingForms(lang, deps);
  const groundOf = async (request: FastifyRequest): Promise<CycleGround | undefined> => {
    const id = FormId.safeParse((request.params as { readonly id?: string }).id);
    return id.success ? cycleGround({ deps, actor: deps.actorOf(request), lang, say }, id.data) : undefined;
  };
  const pageOf = (ground: CycleGround, { state, theme, cursor }: z.infer<typeof Asked>) =>
    site.drafting.proposalsOnDesk(
      ground.cycleId,
      { state, ...(theme === NO_THEME ? { themeless: true } : { theme }) },
      cursor,
    );
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    ground: CycleGround,
    shown: {
      readonly id: string;
      readonly typed: Typed;
      readonly errors: readonly FormError[];
      readonly status: number;
    },
  ): Promise<FastifyReply> => {
    const { done, ...chosen } = Asked.parse(request.query);
    const { items, next } = await pageOf(ground, chosen);
    return html(
      reply.code(shown.status),
      proposalsDeskPage(
        {
          ...{ page: ground.page, crumbs: ground.crumbs, proposals: items, next, chosen, ...shown },
          ...{ themes: await site.proposalThemes(ground.cycleId), isDone: done !== undefined },
        },
        lang,
      ),
    );
  };
  app.get('/desk/cycles/:id/proposals', async (request, reply) => {
    const ground = await groundOf(request);
    if (!ground) return html(reply.code(404), notFoundPage(lang));
    return show(request, reply, ground, { id: crypto.randomUUID(), typed: {}, errors: [], status: 200 });
  });
  app.post('/desk/cycles/:id/proposals', async (request, reply) => {
    const ground = await groundOf(request);
    if (!ground) return html(reply.code(404), notFoundPage(lang));
    const typed: Typed = Sent.parse(request.body ?? {});
    const id = FormId.catch(() => crypto.randomUUID()).parse(typed.id);
    const again = (status: number, errors: readonly FormError[]) =>
      show(request, reply, ground, { id, typed, errors, status });
    if (isFromElsewhere(request)) return again(403, [{ message: say('error.elsewhere') }]);
    const { cycleId, forumId } = ground;
    const act = typedIn(typed, 'do');
    if (act === 'draft' || act === 'merge') {
      const [first, ...others] = tickedIn(typed, 'proposalIds').filter(
        (one) => FormId.safeParse(one).success,
      );
      if (!first) return again(400, [{ message: say('themes.choose') }]);
      const query = (name: string, ids: readonly string[]): string =>
        new URLSearchParams(ids.map((one) => [name, one])).toString();
      return reply.redirect(
        act === 'draft'
          ? `/${lang}/desk/draft/${cycleId}?${query('fromProposals', [first, ...others])}`
          : `/${lang}/desk/merge-proposals/${first}?${query('proposalIds', others)}`,
        303,
      );
    }
    const wanted = themesIn(typed);
    if (wanted.some(([, theme]) => theme === undefined))
      return again(400, [{ field: 'newTheme', message: say('error.missing', { field: say('themes.new') }) }]);
    const { items } = await pageOf(ground, Asked.parse(request.query));
    const now = new Map(items.map((one) => [one.id, one.theme]));
    const themes = wanted.flatMap(([proposalId, theme]) =>
      theme !== undefined && now.get(proposalId) !== theme ? [{ proposalId, theme }] : [],
    );
    if (themes.length > 0) {
      const { status, errors } = await take(
        request,
        reply,
        ThemeProposals,
        id,
        { forumId, cycleId, themes },
        {
          themes: say('filter.theme'),
        },
      );
      if (status !== 200) return again(status, errors);
    }
    const { state, theme, cursor } = Asked.parse(request.query);
    const back = Object.entries({ state, theme, cursor, done: '1' }).flatMap(([key, value]) =>
      value ? [[key, value] as [string, string]] : [],
    );
    return reply.redirect(`/${lang}/desk/cycles/${cycleId}/proposals?${new URLSearchParams(back)}`, 303);
  });
};
