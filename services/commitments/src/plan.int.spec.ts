import { randomUUID } from 'node:crypto';
import {
  AddEvidence,
  AdoptCommitments,
  AmendCommitment,
  CloseReportingWindow,
  CommitmentDiff,
  CommitmentText,
  CycleClosed,
  CycleCommitments,
  DeadlineMoved,
  DraftCommitment,
  LinkCommitment,
  ObligationDelegated,
  ObligationImposed,
  OpenCall,
  OpenReportingWindow,
  PlanApproved,
  PlanCompletion,
  ReportProgress,
} from '@madang/contracts';
import { until } from '@madang/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consulted, contributing, template, text } from './skeleton/plan-on-the-table.ts';
import { openRoom, type Room, secretariat, theClock } from './skeleton/room.ts';

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());

const ok = { status: 200 };
const textRef = (visibility = 'public') => ({
  textId: randomUUID(),
  lang: 'ko' as const,
  length: 2,
  visibility: visibility as 'public',
  digest: '',
});

describe('a plan that forums approve', () => {
  it('is adopted only when forums told so, and waits to hear it', async () => {
    const { cycleId, commitmentId } = await consulted(room);
    const adopt = () => room.command(AdoptCommitments, { cycleId, commitmentIds: [commitmentId] }, theClock);
    expect(await adopt()).toMatchObject({ status: 409, refusal: { code: 'plan-not-approved' } });
    const told = await room.tell(PlanApproved, {
      forumId: room.forumId,
      cycleId,
      ballotId: randomUUID(),
      on: '2026-03-01',
    });
    const early = await room.portal.command({
      id: randomUUID(),
      type: AdoptCommitments.type,
      actor: theClock,
      forumId: room.forumId,
      correlationId: randomUUID(),
      after: { forums: told + 1 },
      body: { forumId: room.forumId, cycleId, commitmentIds: [commitmentId] },
    });
    expect(early).toMatchObject({ status: 503 });
    expect(await adopt()).toMatchObject(ok);
    expect(await adopt()).toMatchObject({ status: 200, effects: [] });
    expect(await room.query(CommitmentText, { commitmentId })).toMatchObject({
      state: 'adopted',
      version: 1,
    });
  });

  it('is reported on in windows, with what is overdue by the clock of the forum', async () => {
    const { cycleId, commitmentId, milestoneIds, leadInstitutionId } = await consulted(room);
    await room.tell(PlanApproved, {
      forumId: room.forumId,
      cycleId,
      ballotId: randomUUID(),
      on: '2026-03-01',
    });
    await room.command(AdoptCommitments, { cycleId, commitmentIds: [commitmentId] }, theClock);
    const windowId = randomUUID();
    const window = {
      windowId,
      cycleId,
      number: 1,
      from: '2026-01-01',
      until: '2026-06-30',
      closesAt: '2026-07-31T14:59:59.999Z',
    };
    expect(await room.command(OpenReportingWindow, window, theClock)).toMatchObject(ok);
    const [milestoneId = ''] = milestoneIds;
    const official = { id: randomUUID(), roles: ['ministry' as const], institutionId: leadInstitutionId };
    const report = { windowId, commitmentId, milestoneId, progress: text('진행') };
    expect(await room.command(ReportProgress, { ...report, completion: 'limited' }, official)).toMatchObject({
      refusal: { code: 'challenges-missing' },
    });
    expect(
      await room.command(
        ReportProgress,
        { ...report, completion: 'limited', challenges: text('예산') },
        official,
      ),
    ).toMatchObject(ok);
    expect(await room.command(ReportProgress, { ...report, completion: 'complete' }, official)).toMatchObject(
      ok,
    );
    expect(
      await room.command(
        ReportProgress,
        { ...report, completion: 'complete' },
        { ...official, institutionId: randomUUID() },
      ),
    ).toMatchObject({ refusal: { code: 'not-your-institution' } });
    const agency = { ...official, institutionId: randomUUID() };
    const duty = { forumId: room.forumId, obligationId: randomUUID(), cycleId };
    const owed = { ...duty, institutionId: leadInstitutionId, obligationKind: 'progress-report' as const };
    await room.tell(ObligationImposed, {
      ...{ ...owed, subject: { windowId, commitmentIds: [] }, dueOn: '2026-07-31', ladder: [] },
      ladderVersion: 1,
    });
    const done = { ...report, completion: 'complete' as const };
    expect(await room.command(ReportProgress, done, agency)).toMatchObject({ status: 409 });
    await room.tell(ObligationDelegated, {
      ...{ ...owed, toInstitutionId: agency.institutionId, reason: textRef() },
    });
    expect(await room.command(ReportProgress, done, agency)).toMatchObject(ok);
    expect(await room.command(ReportProgress, done, official)).toMatchObject(ok);
    expect(
      await room.command(
        AddEvidence,
        {
          evidenceId: randomUUID(),
          commitmentId,
          milestoneId,
          evidence: { evidenceKind: 'link', link: 'https://open.go.kr/1' },
        },
        official,
      ),
    ).toMatchObject(ok);
    expect(await room.query(PlanCompletion, { cycleId })).toEqual({
      commitments: [
        {
          commitmentId,
          number: 1,
          completion: 'substantial',
          reported: 1,
          milestones: 2,
          overdueMilestones: 0,
          localCommitments: 0,
        },
      ],
    });
    const closed = await room.command(CloseReportingWindow, { windowId }, theClock);
    expect(closed).toMatchObject(ok);
    const { windows } = await room.query(CycleCommitments, { cycleId });
    expect(windows).toEqual([{ windowId, number: 1, state: 'closed', closesAt: window.closesAt }]);
    const { reports } = await room.query(CommitmentText, { commitmentId });
    expect(reports).toEqual([
      expect.objectContaining({ windowId, milestoneId, completion: 'complete', on: '2026-03-01' }),
    ]);
  });

  it('is amended after adoption, rolled up from local plans, and over when forums close it', async () => {
    const { cycleId, commitmentId, milestoneIds, leadInstitutionId } = await consulted(room);
    await room.tell(PlanApproved, {
      forumId: room.forumId,
      cycleId,
      ballotId: randomUUID(),
      on: '2026-03-01',
    });
    await room.command(AdoptCommitments, { cycleId, commitmentIds: [commitmentId] }, theClock);
    const draft = {
      ...template(1, leadInstitutionId, milestoneIds.slice(0, 1)),
      title: { ko: '바뀐 과제', en: 'Changed' },
    };
    expect(
      await room.command(AmendCommitment, {
        commitmentId,
        draft,
        authority: 'plenary',
        reason: text('이유'),
      }),
    ).toMatchObject(ok);
    const { changes } = await room.query(CommitmentDiff, { commitmentId, from: 1, to: 2 });
    expect(changes.map((one) => one.path)).toEqual([
      `milestones.${milestoneIds[1]}`,
      'problem',
      'results',
      'solution',
      'title.en',
      'title.ko',
    ]);
    expect(await room.query(CommitmentText, { commitmentId, version: 1 })).toMatchObject({
      version: 1,
      draft: { title: { en: 'Commitment 1' } },
      versions: [{ version: 1 }, { version: 2 }],
    });
    const same = await room.command(LinkCommitment, { commitmentId, nationalCommitmentId: commitmentId });
    expect(same).toMatchObject({ refusal: { code: 'link-within-one-forum' } });
    const localForumId = randomUUID();
    await room.found(localForumId, 'local');
    const localCycleId = await room.openCycle(localForumId);
    const local = {
      cycleId: localCycleId,
      commitmentId: randomUUID(),
      draft: template(1, randomUUID(), [randomUUID()]),
    };
    expect(await room.command(DraftCommitment, local, secretariat, localForumId)).toMatchObject(ok);
    const link = { commitmentId: local.commitmentId, nationalCommitmentId: commitmentId };
    expect(await room.command(LinkCommitment, link)).toMatchObject({ status: 404 });
    expect(await room.command(LinkCommitment, link, secretariat, localForumId)).toMatchObject(ok);
    expect(await room.query(PlanCompletion, { cycleId })).toMatchObject({
      commitments: [{ commitmentId, completion: 'no-evidence-available', localCommitments: 1 }],
    });
    await room.tell(CycleClosed, { forumId: room.forumId, cycleId, on: '2028-01-01' });
    expect(
      await room.command(AmendCommitment, {
        commitmentId,
        draft,
        authority: 'plenary',
        reason: text('이유'),
      }),
    ).toMatchObject({ refusal: { code: 'cycle-already-closed' } });
  });
});

describe('a number of a plan', () => {
  it('is held by one commitment, though two ask at once', async () => {
    const cycleId = await room.openCycle();
    const asked = () =>
      room.command(DraftCommitment, {
        cycleId,
        commitmentId: randomUUID(),
        draft: template(7, randomUUID(), [randomUUID()]),
      });
    const answers = await Promise.all([asked(), asked()]);
    expect(answers.map((one) => one.status).toSorted()).toEqual([200, 409]);
  });
});

describe('a deadline moved by forums', () => {
  it('keeps an open consultation and an open call open until the new one', async () => {
    const at = await consulted(room, '2026-03-02T14:59:59.999Z');
    const callId = randomUUID();
    await room.command(
      OpenCall,
      { callId, cycleId: at.cycleId, closesAt: '2026-03-02T14:59:59.999Z' },
      theClock,
    );
    const closesAt = '2026-04-30T14:59:59.999Z';
    const days = {
      opensOn: '2026-02-01',
      closesOn: '2026-04-30',
      opensAt: '2026-01-31T15:00:00.000Z',
      closesAt,
    };
    await room.tell(DeadlineMoved, {
      forumId: room.forumId,
      cycleId: at.cycleId,
      version: 2,
      stage: 'consultation',
      authority: 'plenary',
      reason: textRef(),
      noticeGivenOn: '2026-03-01',
      stages: [
        { stage: 'drafting', ...days },
        { stage: 'consultation', ...days },
      ],
    });
    const moved = async (table: string) =>
      (
        await room.database.$queryRawUnsafe<unknown[]>(
          `SELECT 1 FROM ${table} WHERE cycle_id = $1::uuid AND closes_at = $2`,
          at.cycleId,
          closesAt,
        )
      ).length === 1;
    await until(async () => (await moved('consultation')) && (await moved('intake_call')), {
      within: 10_000,
    });
    expect(await contributing(room, at, randomUUID())).toMatchObject(ok);
  });
});
