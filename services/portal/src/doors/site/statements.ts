import { randomUUID } from 'node:crypto';
import { ErasePerson } from '@madang/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type EraseView, erasePage } from '../../pages/erase-page.tsx';
import { type Lang, saying } from '../../pages/messages/say.ts';
import { accessibilityPage, privacyPage } from '../../pages/statement-pages.tsx';
import { anyone } from '../rights/by.ts';
import { VISITOR_SECONDS } from '../session.ts';
import { lifetimes } from '../sign-in/lifetimes.ts';
import type { SiteDeps } from './site-deps.ts';
import { FormId, takingForms } from './taking-forms.ts';

const Sent = z.object({
  id: FormId.catch(() => randomUUID()),
  sure: z.literal('yes').optional().catch(undefined),
});

/** What this site keeps and how accessible it is; and the form by which somebody has all of theirs erased. */
export const statementRoutes = (app: FastifyInstance, lang: Lang, deps: SiteDeps): void => {
  const { who, cookies, standing, contact } = deps;
  const say = saying(lang);
  const { take } = takingForms(lang, deps);
  const view = { contact, ...lifetimes(), visitorDays: VISITOR_SECONDS / 86_400 };
  const html = (reply: FastifyReply, text: string): FastifyReply =>
    reply.type('text/html; charset=utf-8').send(text);
  app.get('/privacy', anyone, (_request, reply) => html(reply, privacyPage(view, lang)));
  app.get('/accessibility', anyone, (_request, reply) => html(reply, accessibilityPage(view, lang)));

  /** Whose words can be erased here: a citizen's own, by the pseudonym or session that the browser brings. */
  const stateOf = (request: FastifyRequest): 'nobody' | 'official' | 'asked' => {
    const known = who.knownAs(request);
    if (!known) return 'nobody';
    return known.roles.every((role) => role === 'citizen') ? 'asked' : 'official';
  };
  const show = (reply: FastifyReply, shown: Pick<EraseView, 'state'> & Partial<EraseView>): FastifyReply =>
    html(
      reply.header('cache-control', 'no-store'),
      erasePage({ formId: randomUUID(), errors: [], ...shown }, lang),
    );
  app.get('/mine/erase', anyone, (request, reply) => {
    const isDone = (request.query as { readonly done?: string }).done !== undefined;
    const state = stateOf(request);
    return show(reply, { state: isDone && state === 'nobody' ? 'done' : state });
  });
  app.post('/mine/erase', anyone, async (request, reply) => {
    const state = stateOf(request);
    const personId = who.knownAs(request)?.id;
    if (state !== 'asked' || !personId) return show(reply.code(409), { state });
    const { id: formId, sure } = Sent.parse(request.body ?? {});
    if (!sure) {
      const errors = [{ field: 'sure', message: say('erase.notSure') }];
      return show(reply.code(400), { state, formId, errors });
    }
    const forumId = (await standing()).forums[0]?.id ?? '';
    const body = { forumId, personId };
    const { status, errors } = await take(request, reply, ErasePerson, formId, body, {});
    if (status !== 200) return show(reply.code(status), { state, formId, errors });
    // Under an erased key nothing can be sealed any more: whoever comes again comes as somebody else.
    for (const name of [cookies.visitor, cookies.formerVisitor])
      reply.clearCookie(name, cookies.kept(request));
    await who.signOut(request, reply);
    return reply.redirect(`/${lang}/mine/erase?done=1`, 303);
  });
};
