import { randomUUID } from 'node:crypto';
import {
  ClusterNamed,
  CommitmentRevised,
  CommitmentTextCorrected,
  CommitmentTextNarrowed,
  CommitmentTextPublished,
  ContributionAnswered,
  ContributorErased,
  ResponseDrafted,
  ResponsePublished,
} from '@madang/contracts';
import { until } from '@madang/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitmentPage } from './pages/commitment-page.tsx';
import { contributionsPage } from './pages/contribution-pages.tsx';
import { cyclePage } from './pages/cycle-page.tsx';
import { siteAtHand } from './skeleton/site-at-hand.ts';

let place: Awaited<ReturnType<typeof siteAtHand>>;
let database: (typeof place)['database'];
let telling: (typeof place)['telling'];
let site: (typeof place)['site'];
let scene: (typeof place)['scene'];

const heard = (): Promise<void> => place.heard();
const wordsOf = async (id: string): Promise<unknown> => {
  const text = (await site.contribution(id))?.text;
  return text?.state === 'there' ? text.words : text?.state;
};
const settled = (id: string, words: string): Promise<unknown> =>
  until(async () => (await wordsOf(id)) === words, { within: 10_000, what: `${id} to be "${words}"` });

beforeAll(async () => {
  place = await siteAtHand();
  ({ database, telling, site, scene } = place);
  await heard();
});
afterAll(() => place.close());

describe('a public text', () => {
  it('is shown and found, in Korean and English, by every word of what is asked', async () => {
    const { contributionId } = await scene.contribute(
      '교통 데이터를 실시간으로 공개해 주세요. Please publish bus data.',
    );
    await settled(contributionId, '교통 데이터를 실시간으로 공개해 주세요. Please publish bus data.');
    for (const asked of ['데이터', '실시간 공개', 'BUS data', '데이터'.normalize('NFD')])
      expect((await site.search(asked, 0)).hits.map((one) => one.id)).toContain(contributionId);
    expect((await site.search('데이터 철도', 0)).hits).toEqual([]);
    expect((await site.search('공공데이터', 0)).hits.map((one) => one.kind)).toEqual(
      expect.arrayContaining(['forum', 'commitment']),
    );
    expect(await site.search('a', 0)).toMatchObject({ tooShort: true });
    expect(await site.search('힣', 0)).toMatchObject({ tooShort: false, hits: [] });
  });
  it('is neither shown nor found while it is narrowed, and is again when it is published again', async () => {
    const { contributionId, textId } = await scene.contribute('광고입니다 광고광고');
    await settled(contributionId, '광고입니다 광고광고');
    const { forumId } = scene;
    const narrowed = { textId, visibility: 'institution', before: 'public', reasonCode: 'spam' } as const;
    await telling.tell(CommitmentTextNarrowed, `text/${textId}`, { ...narrowed, forumId } as never);
    await heard();
    expect(await wordsOf(contributionId)).toBe('not-public');
    expect((await site.search('광고광고', 0)).hits).toEqual([]);
    const published = { textId, releaseId: randomUUID(), visibility: 'public', forumId } as const;
    await telling.tell(CommitmentTextPublished, `text/${textId}`, published as never);
    await settled(contributionId, '광고입니다 광고광고');
  });
  it('shows its corrected words', async () => {
    const { contributionId, textId } = await scene.contribute('틀린 말');
    await settled(contributionId, '틀린 말');
    scene.words.set(textId, '바른 말');
    const correction = {
      textId,
      correction: scene.text('바른 말'),
      reasonCode: 'typo',
      forumId: scene.forumId,
    };
    await telling.tell(CommitmentTextCorrected, `text/${textId}`, correction as never);
    await settled(contributionId, '바른 말');
    expect((await site.search('틀린', 0)).hits).toEqual([]);
  });
  it('is nowhere any more when whoever wrote it was erased', async () => {
    const { contributionId, contributorId } = await scene.contribute('지워질 사람의 말');
    await settled(contributionId, '지워질 사람의 말');
    const writer = (forumId: string) => site.desk.writer(forumId, contributionId);
    expect(await writer(scene.forumId)).toEqual({ personId: contributorId, things: 1 });
    expect(await writer(randomUUID())).toBeUndefined();
    await telling.tell(ContributorErased, `contributor/${contributorId}`, {
      ...{ forumId: scene.forumId, contributorId, keyIds: [contributorId] },
    });
    await heard();
    expect(await wordsOf(contributionId)).toBe('erased');
    expect((await site.search('지워질', 0)).hits).toEqual([]);
    await until(
      async () => (await database.$queryRawUnsafe<unknown[]>('SELECT * FROM words_to_clean')).length === 0,
      {
        within: 10_000,
        what: 'the words to be cleaned out of the files',
      },
    );
  });
  it('comes again when a crash of the database took the words', async () => {
    const { contributionId } = await scene.contribute('다시 오는 말');
    await settled(contributionId, '다시 오는 말');
    await database.$executeRawUnsafe('TRUNCATE text_words');
    await settled(contributionId, '다시 오는 말');
  });
});

describe('a contribution', () => {
  it('is shown with its answer only when it was released, and with what changed because of it', async () => {
    const { forumId, consultationId, commitmentId, cycleId } = scene;
    const { contributionId } = await scene.contribute('답을 기다리는 의견');
    const [responseId, clusterId] = [randomUUID(), randomUUID()];
    await telling.tell(ClusterNamed, `cluster/${clusterId}`, {
      ...{ forumId, clusterId, consultationId, theme: '데이터', contributionIds: [contributionId] },
    });
    const reason = scene.text('예산에 반영했습니다');
    await telling.tell(ResponseDrafted, `response/${responseId}`, {
      ...{ forumId, responseId, consultationId, contributionIds: [contributionId], outcome: 'adopted' },
      ...{ reason, changedCommitmentIds: [commitmentId] },
    });
    await heard();
    expect(await site.contribution(contributionId)).toMatchObject({
      state: 'accepted',
      theme: '데이터',
      reason: null,
    });
    await telling.tell(ResponsePublished, `response/${responseId}`, {
      ...{ forumId, responseId, consultationId, releaseId: randomUUID(), authority: 'forum' },
      ...({ outcome: 'adopted', contributionIds: [contributionId] } as const),
    });
    await telling.tell(ContributionAnswered, `contribution/${contributionId}`, {
      ...{ forumId, contributionId, consultationId, responseId, outcome: 'adopted' },
    });
    const before = (await site.commitment(commitmentId, '2026-02-01'))?.versions[0];
    await telling.tell(CommitmentRevised, `commitment/${commitmentId}`, {
      ...{ forumId, cycleId, commitmentId, version: 2, because: [contributionId] },
      draft: { ...(before?.draft as never as object), solution: scene.text('해결: 실시간 공개') } as never,
    });
    await heard();
    await until(async () => (await site.contribution(contributionId))?.reason?.state === 'there', {
      within: 10_000,
    });
    expect(await site.contribution(contributionId)).toMatchObject({
      state: 'answered',
      outcome: 'adopted',
      reason: { words: '예산에 반영했습니다' },
      changes: [{ commitmentId, version: 2, number: 1 }],
    });
    const page = await site.commitment(commitmentId, '2026-02-01');
    const place = await site.place(cycleId);
    expect(page?.versions.map((one) => [one.version, one.causes.map((cause) => cause.id)])).toEqual([
      [2, [contributionId]],
      [1, []],
    ]);
    if (!page || !place) throw new Error('no page');
    expect(commitmentPage({ place, commitment: page, isOpen: true, mayAddEvidence: false }, 'ko')).toContain(
      '<ins title="더함">',
    );
  });
  it('is found by commitment, theme, outcome and lead institution', async () => {
    const { cycleId, commitmentId, institutionId } = scene;
    const count = async (filter: object): Promise<number> =>
      (await site.contributions(cycleId, filter, undefined)).items.length;
    expect(await count({ outcome: 'adopted' })).toBe(1);
    expect(await count({ theme: '데이터', ministry: institutionId, commitmentId })).toBe(1);
    expect(await count({ ministry: randomUUID() })).toBe(0);
    // A form sends what was left open as an empty word.
    expect(await count({ outcome: 'adopted', theme: '' })).toBe(1);
    expect(await count({ theme: "'; DROP TABLE contribution_row; --" })).toBe(0);
  });
});

describe('with ten thousand contributions', () => {
  it('every page is read through an index and stays small', async () => {
    const { cycleId, consultationId, commitmentId, forumId } = scene;
    await database.$executeRawUnsafe(
      `INSERT INTO contribution_row (id, consultation_id, cycle_id, commitment_id, contributor_kind, channel, received_on, text_id, state, outcome, theme, sequence)
       SELECT gen_random_uuid(), '${consultationId}', '${cycleId}', '${commitmentId}', 'person', 'online', '2026-02-01', gen_random_uuid(),
              'answered', 'adopted', '주제' || n % 40, 1000 + n FROM generate_series(1, 10000) AS n`,
    );
    await database.$executeRawUnsafe(
      `INSERT INTO text_row (text_id, source, forum_id, subject_kind, subject_id, role, lang, visibility, withdrawn, erased, checked, at)
       SELECT text_id, 'commitments', '${forumId}', 'contribution', id, 'text', 'ko', 'public', false, false, true, '2026-02-01T00:00:00.000Z'
       FROM contribution_row WHERE sequence > 1000`,
    );
    await database.$executeRawUnsafe(
      `INSERT INTO text_words SELECT text_id, '의견 ' || sequence, ARRAY['의견', left(sequence::text, 2)] FROM contribution_row WHERE sequence > 1000`,
    );
    await database.$executeRawUnsafe('ANALYZE');
    const first = await site.contributions(cycleId, {}, undefined);
    const second = await site.contributions(cycleId, {}, first.next ?? undefined);
    expect([first.items.length, second.items.length]).toEqual([25, 25]);
    expect(second.items.some((one) => first.items.some((other) => other.id === one.id))).toBe(false);
    const place = await site.place(cycleId);
    const cycle = await site.cycle(cycleId);
    if (!place || !cycle) throw new Error('no cycle');
    const list = {
      place,
      page: first,
      themes: await site.contributionThemes(cycleId),
      commitments: [],
      ministries: [],
      chosen: {},
    };
    for (const page of [contributionsPage(list, 'ko'), cyclePage(cycle, 'en')])
      expect(Buffer.byteLength(page)).toBeLessThan(120_000);
    const plan = async (sql: string): Promise<string> =>
      (await database.$queryRawUnsafe<Record<string, string>[]>(`EXPLAIN ${sql}`))
        .map((row) => Object.values(row)[0])
        .join('\n');
    expect(
      await plan(
        `SELECT * FROM contribution_row WHERE cycle_id = '${cycleId}' AND sequence > 5000 ORDER BY sequence LIMIT 26`,
      ),
    ).not.toContain('Seq Scan');
    expect(await plan("SELECT * FROM text_words WHERE grams @> ARRAY['데이','이터']")).not.toContain(
      'Seq Scan',
    );
    expect((await site.search('의견', 0)).hits).toHaveLength(20);
  });
});
