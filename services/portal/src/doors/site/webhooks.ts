import { randomBytes, randomUUID } from 'node:crypto';
import {
  type Command,
  type InputOf,
  ResumeWebhook,
  RotateWebhookSecret,
  SubscribeWebhook,
  UnsubscribeWebhook,
  WebhookCallsOf,
  WebhooksOf,
} from '@madang/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Lang, saying } from '../../pages/messages/say.ts';
import { webhooksPage } from '../../pages/webhooks-page.tsx';
import { only } from '../rights/by.ts';
import { isFromElsewhere } from '../who.ts';
import type { SiteDeps } from './site-deps.ts';
import { FormId, takingForms, thingOf } from './taking-forms.ts';

const Body = z.object({
  id: FormId.catch(() => randomUUID()),
  forum: FormId.catch(''),
  url: z.string().trim().max(5_000).catch(''),
  secret: z.string().trim().max(200).catch(''),
});
type Wish = { readonly [C in string]: Command };
const wishes = {
  resume: ResumeWebhook,
  rotate: RotateWebhookSecret,
  unsubscribe: UnsubscribeWebhook,
} as const satisfies Wish;
const CALLS = 20;

/** The addresses that are called for whoever is signed in: for the institution they act for, or for themselves. */
export const webhooksRoutes = (app: FastifyInstance, lang: Lang, deps: SiteDeps): void => {
  const { asker, actorOf, site, standing } = deps;
  const say = saying(lang);
  const { take } = takingForms(lang, deps);

  const officials = only('member', 'co-chair', 'secretariat', 'ministry', 'operator');

  const webhooksOf = async (request: FastifyRequest) => {
    const actor = actorOf(request);
    const { institutionId } = actor;
    const body = institutionId ? { institutionId } : {};
    const answer = await asker.query({ type: WebhooksOf.type, actor, body });
    const { webhooks } = answer.status === 200 ? WebhooksOf.result.parse(answer.result) : { webhooks: [] };
    return Promise.all(
      webhooks.map(async (one) => {
        const wish = { webhookId: one.webhookId, limit: CALLS };
        const made = await asker.query({ type: WebhookCallsOf.type, actor, body: wish });
        return { ...one, calls: made.status === 200 ? WebhookCallsOf.result.parse(made.result).calls : [] };
      }),
    );
  };
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    wrong: string | null = null,
    typed = '',
  ): Promise<FastifyReply> => {
    const isSignedIn = actorOf(request).roles.some((role) => role !== 'citizen');
    const view = {
      ...{ isSignedIn, wrong, typed, formId: randomUUID() },
      forum: await site.forumAt((await standing()).forums[0]?.id ?? ''),
      webhooks: isSignedIn ? await webhooksOf(request) : [],
      secret: `whsec_${randomBytes(32).toString('base64')}`,
      isDone: (request.query as { readonly done?: string }).done !== undefined,
    };
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(webhooksPage(view, lang));
  };
  const act = async <C extends Command>(
    request: FastifyRequest,
    reply: FastifyReply,
    command: C,
    id: string,
    body: InputOf<C> & { readonly forumId: string },
    typed = '',
  ): Promise<FastifyReply> => {
    if (isFromElsewhere(request)) return show(request, reply, 403, say('error.elsewhere'), typed);
    const { status, errors } = await take(request, reply, command, id, body, {
      url: say('webhooks.url'),
      secret: say('webhooks.secret'),
    });
    if (status !== 200) return show(request, reply, status, errors[0]?.message ?? '', typed);
    return reply.redirect(`/${lang}/webhooks?done=1`, 303);
  };

  app.get('/webhooks', officials, (request, reply) => show(request, reply));
  app.post('/webhooks', officials, (request, reply) => {
    const { id, forum: forumId, url, secret } = Body.parse(request.body ?? {});
    const { id: personId, institutionId } = actorOf(request, reply);
    const body = {
      ...{ forumId, webhookId: thingOf({ id }), personId, ...(institutionId ? { institutionId } : {}) },
      url: { lang, text: url },
      secret: { lang, text: secret },
    };
    return act(request, reply, SubscribeWebhook, id, body, url);
  });
  for (const [what, command] of Object.entries(wishes))
    app.post(`/webhooks/:id/${what}`, officials, (request, reply) => {
      const { id, forum: forumId, secret } = Body.parse(request.body ?? {});
      const webhookId = FormId.catch('').parse((request.params as { readonly id?: string }).id);
      const more = what === 'rotate' ? { secret: { lang, text: secret } } : {};
      return act(request, reply, command as Command, id, { forumId, webhookId, ...more } as never);
    });
};
