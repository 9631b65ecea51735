import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Lang, type Say, saying } from '../../pages/messages/say.ts';
import { notFoundPage } from '../../pages/not-found-page.tsx';
import type { Page } from '../../queries/contributions.ts';
import type { Site } from '../../queries/site.ts';
import type { TextView } from '../../queries/texts.ts';
import { anyone } from '../rights/by.ts';
import { type Cell, sheetOf } from './sheet-of.ts';
import type { SiteDeps } from './site-deps.ts';
import { FormId } from './taking-forms.ts';

type Rows = { readonly head: readonly string[]; readonly rows: AsyncIterable<readonly Cell[]> };
/** Rows read at once; a file is written while it is read, so memory does not grow with it. */
const AT_ONCE = 500;

const wordsOf = (text: TextView | null, say: Say): string =>
  text === null ? '' : text.state === 'there' ? text.words : say(`text.${text.state}`);

async function* pages<T>(read: (cursor: string | undefined) => Promise<Page<T>>): AsyncGenerator<T> {
  let cursor: string | undefined;
  do {
    const { items, next } = await read(cursor);
    yield* items;
    cursor = next ?? undefined;
  } while (cursor !== undefined);
}
async function* each<T>(items: AsyncIterable<T>, row: (one: T) => readonly Cell[]) {
  for await (const one of items) yield row(one);
}

const contributionsIn = (site: Site, cycleId: string, lang: Lang, say: Say): Rows => ({
  head: [
    ...['id', say('column.commitment'), say('form.clause'), say('desk.channel'), say('desk.receivedOn')],
    ...[say('form.kind'), say('form.text'), say('column.state'), say('filter.theme'), say('column.outcome')],
    ...[say('desk.answer.reason'), say('desk.releasedOn'), say('contribution.changed')],
  ],
  rows: each(
    pages((cursor) => site.contributions(cycleId, {}, cursor, AT_ONCE)),
    (one) => [
      ...[one.id, `${one.commitmentNumber}. ${one.commitmentTitle[lang]}`],
      ...[one.clause ? say(`clause.${one.clause}`) : '', say(`channel.${one.channel as 'online'}`)],
      ...[one.receivedOn, say(`kinds.${one.contributorKind}`), wordsOf(one.text, say)],
      ...[say(`state.${one.state}`), one.theme ?? '', one.outcome ? say(`outcome.${one.outcome}`) : ''],
      ...[wordsOf(one.reason, say), one.releasedOn ?? ''],
      one.changes.map((change) => `${change.number} v${change.version}`).join(', '),
    ],
  ),
});
const proposalsIn = (site: Site, cycleId: string, lang: Lang, say: Say): Rows => ({
  head: [
    ...['id', say('form.title'), say('form.body'), say('filter.theme'), say('desk.receivedOn')],
    ...[say('column.state'), say('desk.reason'), say('proposal.forward')],
  ],
  rows: each(
    pages((cursor) => site.proposals(cycleId, {}, cursor, AT_ONCE)),
    (one) => [
      ...[one.id, wordsOf(one.title, say), wordsOf(one.body, say), one.theme ?? '', one.receivedOn ?? ''],
      ...[say(`state.${one.state}`), wordsOf(one.reason, say)],
      one.forward
        .map((link) =>
          link.commitment ? `${link.commitment.number}. ${link.commitment.title[lang]}` : link.id,
        )
        .join(', '),
    ],
  ),
});
async function* milestones(site: Site, cycleId: string, lang: Lang, say: Say) {
  const cycle = await site.cycle(cycleId);
  for (const { id } of cycle?.cycle.commitments ?? []) {
    const one = cycle && (await site.commitment(id, cycle.today));
    if (!one) continue;
    for (const milestone of one.milestones) {
      const [last] = milestone.reports;
      yield [
        ...[one.id, one.number, one.title[lang], one.lead[lang], say(`commitment.state.${one.state}`)],
        ...[one.versions[0]?.draft.sdgTargets.join(', ') ?? '', milestone.name[lang], milestone.dueOn],
        ...[milestone.lead[lang], last ? say(`completion.${last.completion}`) : ''],
        ...[last ? wordsOf(last.progress, say) : '', last?.on ?? ''],
      ];
    }
  }
}
const commitmentsIn = (site: Site, cycleId: string, lang: Lang, say: Say): Rows => ({
  head: [
    ...['id', '#', say('column.commitment'), say('column.lead'), say('column.state'), say('commitment.sdg')],
    ...[say('commitment.milestones'), say('column.due'), say('column.lead'), say('column.completion')],
    ...[say('duty.report.progress'), say('desk.reportedOn')],
  ],
  rows: milestones(site, cycleId, lang, say),
});
const SHEETS = {
  contributions: contributionsIn,
  proposals: proposalsIn,
  commitments: commitmentsIn,
} as const;

const sendSheet = (reply: FastifyReply, name: string, { head, rows }: Rows, onFault: SiteDeps['onFault']) =>
  reply
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', `attachment; filename="${name}.xlsx"`)
    .send(sheetOf(name, head, rows).on('error', onFault));
const sendCsv = (reply: FastifyReply, name: string, { head, rows }: Rows, onFault: SiteDeps['onFault']) => {
  // With a mark that tells Excel it is UTF-8; a cell that would be read as a formula is quoted as text.
  const csv = stringify({ header: true, columns: [...head], bom: true, escape_formulas: true });
  pipeline(Readable.from(rows), csv).catch(onFault);
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .send(csv);
};

/** Everything public of a cycle as files, at any moment: what came in, what was answered, what was promised and how far it is. */
export const exportRoutes = (app: FastifyInstance, lang: Lang, { site, onFault }: SiteDeps): void => {
  const say = saying(lang);
  for (const [name, of] of Object.entries(SHEETS))
    for (const kind of ['csv', 'xlsx'] as const)
      app.get(`/cycles/:id/${name}.${kind}`, anyone, async (request, reply) => {
        const id = FormId.safeParse((request.params as { readonly id?: string }).id);
        if (!id.success || !(await site.place(id.data)))
          return reply.code(404).type('text/html; charset=utf-8').send(notFoundPage(lang));
        const rows = of(site, id.data, lang, say);
        return kind === 'csv' ? sendCsv(reply, name, rows, onFault) : sendSheet(reply, name, rows, onFault);
      });
};
