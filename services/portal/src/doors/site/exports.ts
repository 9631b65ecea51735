import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dataPage } from '../../pages/data-page.tsx';
import type { Lang } from '../../pages/messages/say.ts';
import { notFoundPage } from '../../pages/not-found-page.tsx';
import { dataSets } from '../../queries/data-sets.ts';
import type { Place } from '../../queries/place.ts';
import { anyone } from '../rights/by.ts';
import { plainSheet, toldSheet } from './open-data/cells.ts';
import { csvOf } from './open-data/csv-of.ts';
import { dataPackage } from './open-data/data-package.ts';
import { readMe } from './open-data/read-me.ts';
import { type ZipEntry, zipOf } from './open-data/zip-of.ts';
import { sheetOf } from './sheet-of.ts';
import type { SiteDeps } from './site-deps.ts';
import { FormId } from './taking-forms.ts';

async function* textBytes(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
const asFile = (reply: FastifyReply, type: string, name: string): FastifyReply =>
  reply.type(type).header('content-disposition', `attachment; filename="${name}"`);

/** Everything public of a cycle as files, at any moment, and the page that says what each of them holds. */
export const exportRoutes = (app: FastifyInstance, lang: Lang, { site, onFault }: SiteDeps): void => {
  const scopeOf = ({ cycle, forum }: Place) => ({ cycleId: cycle.id, forumId: forum.id });
  const route = (tail: string, send: (reply: FastifyReply, place: Place) => FastifyReply): void => {
    app.get(`/cycles/:id/${tail}`, anyone, async (request: FastifyRequest, reply) => {
      const id = FormId.safeParse((request.params as { readonly id?: string }).id);
      const place = id.success ? await site.place(id.data) : undefined;
      return place
        ? send(reply, place)
        : reply.code(404).type('text/html; charset=utf-8').send(notFoundPage(lang));
    });
  };
  for (const set of dataSets) {
    route(`${set.name}.csv`, (reply, place) => {
      const { head, rows } = plainSheet(set, site.openData(set, scopeOf(place)));
      return asFile(reply, 'text/csv; charset=utf-8', `${set.name}.csv`).send(csvOf(head, rows, onFault));
    });
    route(`${set.name}.xlsx`, (reply, place) => {
      const { head, rows } = toldSheet(lang, set, site.openData(set, scopeOf(place)));
      const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      return asFile(reply, type, `${set.name}.xlsx`).send(sheetOf(set.name, head, rows).on('error', onFault));
    });
  }
  route('datapackage.json', (reply, place) =>
    reply.type('application/json; charset=utf-8').send(JSON.stringify(dataPackage(dataSets, place), null, 2)),
  );
  route('data.zip', (reply, place) => {
    const entries = function* (): Generator<ZipEntry> {
      yield { name: 'README.md', bytes: textBytes(readMe(dataSets, place)) };
      const described = JSON.stringify(dataPackage(dataSets, place), null, 2);
      yield { name: 'datapackage.json', bytes: textBytes(described) };
      for (const set of dataSets) {
        const { head, rows } = plainSheet(set, site.openData(set, scopeOf(place)));
        yield { name: `${set.name}.csv`, bytes: csvOf(head, rows, onFault) };
      }
    };
    return asFile(reply, 'application/zip', `${place.cycle.id}.zip`).send(
      Readable.from(zipOf(entries())).on('error', onFault),
    );
  });
  route('data', (reply, place) =>
    reply.type('text/html; charset=utf-8').send(dataPage({ place, sets: dataSets }, lang)),
  );
};
