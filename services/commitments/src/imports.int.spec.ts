import { randomUUID } from 'node:crypto';
import {
  CommitImport,
  ContributionFate,
  DiscardImport,
  EraseContributor,
  ImportPreview,
  ReadCommitmentTexts,
  ResponseCoverage,
  StageContributions,
} from '@madang/contracts';
import { rebuildState } from '@madang/record';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyRows } from './adapters/empty-rows.ts';
import { consulted, text } from './skeleton/plan-on-the-table.ts';
import { openRoom, type Room, secretariat, theClock } from './skeleton/room.ts';

const MANY = 10_000;
const CHUNK = 200;
let room: Room;
let at: Awaited<ReturnType<typeof consulted>>;
beforeAll(async () => {
  room = await openRoom(2);
  at = await consulted(room);
});
afterAll(() => room.close());

const ok = { status: 200 };
const passerBy = { id: randomUUID(), roles: ['citizen' as const] };
const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    ...{ contributionId: randomUUID(), commitmentId: at.commitmentId, contributorId: randomUUID() },
    ...({ contributorKind: 'person', channel: 'paper', receivedOn: '2026-03-01' } as const),
    text: text(`종이로 온 의견 ${n + 1}`),
  }));
const stage = async (importId: string, rows: ReturnType<typeof rowsOf>): Promise<readonly string[]> => {
  const chunkIds: string[] = [];
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunkId = randomUUID();
    chunkIds.push(chunkId);
    const part = { importId, chunkId, chunk: from / CHUNK + 1, consultationId: at.consultationId };
    const answer = await room.command(StageContributions, { ...part, rows: rows.slice(from, from + CHUNK) });
    expect(answer).toMatchObject(ok);
  }
  return chunkIds;
};
const accepted = async () =>
  (await room.query(ResponseCoverage, { consultationId: at.consultationId })).accepted;
const readAs = async (textId: string, actor = passerBy) =>
  (await room.query(ReadCommitmentTexts, { textIds: [textId] }, actor)).texts[0];

describe(`an import of ${MANY} rows`, () => {
  const importId = randomUUID();
  let rows: ReturnType<typeof rowsOf>;
  let chunkIds: readonly string[];

  it('is staged in parts; nothing counts, and nobody but the secretariat reads it', async () => {
    rows = rowsOf(MANY);
    chunkIds = await stage(importId, rows);
    expect(await accepted()).toBe(0);
    const preview = await room.query(ImportPreview, { importId });
    expect(preview).toMatchObject({ state: 'staged', rows: MANY, importKind: 'contributions' });
    expect(preview.chunkIds).toEqual(chunkIds);
    expect(preview.first.map((one) => one.thingId)).toEqual(
      rows.slice(0, 20).map((one) => one.contributionId),
    );
    const textId = preview.first[0]?.textId ?? '';
    expect(await readAs(textId)).toMatchObject({ state: 'not-for-you', text: null });
    expect(await readAs(textId, secretariat as never)).toMatchObject({ text: '종이로 온 의견 1' });
  }, 120_000);

  it('is committed by one command of two that come at once', async () => {
    const commit = { importId, chunkIds: [...chunkIds], rows: MANY };
    const answers = await Promise.all([
      room.command(CommitImport, commit),
      room.command(CommitImport, commit),
    ]);
    expect(answers.map((one) => one.status)).toEqual([200, 200]);
    const effects = answers
      .map((one) => (one.status === 200 ? one.effects.length : -1))
      .toSorted((a, b) => a - b);
    expect(effects[0]).toBe(0);
    expect(await accepted()).toBe(MANY);
    const fate = await room.query(ContributionFate, { contributionId: rows.at(-1)?.contributionId ?? '' });
    expect(fate).toMatchObject({ state: 'accepted' });
    expect(await readAs(fate.textId)).toMatchObject({ state: 'readable', text: `종이로 온 의견 ${MANY}` });
  }, 180_000);

  it('is the same when its rows are made again from the log', async () => {
    const [context] = room.contexts;
    const sums = () =>
      Promise.all(
        ['aggregate', 'contribution', 'import_batch', 'import_row'].map((table) =>
          room.database.$queryRawUnsafe(
            `SELECT '${table}' AS t, count(*)::int AS n, sum(hashtextextended(x::text, 1))::text AS sum FROM ${table} x`,
          ),
        ),
      );
    const before = await sums();
    if (context) await rebuildState(context, emptyRows);
    expect(await sums()).toEqual(before);
  }, 180_000);

  it('lets a contributor of it be erased alone', async () => {
    const [one, other] = rows;
    const textOf = async (id = '') => (await room.query(ContributionFate, { contributionId: id })).textId;
    const textIds = [await textOf(one?.contributionId), await textOf(other?.contributionId)];
    expect(
      await room.command(EraseContributor, { contributorId: one?.contributorId ?? '' }, theClock),
    ).toMatchObject(ok);
    expect(await readAs(textIds[0] ?? '')).toMatchObject({ state: 'erased', text: null });
    expect(await readAs(textIds[1] ?? '')).toMatchObject({ state: 'readable' });
  });
});

describe('an import that is discarded', () => {
  it('never counts, and its words can never be read again', async () => {
    const importId = randomUUID();
    const before = await accepted();
    const chunkIds = await stage(importId, rowsOf(3));
    const { first } = await room.query(ImportPreview, { importId });
    expect(await room.command(DiscardImport, { importId, chunkIds: [...chunkIds] })).toMatchObject(ok);
    expect(await room.query(ImportPreview, { importId })).toMatchObject({ state: 'discarded', first: [] });
    expect(await readAs(first[0]?.textId ?? '', secretariat as never)).toMatchObject({
      ...{ state: 'erased', text: null },
    });
    expect(await room.command(CommitImport, { importId, chunkIds: [...chunkIds], rows: 3 })).toMatchObject({
      ...{ status: 409, refusal: { code: 'import-already-discarded' } },
    });
    expect(await accepted()).toBe(before);
  });
});
