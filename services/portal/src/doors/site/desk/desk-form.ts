import type { Actor, Command, InputOf } from '@madang/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import { v5 as uuidv5 } from 'uuid';
import { z } from 'zod';
import { checkPage } from '../../../pages/desk/check-page.tsx';
import { deskFormPage } from '../../../pages/desk/desk-form-page.tsx';
import { type FieldSpec, type FormError, type Typed, tickedIn, typedIn } from '../../../pages/kit/form.tsx';
import type { Crumb } from '../../../pages/kit/shell.tsx';
import type { Told } from '../../../pages/kit/told.ts';
import { type Lang, type Say, saying } from '../../../pages/messages/say.ts';
import { notFoundPage } from '../../../pages/not-found-page.tsx';
import type { By } from '../../rights/by.ts';
import { landingOf } from '../../sign-in/landing-of.ts';
import { isFromElsewhere } from '../../who.ts';
import type { SiteDeps } from '../site-deps.ts';
import { FormId, takingForms, thingOf } from '../taking-forms.ts';
import { wrongFields } from './wrong-fields.ts';

/** What every form of a desk stands on. */
export type Ground = {
  readonly forumId: string;
  readonly zone: string;
  readonly crumbs: readonly Crumb[];
  readonly rehearsalDay?: string | undefined;
};
/** What was typed, and the ids the form gives to what it makes. */
export type Filled = {
  readonly typed: Typed;
  /** The thing the form makes; the same form sent again makes the same thing. */
  readonly thing: string;
  /** Another thing it makes, by a name. */
  readonly thingNamed: (name: string) => string;
  readonly is: (name: string) => string;
  /** What was typed, or nothing where it was left empty. */
  readonly maybe: (name: string) => string | undefined;
  readonly all: (name: string) => readonly string[];
  /** Free text in the language that was chosen. */
  readonly text: (name: string) => { readonly lang: Lang; readonly text: string };
  readonly lang: Lang;
};
export type Context = {
  readonly deps: SiteDeps;
  readonly actor: Actor;
  readonly lang: Lang;
  readonly say: Say;
};
/** What somebody looks at before it counts. `typed`: what goes on from here, where it is more than was typed. */
export type Checked = { readonly shown: ComponentChildren; readonly typed?: Typed };
/** One form of a desk and the command it is for. */
export type DeskForm<G extends Ground = Ground> = {
  /** Last part but one of its address. */
  readonly name: string;
  /** What comes before it in the address; `/desk` when left out. */
  readonly at?: string;
  /** It is about nothing that is there already, and has no id in its address. */
  readonly alone?: boolean;
  /** Who may ask it; the secretariat alone when left out, where it lies on the desk. */
  readonly by?: By;
  readonly title: (ground: G, say: Say) => string;
  readonly button: (say: Say) => string;
  /** `chosen`: what its address says after the question mark, and what was typed. */
  readonly ground: (context: Context, id: string, chosen: unknown) => Promise<G | undefined>;
  readonly intro?: (ground: G, told: Told) => ComponentChildren;
  readonly fields: (ground: G, say: Say) => readonly FieldSpec[];
  /** What stands in the fields before anything was typed. */
  readonly begin?: (ground: G, lang: Lang) => Typed;
  /** Why there is nothing to fill in any more, shown in place of the fields. */
  readonly over?: (ground: G, say: Say) => string | undefined;
  /** What is wrong beyond single fields, before anybody is asked. */
  readonly wrong?: (ground: G, filled: Filled, say: Say) => readonly FormError[];
  /** A step between filling in and sending; without it a form is sent at once. */
  readonly check?: (ground: G, filled: Filled, context: Context, told: Told) => Promise<Checked>;
  readonly ask: (ground: G, filled: Filled, actor: Actor) => readonly [Command, object];
  /** Who acts when it is not whoever is signed in: the writer of a thing, by its private link. */
  readonly actsAs?: (deps: SiteDeps, request: FastifyRequest, id: string) => Promise<Actor | undefined>;
  /** Where the way goes on, after its language. */
  readonly leadsTo: (ground: G, thing: string) => string;
};

const html = (reply: FastifyReply, text: string): FastifyReply =>
  reply.type('text/html; charset=utf-8').send(text);
const Sent = z.record(
  z.string().max(60),
  z.union([z.string().max(400_000), z.array(z.string().max(60)).max(5_000)]),
);
const Named = z.object({ id: FormId });

const filledOf = (typed: Typed, id: string, lang: Lang): Filled => {
  const thing = thingOf({ id });
  const is = (name: string): string => typedIn(typed, name).trim();
  const written = is('lang') === 'en' ? 'en' : is('lang') === 'ko' ? 'ko' : lang;
  return {
    ...{ typed, thing, is, lang: written },
    thingNamed: (name) => uuidv5(name, thing),
    maybe: (name) => is(name) || undefined,
    all: (name) => tickedIn(typed, name),
    text: (name) => ({ lang: written, text: is(name) }),
  };
};

/** A form whose choice is empty could only be refused: it says so in place of its fields. */
const nothingToChoose = (fields: readonly FieldSpec[], say: Say): string | undefined => {
  const empty = fields.find((one) => one.kind === 'choice' && !one.optional && one.choices.length === 0);
  return empty && say('desk.nothingToChoose', { field: empty.label });
};

/** Serves a form of a desk: drawn empty, drawn again with what was typed and what is wrong, or sent once. */
export const deskForm = <G extends Ground>(
  app: FastifyInstance,
  lang: Lang,
  deps: SiteDeps,
  form: DeskForm<G>,
): void => {
  const say = saying(lang);
  const address = `${form.at ?? '/desk'}/${form.name}`;
  const path = form.alone ? address : `${address}/:id`;
  const idIn = (request: FastifyRequest): string => (request.params as { readonly id?: string }).id ?? '';
  const groundOf = async (request: FastifyRequest): Promise<G | undefined> => {
    const id = form.alone ? { success: true, data: { id: '' } } : Named.safeParse(request.params);
    if (!id.success || !id.data) return undefined;
    // What was chosen on the way here is chosen still when the form comes back.
    const chosen = Object.assign({}, request.query, request.body);
    return form.ground({ deps, actor: deps.actorOf(request), lang, say }, id.data.id, chosen);
  };
  const askedIn = (request: FastifyRequest): string =>
    request.url.slice(request.url.split('?', 1)[0]?.length);
  const pageOf = (request: FastifyRequest, ground: G) => ({
    ...{ told: { lang, say, zone: ground.zone }, title: form.title(ground, say), crumbs: ground.crumbs },
    path: `${form.alone ? address : `${address}/${idIn(request)}`}${askedIn(request)}`,
    ...{ rehearsalDay: ground.rehearsalDay, fields: form.fields(ground, say), button: form.button(say) },
  });
  const show = (
    reply: FastifyReply,
    request: FastifyRequest,
    ground: G,
    shown: {
      readonly id: string;
      readonly typed: Typed;
      readonly errors: readonly FormError[];
      readonly status: number;
      readonly over?: string | undefined;
    },
  ): FastifyReply => {
    const page = pageOf(request, ground);
    const intro = form.intro?.(ground, page.told);
    return html(reply.code(shown.status), deskFormPage({ ...shown, ...page, intro }));
  };
  const rights = form.by ? { config: { by: form.by } } : {};
  app.get(path, rights, async (request, reply) => {
    const ground = await groundOf(request);
    if (!ground) return html(reply.code(404), notFoundPage(lang));
    return show(reply, request, ground, {
      ...{ id: FormId.parse(crypto.randomUUID()), errors: [], status: 200 },
      over: form.over?.(ground, say) ?? nothingToChoose(form.fields(ground, say), say),
      typed: { lang, ...form.begin?.(ground, lang) },
    });
  });
  app.post(path, rights, async (request, reply) => {
    const ground = await groundOf(request);
    if (!ground) return html(reply.code(404), notFoundPage(lang));
    const typed: Typed = Sent.catch({}).parse(request.body ?? {});
    const id = FormId.catch(() => crypto.randomUUID()).parse(typed.id);
    const again = (status: number, errors: readonly FormError[]): FastifyReply =>
      show(reply, request, ground, { id, typed, errors, status });
    if (isFromElsewhere(request)) return again(403, [{ message: say('error.elsewhere') }]);
    if (typedIn(typed, 'looked') === 'again') return again(200, []);
    const fields = form.fields(ground, say);
    const filled = filledOf(typed, id, lang);
    const actor = (await form.actsAs?.(deps, request, idIn(request))) ?? deps.actorOf(request, reply);
    const missing = wrongFields(fields, typed, say);
    const wrong = missing.length > 0 ? missing : (form.wrong?.(ground, filled, say) ?? []);
    if (wrong.length > 0) return again(400, wrong);
    if (form.check && typedIn(typed, 'looked') !== 'yes') {
      const page = pageOf(request, ground);
      const context = { deps, actor, lang, say };
      const checked = await form.check(ground, filled, context, page.told);
      return html(reply, checkPage({ ...page, id, typed, ...checked }));
    }
    const { take } = takingForms(lang, { ...deps, actorOf: () => actor });
    const [command, body] = form.ask(ground, filled, actor);
    const names = Object.fromEntries(fields.map((one) => [one.name, one.label]));
    const asked = { forumId: ground.forumId, ...body } as InputOf<Command> & { readonly forumId: string };
    const { status, errors } = await take(request, reply, command, id, asked, names);
    if (status !== 200) return again(status, errors);
    // Whoever else may use a form of the desk goes back to where their own work is.
    const { roles } = deps.actorOf(request);
    const isElsewhere = form.at === undefined && !roles.includes('secretariat');
    const to = isElsewhere ? `${landingOf({ roles })}?done=1` : form.leadsTo(ground, filled.thing);
    return reply.redirect(`/${lang}${to}`, 303);
  });
};
