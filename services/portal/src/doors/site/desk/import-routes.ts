import { createHash } from 'node:crypto';
import {
  type Command,
  CommitImport,
  DiscardImport,
  ImportPreview,
  PURPOSE_NAMESPACE,
  StageContributions,
  StageProposals,
} from '@madang/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { v5 as uuidv5 } from 'uuid';
import { z } from 'zod';
import { importPreviewPage, uploadPage } from '../../../pages/desk/import-pages.tsx';
import type { FormError } from '../../../pages/kit/form.tsx';
import { type Lang, saying } from '../../../pages/messages/say.ts';
import { notFoundPage } from '../../../pages/not-found-page.tsx';
import {
  type ImportKind,
  type ImportRow,
  importColumns,
  importOf,
  type RowError,
} from '../../../queries/imports.ts';
import { readAs } from '../../read-as.ts';
import { isFromElsewhere } from '../../who.ts';
import type { SiteDeps } from '../site-deps.ts';
import { FormId, takingForms } from '../taking-forms.ts';
import { type CycleGround, cycleGround } from './grounds.ts';
import { readTable } from './read-table.ts';

const MOST_BYTES = 20 * 1024 * 1024;
/** Ten thousand rows are accepted in one transaction: it takes longer than a single form. */
const PATIENCE = 60_000;
const Id = FormId.catch('');
const Sent = z.object({
  id: FormId.catch(() => crypto.randomUUID()),
  rows: z.coerce.number().int().catch(0),
});
const html = (reply: FastifyReply, text: string): FastifyReply =>
  reply.type('text/html; charset=utf-8').send(text);

/** What rows say that is there already: in an earlier row, or in public. */
type Twice = { readonly repeats: ReadonlyMap<number, number>; readonly known: ReadonlySet<string> };
const wordsOf = (row: ImportRow): string => row.text || (row.title ?? '');
const rowOf =
  (kind: ImportKind, importId: string, { repeats, known }: Twice) =>
  (row: ImportRow) => {
    const thing = uuidv5(`row/${row.number}`, importId);
    const { lang, text, channel, receivedOn, contributorKind } = row;
    const of = repeats.get(row.number);
    const handedIn = {
      ...{ contributorId: uuidv5('contributor', thing), contributorKind, channel, receivedOn },
      number: row.number,
      ...(of === undefined ? {} : { repeats: of }),
      ...(known.has(wordsOf(row)) ? { isKnown: true } : {}),
    };
    return kind === 'contributions'
      ? {
          ...{ contributionId: thing, commitmentId: row.commitmentId, ...handedIn, text: { lang, text } },
          ...(row.clause ? { clause: row.clause } : {}),
        }
      : {
          ...{ proposalId: thing, ...handedIn, title: { lang, text: row.title } },
          ...(text ? { body: { lang, text } } : {}),
          ...(row.theme ? { theme: row.theme } : {}),
        };
  };

/** Imports: a table is read, looked at, staged in parts, and accepted by one command or discarded. */
export const importRoutes = async (app: FastifyInstance, lang: Lang, deps: SiteDeps): Promise<void> => {
  const { site, asker, actorOf } = deps;
  const say = saying(lang);
  const { take } = takingForms(lang, deps);
  const groundOf = (request: FastifyRequest, id: string): Promise<CycleGround | undefined> =>
    cycleGround({ deps, actor: actorOf(request), lang, say }, id);

  const uploads = (kind: ImportKind): void => {
    const path = `/desk/import-${kind}/:id`;
    const show = (
      reply: FastifyReply,
      ground: CycleGround,
      shown: { readonly errors?: readonly FormError[]; readonly wrong?: readonly RowError[] } = {},
      status = 200,
    ): FastifyReply =>
      html(
        reply.code(status),
        uploadPage({
          ...{ kind, cycleId: ground.cycleId, crumbs: ground.crumbs, rehearsalDay: ground.rehearsalDay },
          ...{
            told: { lang, say, zone: ground.zone },
            columns: importColumns(kind),
            id: crypto.randomUUID(),
          },
          ...{ errors: shown.errors ?? [], wrong: shown.wrong ?? [] },
        }),
      );
    const ofIdIn = ({ page, consultation }: CycleGround): string | undefined =>
      kind === 'contributions' ? consultation?.id : page.openings.call?.id;
    app.get(path, async (request, reply) => {
      const ground = await groundOf(request, Id.parse((request.params as { readonly id?: string }).id));
      return ground ? show(reply, ground) : html(reply.code(404), notFoundPage(lang));
    });
    app.post(path, { bodyLimit: MOST_BYTES + 100_000 }, async (request, reply) => {
      const ground = await groundOf(request, Id.parse((request.params as { readonly id?: string }).id));
      if (!ground) return html(reply.code(404), notFoundPage(lang));
      const sorry = (message: string, status = 400): FastifyReply =>
        show(reply, ground, { errors: [{ field: 'file', message }] }, status);
      if (isFromElsewhere(request)) return sorry(say('error.elsewhere'), 403);
      const ofId = ofIdIn(ground);
      if (!ofId) return sorry(say('import.closed'), 409);
      const part = await request.file({
        limits: { fileSize: MOST_BYTES, files: 1, fields: 5, fieldSize: 200 },
      });
      if (!part) return sorry(say('error.unchosen', { field: say('import.choose') }));
      const file = await part.toBuffer().catch(() => undefined);
      if (!file || part.file.truncated) return sorry(say('import.tooLarge'), 413);
      if (file.length === 0) return sorry(say('error.unchosen', { field: say('import.choose') }));
      const table = await readTable(file).catch(() => undefined);
      if (!table) return sorry(say('import.notATable'));
      const { commitments } = ground.page.cycle;
      const read = importOf(kind, { today: ground.page.today, commitments }, table);
      if (read.errors.length > 0) return show(reply, ground, { wrong: read.errors }, 400);

      // The same file by the same form is the same import: sent twice, it is staged once.
      const sum = createHash('sha256').update(file).digest('hex');
      const { value: formId } = z.object({ value: Id }).catch({ value: '' }).parse(part.fields.id);
      const importId = uuidv5(`import/${formId}/${ofId}/${sum}`, PURPOSE_NAMESPACE);
      const command: Command = kind === 'contributions' ? StageContributions : StageProposals;
      const twice: Twice = {
        repeats: new Map(read.repeated.map((one) => [one.number, one.of])),
        known: new Set(await site.desk.known(read.rows.map(wordsOf))),
      };
      for (const [at, rows] of read.parts.entries()) {
        const chunkId = uuidv5(`part/${at + 1}`, importId);
        const body = {
          ...{ forumId: ground.forumId, importId, chunkId, chunk: at + 1 },
          ...(kind === 'contributions' ? { consultationId: ofId } : { callId: ofId }),
          rows: rows.map(rowOf(kind, importId, twice)),
        };
        const { status, errors } = await take(request, reply, command, chunkId, body as never, {});
        if (status !== 200) return show(reply, ground, { errors }, status);
      }
      return reply.redirect(`/${lang}/desk/imports/${importId}`, 303);
    });
  };
  uploads('contributions');
  uploads('proposals');

  for (const kind of ['contributions', 'proposals'] as const)
    app.get(`/desk/import-template/${kind}.csv`, async (_request, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${kind}.csv"`)
        .send(
          `\ufeff${importColumns(kind)
            .map((one) => say(`import.column.${one}`))
            .join(',')}\r\n`,
        ),
    );

  const previewOf = async (request: FastifyRequest, importId: string) => {
    const answer = await asker.query(
      { type: ImportPreview.type, actor: actorOf(request), after: {}, body: { importId } },
      4_500,
    );
    if (answer.status !== 200) return undefined;
    const preview = ImportPreview.result.parse(answer.result);
    const cycleId =
      preview.importKind === 'contributions'
        ? (await site.desk.consultation(preview.ofId))?.cycleId
        : await site.desk.cycleOfCall(preview.ofId);
    const ground = cycleId ? await groundOf(request, cycleId) : undefined;
    return ground && { preview, ground };
  };
  const showPreview = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { preview, ground }: NonNullable<Awaited<ReturnType<typeof previewOf>>>,
    errors: readonly FormError[] = [],
    status = 200,
  ): Promise<FastifyReply> => {
    const words = await readAs(
      asker,
      actorOf(request),
      'commitments',
      preview.first.map((one) => one.textId),
    );
    return html(
      reply.code(status),
      importPreviewPage({
        ...{ told: { lang, say, zone: ground.zone }, crumbs: ground.crumbs, cycleId: ground.cycleId },
        ...{ rehearsalDay: ground.rehearsalDay, importId: preview.importId, kind: preview.importKind },
        ...{ state: preview.state, rows: preview.rows, errors, id: crypto.randomUUID() },
        twice: preview.twice,
        first: preview.first.flatMap(({ textId, commitmentId, ...one }) => {
          const said = words.get(textId);
          const of = ground.page.cycle.commitments.find((each) => each.id === commitmentId);
          return said ? [{ ...one, commitment: of?.number ?? null, lang: said.lang, words: said.text }] : [];
        }),
      }),
    );
  };
  const idIn = (request: FastifyRequest): string => Id.parse((request.params as { readonly id?: string }).id);
  const forumOf = async (request: FastifyRequest) =>
    (await previewOf(request, idIn(request)))?.preview.forumId;
  app.get('/desk/imports/:id', { config: { forumOf } }, async (request, reply) => {
    const found = await previewOf(request, idIn(request));
    return found ? showPreview(request, reply, found) : html(reply.code(404), notFoundPage(lang));
  });
  for (const what of ['commit', 'discard'] as const)
    app.post(`/desk/imports/:id/${what}`, { config: { forumOf } }, async (request, reply) => {
      const found = await previewOf(request, idIn(request));
      if (!found) return html(reply.code(404), notFoundPage(lang));
      const { id, rows } = Sent.parse(request.body ?? {});
      if (isFromElsewhere(request))
        return showPreview(request, reply, found, [{ message: say('error.elsewhere') }], 403);
      const { forumId, importId, chunkIds } = found.preview;
      const [command, body]: readonly [Command, object] =
        what === 'commit'
          ? [CommitImport, { forumId, importId, chunkIds, rows }]
          : [DiscardImport, { forumId, importId, chunkIds }];
      const { status, errors } = await take(request, reply, command, id, body as never, {}, PATIENCE);
      if (status !== 200) return showPreview(request, reply, found, errors, status);
      return reply.redirect(`/${lang}/desk/imports/${importId}`, 303);
    });
};
