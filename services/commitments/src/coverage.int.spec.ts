import { randomUUID } from 'node:crypto';
import {
  CloseConsultation,
  ClusterContributions,
  CycleCommitments,
  DraftResponse,
  ReleaseResponses,
  ResponseCoverage,
  RestoreContribution,
  SealConsultation,
  SetAsideContribution,
  UnansweredContributions,
  WaiveResponse,
} from '@madang/contracts';
import { rebuildState } from '@madang/record';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyRows } from './adapters/empty-rows.ts';
import { consulted, contributing, text } from './skeleton/plan-on-the-table.ts';
import { openRoom, type Room, theClock } from './skeleton/room.ts';
import { explained } from './spec/explained.ts';

const MANY = 10_000;
let room: Room;
beforeAll(async () => {
  room = await openRoom(2);
});
afterAll(() => room.close());

/** Contributions to fifty other consultations. */
const OTHERS = `
  INSERT INTO contribution
  SELECT gen_random_uuid(), gen_random_uuid(), md5(n % 50 || 'consultation')::uuid, md5(n % 500 || 'commitment')::uuid, gen_random_uuid(), gen_random_uuid(), 'accepted', NULL, NULL
  FROM generate_series(1, 100000) AS n`;

const release = (consultationId: string, responseIds: readonly string[]) =>
  room.command(ReleaseResponses, {
    releaseId: randomUUID(),
    consultationId,
    responseIds: [...responseIds],
    authority: 'secretariat',
  });
const draft = (consultationId: string, covers: object) => {
  const responseId = randomUUID();
  return room
    .command(DraftResponse, {
      responseId,
      consultationId,
      outcome: 'adopted',
      reason: text('받아들입니다'),
      ...covers,
    })
    .then((answer) => ({ responseId, answer }));
};
const seal = (consultationId: string) => room.command(SealConsultation, { consultationId }, theClock);

describe(`a consultation with ${MANY} contributions`, () => {
  const ids = Array.from({ length: MANY }, () => randomUUID());
  const clusters = Array.from({ length: MANY / 1000 }, (_, n) => ({
    clusterId: randomUUID(),
    members: ids.slice(n * 1000, (n + 1) * 1000),
  }));
  const responseIds: string[] = [];
  let at: Awaited<ReturnType<typeof consulted>>;

  it('accepts them, each once', async () => {
    at = await consulted(room);
    for (let from = 0; from < MANY; from += 500) {
      const answers = await Promise.all(ids.slice(from, from + 500).map((id) => contributing(room, at, id)));
      expect(answers.filter((one) => one.status !== 200)).toEqual([]);
    }
    expect(
      await room.command(CloseConsultation, { consultationId: at.consultationId }, theClock),
    ).toMatchObject({ status: 200 });
    expect(await room.query(ResponseCoverage, { consultationId: at.consultationId })).toMatchObject({
      state: 'closed',
      accepted: MANY,
      unanswered: MANY,
    });
  }, 180_000);

  it('is not sealed while they are unanswered, and says how many are', async () => {
    expect(await seal(at.consultationId)).toMatchObject({
      status: 409,
      refusal: { code: 'contributions-unanswered', facts: { accepted: MANY, unanswered: MANY } },
    });
  });

  it('has named clusters, each covered by one drafted answer', async () => {
    for (const { clusterId, members } of clusters) {
      const named = await room.command(ClusterContributions, {
        clusterId,
        consultationId: at.consultationId,
        theme: '데이터',
        contributionIds: members,
      });
      expect(named).toMatchObject({ status: 200 });
      const { responseId, answer } = await draft(at.consultationId, { clusterId });
      expect(answer).toMatchObject({ status: 200 });
      responseIds.push(responseId);
    }
    expect(await room.query(ResponseCoverage, { consultationId: at.consultationId })).toMatchObject({
      drafted: MANY,
      unanswered: MANY,
    });
  }, 60_000);

  it('releases thousands of answers by one decision, in one transaction', async () => {
    expect(await release(at.consultationId, responseIds.slice(0, 6))).toMatchObject({
      status: 409,
      refusal: { code: 'release-too-large' },
    });
    const answer = await release(at.consultationId, responseIds.slice(0, 5));
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.status === 200 && answer.effects).toHaveLength(5_010);
    expect(await seal(at.consultationId)).toMatchObject({
      refusal: { facts: { answered: 5_000, unanswered: 5_000, drafted: 5_000 } },
    });
  }, 120_000);

  it('tells page by page which ones wait', async () => {
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const page: { contributionIds: readonly string[]; next: string | null } = await room.query(
        UnansweredContributions,
        { consultationId: at.consultationId, limit: 1000, ...(next ? { cursor: next } : {}) },
      );
      seen.push(...page.contributionIds);
      next = page.next;
    } while (next);
    expect(seen.toSorted()).toEqual(ids.slice(5_000).toSorted());
  });

  it('leaves out of a release what was set aside or waived, and is sealed when nothing waits', async () => {
    const [aside, waived] = ids.slice(-2);
    expect(
      await room.command(SetAsideContribution, { contributionId: aside ?? '', reasonCode: 'spam' }),
    ).toMatchObject({ status: 200 });
    expect(
      await room.command(WaiveResponse, {
        contributionId: waived ?? '',
        authority: 'plenary',
        reason: text('이유'),
      }),
    ).toMatchObject({ status: 200 });
    expect(await release(at.consultationId, responseIds.slice(5))).toMatchObject({ status: 200 });
    expect(await room.command(RestoreContribution, { contributionId: aside ?? '' })).toMatchObject({
      status: 200,
    });
    expect(await seal(at.consultationId)).toMatchObject({ refusal: { facts: { unanswered: 1 } } });
    const { responseId } = await draft(at.consultationId, { contributionIds: [aside] });
    expect(await release(at.consultationId, [responseId])).toMatchObject({ status: 200 });
    expect(await seal(at.consultationId)).toMatchObject({ status: 200 });
    expect(await room.query(ResponseCoverage, { consultationId: at.consultationId })).toEqual({
      consultationId: at.consultationId,
      state: 'sealed',
      accepted: MANY,
      answered: MANY - 1,
      waived: 1,
      drafted: 0,
      unanswered: 0,
    });
  }, 120_000);

  it('counts per commitment', async () => {
    const { commitments, consultationState } = await room.query(CycleCommitments, { cycleId: at.cycleId });
    expect(consultationState).toBe('sealed');
    expect(commitments).toEqual([
      expect.objectContaining({ commitmentId: at.commitmentId, number: 1, contributions: MANY }),
    ]);
  });

  it('is the same when its rows are made again from the log', async () => {
    const [context] = room.contexts;
    const tables = [
      'aggregate',
      'contribution',
      'response',
      'response_member',
      'cluster_member',
      'consultation',
      'commitment',
      'commitment_version',
    ];
    const sums = () =>
      Promise.all(
        tables.map((table) =>
          room.database.$queryRawUnsafe(
            `SELECT '${table}' AS t, count(*)::int AS n, sum(hashtextextended(x::text, 1))::text AS sum FROM ${table} x`,
          ),
        ),
      );
    const before = await sums();
    if (context) await rebuildState(context, emptyRows);
    expect(await sums()).toEqual(before);
  }, 120_000);

  it('is asked about by indexes alone among many others: no query scans a big table', async () => {
    await room.database.$executeRawUnsafe(OTHERS);
    await room.database.$executeRawUnsafe(
      'INSERT INTO response_member SELECT gen_random_uuid(), contribution_id FROM contribution',
    );
    await room.database.$executeRawUnsafe(
      'INSERT INTO cluster_member SELECT response_id, contribution_id FROM response_member',
    );
    const plans = await explained(room.database, async (rows) => {
      await rows.coverageOf(at.consultationId);
      await rows.unansweredAfter(at.consultationId, ids[0], 200);
      await rows.fateOfContribution(ids[0] ?? '');
      await rows.commitmentsOf(at.cycleId);
      await rows.consultationsOf(ids.slice(0, 1));
      await rows.membersAmong(ids.slice(0, 100), undefined);
      await rows.membersAmong([], clusters[0]?.clusterId);
      await rows.contributionsOf(responseIds.slice(0, 1));
      await rows.consultationOf(at.cycleId);
    });
    for (const { sql, plan } of plans)
      expect(plan, sql).not.toMatch(/Seq Scan on (contribution|response_member|cluster_member)/);
  });
});

describe('two instances at once', () => {
  it('never seal a consultation over a contribution that is restored meanwhile', async () => {
    for (let round = 0; round < 10; round += 1) {
      const at = await consulted(room);
      const [one, other] = [randomUUID(), randomUUID()];
      await Promise.all([contributing(room, at, one), contributing(room, at, other)]);
      await room.command(SetAsideContribution, { contributionId: one, reasonCode: 'spam' });
      await room.command(WaiveResponse, {
        contributionId: other,
        authority: 'plenary',
        reason: text('이유'),
      });
      await room.command(CloseConsultation, { consultationId: at.consultationId }, theClock);
      const [sealed, restored] = await Promise.all([
        seal(at.consultationId),
        room.command(RestoreContribution, { contributionId: one }),
      ]);
      const coverage = await room.query(ResponseCoverage, { consultationId: at.consultationId });
      expect([sealed.status, restored.status].toSorted()).toEqual([200, 409]);
      expect(coverage.state === 'sealed' ? coverage.unanswered : coverage.accepted - coverage.waived).toBe(
        coverage.state === 'sealed' ? 0 : 1,
      );
    }
  }, 60_000);

  it('never answer a contribution twice', async () => {
    const at = await consulted(room);
    const contributionId = randomUUID();
    await contributing(room, at, contributionId);
    const drafts = await Promise.all([
      draft(at.consultationId, { contributionIds: [contributionId] }),
      draft(at.consultationId, { contributionIds: [contributionId] }),
    ]);
    const released = await Promise.all(
      drafts.map(({ responseId }) => release(at.consultationId, [responseId])),
    );
    expect(released.map((one) => one.status).toSorted()).toEqual([200, 409]);
  });
});
