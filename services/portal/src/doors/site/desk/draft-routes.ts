import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { draftFormPage } from '../../../pages/desk/draft-form-page.tsx';
import { draftsPage } from '../../../pages/desk/drafts-page.tsx';
import type { FieldSpec, FormError, Typed } from '../../../pages/kit/form.tsx';
import { typedIn } from '../../../pages/kit/form.tsx';
import { type Lang, saying } from '../../../pages/messages/say.ts';
import { notFoundPage } from '../../../pages/not-found-page.tsx';
import { isFromElsewhere } from '../../who.ts';
import type { SiteDeps } from '../site-deps.ts';
import { FormId, takingForms, thingOf } from '../taking-forms.ts';
import type { Context } from './desk-form.ts';
import { draftCommand } from './draft-command.ts';
import { type DraftMode, draftSections, rowFields } from './draft-fields.ts';
import { type DraftGround, draftSources, firstDraftGround, nextVersionGround } from './draft-ground.ts';
import { type RowKind, reworked, rowsIn, withRow } from './draft-rows.ts';
import { typedOf } from './draft-template.ts';
import { cycleGround } from './grounds.ts';

const Sent = z
  .record(
    z.string().max(60),
    z.union([z.string().max(100_000), z.array(z.string().max(60)).max(1_000)]).catch(''),
  )
  .catch({});
const Chosen = z
  .object({ fromProposals: z.union([z.string(), z.array(z.string()).max(200)]).optional() })
  .catch({});
const html = (reply: FastifyReply, text: string): FastifyReply =>
  reply.type('text/html; charset=utf-8').send(text);

type Shown = {
  readonly id: string;
  readonly typed: Typed;
  readonly errors: readonly FormError[];
  readonly status: number;
};

/** Commitments on the desk: the list of what each lacks, and the form in which they are drafted, revised and amended. */
export const draftRoutes = (app: FastifyInstance, lang: Lang, deps: SiteDeps): void => {
  const say = saying(lang);
  const { take } = takingForms(lang, deps);
  const contextOf = (request: FastifyRequest): Context => ({ deps, actor: deps.actorOf(request), lang, say });
  const idIn = (request: FastifyRequest): string =>
    FormId.catch('').parse((request.params as { readonly id?: string }).id);

  app.get('/desk/cycles/:id/commitments', async (request, reply) => {
    const id = idIn(request);
    const ground = id ? await cycleGround(contextOf(request), id) : undefined;
    if (!ground) return html(reply.code(404), notFoundPage(lang));
    const institutions = await deps.site.institutions();
    const isDone = (request.query as { readonly done?: string }).done !== undefined;
    return html(
      reply,
      draftsPage(
        {
          ...{ page: ground.page, crumbs: ground.crumbs, isDone },
          drafted: await deps.site.drafting.drafted(id),
          institutions: new Map(institutions.map((one) => [one.id, one.name[lang]])),
        },
        lang,
      ),
    );
  });

  const serve = (mode: DraftMode): void => {
    const path = `/desk/${mode}/:id`;
    const groundOf = (request: FastifyRequest): Promise<DraftGround | undefined> => {
      const id = idIn(request);
      if (!id) return Promise.resolve(undefined);
      return mode === 'draft'
        ? firstDraftGround(contextOf(request), id)
        : nextVersionGround(contextOf(request), id);
    };
    const rowsOf = (kind: RowKind, typed: Typed, ground: DraftGround) =>
      rowsIn(kind, typed).map((prefix) => ({
        ...{ prefix, id: typedIn(typed, prefix), fields: rowFields(kind, prefix, ground, say, lang) },
      }));
    const fieldsOf = (ground: DraftGround, typed: Typed): readonly FieldSpec[] => [
      ...draftSections(mode, ground, say, lang).flatMap((one) => one.fields),
      ...[...rowsOf('milestone', typed, ground), ...rowsOf('supporter', typed, ground)].flatMap(
        (one) => one.fields,
      ),
    ];
    const show = async (
      request: FastifyRequest,
      reply: FastifyReply,
      ground: DraftGround,
      { id, typed, errors, status }: Shown,
    ): Promise<FastifyReply> => {
      const { commitment } = ground;
      const last = commitment?.versions[0]?.version;
      const isOvertaken = last !== undefined && typed.onVersion !== String(last);
      return html(
        reply.code(status),
        draftFormPage({
          ...{
            told: { lang, say, zone: ground.zone },
            crumbs: ground.crumbs,
            rehearsalDay: ground.rehearsalDay,
          },
          ...{ id, typed, errors, path: `/desk/${mode}/${idIn(request)}` },
          title: commitment
            ? say(`draft.title.${mode === 'amend' ? 'amend' : 'revise'}`, { title: commitment.title[lang] })
            : say('draft.title'),
          button: say(mode === 'draft' ? 'draft.save' : 'draft.saveVersion'),
          sections: draftSections(mode, ground, say, lang),
          milestones: rowsOf('milestone', typed, ground),
          supporters: rowsOf('supporter', typed, ground),
          sources: await draftSources(contextOf(request), ground, typed),
          takesProposals: mode !== 'amend',
          overtakenBy: isOvertaken && commitment ? { id: commitment.id, version: last } : undefined,
        }),
      );
    };
    app.get(path, async (request, reply) => {
      const ground = await groundOf(request);
      if (!ground) return html(reply.code(404), notFoundPage(lang));
      const id = crypto.randomUUID();
      const first = typedIn(withRow('milestone', {}, id), 'milestone-1');
      const { fromProposals } = Chosen.parse(request.query);
      const typed = { ...typedOf(ground, lang, first), ...(fromProposals ? { fromProposals } : {}) };
      return show(request, reply, ground, { id, typed, errors: [], status: 200 });
    });
    app.post(path, async (request, reply) => {
      const ground = await groundOf(request);
      if (!ground) return html(reply.code(404), notFoundPage(lang));
      const sent: Typed = Sent.parse(request.body ?? {});
      const id = FormId.catch(() => crypto.randomUUID()).parse(sent.id);
      const more = reworked(sent, id);
      if (more) return show(request, reply, ground, { id, typed: more, errors: [], status: 200 });
      const typed = sent;
      const again = (status: number, errors: readonly FormError[]): Promise<FastifyReply> =>
        show(request, reply, ground, { id, typed, errors, status });
      if (isFromElsewhere(request)) return again(403, [{ message: say('error.elsewhere') }]);
      const { command, body, wrong } = draftCommand(
        { mode, ground, typed, thing: thingOf({ id }), fields: fieldsOf(ground, typed) },
        say,
      );
      if (wrong.length > 0) return again(400, wrong);
      const { status, errors } = await take(request, reply, command, id, body as never, {});
      if (status !== 200) return again(status, errors);
      return reply.redirect(`/${lang}/desk/cycles/${ground.cycleId}/commitments?done=1`, 303);
    });
  };
  for (const mode of ['draft', 'revise', 'amend'] as const) serve(mode);
};
