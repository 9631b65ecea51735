import { randomUUID } from 'node:crypto';
import {
  CommitmentText,
  ContributionFate,
  CountParticipation,
  CycleCommitments,
  DeclineProposal,
  DraftCommitment,
  DraftResponse,
  MergeProposals,
  OpenCall,
  ParticipationTallies,
  PersonErased,
  PlanCompletion,
  ProposalFate,
  PublishCommitmentTexts,
  ReadCommitmentTexts,
  ReceiveProposal,
  ReleaseResponses,
  RestoreContribution,
  ReviseCommitment,
  SetAsideContribution,
  SplitProposal,
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

describe('proposals', () => {
  it('are followed through merges and splits to the commitment they became part of', async () => {
    const cycleId = await room.openCycle();
    const callId = randomUUID();
    await room.command(OpenCall, { callId, cycleId, closesAt: '2026-03-31T14:59:59.999Z' }, theClock);
    const [split, part, otherPart, into, declined] = Array.from({ length: 5 }, () => randomUUID()) as [
      string,
      string,
      string,
      string,
      string,
    ];
    const receive = (proposalId: string) =>
      room.command(ReceiveProposal, {
        proposalId,
        callId,
        cycleId,
        channel: 'mail',
        contributorId: randomUUID(),
        contributorKind: 'person',
        receivedOn: '2026-03-01',
        title: text('제안'),
      });
    for (const proposalId of [split, into, declined]) expect(await receive(proposalId)).toMatchObject(ok);
    expect(
      await room.command(SplitProposal, {
        proposalId: split,
        parts: [
          { proposalId: part, title: text('하나') },
          { proposalId: otherPart, title: text('둘') },
        ],
        reason: text('이유'),
      }),
    ).toMatchObject(ok);
    expect(
      await room.command(MergeProposals, { intoProposalId: into, proposalIds: [part], reason: text('이유') }),
    ).toMatchObject(ok);
    expect(
      await room.command(DeclineProposal, {
        proposalId: declined,
        reasonCode: 'duplicate',
        reason: text('이유'),
      }),
    ).toMatchObject(ok);
    const commitmentId = randomUUID();
    expect(
      await room.command(DraftCommitment, {
        cycleId,
        commitmentId,
        draft: template(1, randomUUID(), [randomUUID()]),
        fromProposals: [into],
      }),
    ).toMatchObject(ok);
    const parts = [part, otherPart].toSorted();
    expect(await room.query(ProposalFate, { proposalId: split })).toEqual({
      proposalId: split,
      state: 'split',
      mergedInto: null,
      parts,
      commitmentIds: [commitmentId],
      declinedBecause: null,
    });
    expect(await room.query(ProposalFate, { proposalId: part })).toMatchObject({
      state: 'merged',
      mergedInto: into,
      commitmentIds: [commitmentId],
    });
    expect(await room.query(ProposalFate, { proposalId: into })).toMatchObject({
      state: 'part-of',
      commitmentIds: [commitmentId],
    });
    expect(await room.query(ProposalFate, { proposalId: declined })).toMatchObject({
      state: 'declined',
      declinedBecause: 'duplicate',
      commitmentIds: [],
    });
    expect(await room.query(CommitmentText, { commitmentId })).toMatchObject({ fromProposals: [into] });
  });
});

describe('a contribution', () => {
  it('has a fate that anybody can see, and words that nobody can read once the person is erased', async () => {
    const at = await consulted(room);
    const [contributionId, personId, responseId] = [randomUUID(), randomUUID(), randomUUID()];
    await contributing(room, at, contributionId, { contributorId: personId, text: text('비밀한 의견') });
    await room.command(ReviseCommitment, {
      commitmentId: at.commitmentId,
      draft: template(1, at.leadInstitutionId, at.milestoneIds),
      because: [contributionId],
    });
    await room.command(DraftResponse, {
      responseId,
      consultationId: at.consultationId,
      contributionIds: [contributionId],
      outcome: 'partly-adopted',
      reason: text('일부 반영'),
      changedCommitmentIds: [at.commitmentId],
    });
    expect(await room.query(ContributionFate, { contributionId })).toMatchObject({
      state: 'accepted',
      responseId: null,
      reasonTextId: null,
      changedCommitmentIds: [],
    });
    const citizen = { id: randomUUID(), roles: ['citizen' as const] };
    const [drafted] = await room.database.$queryRawUnsafe<{ id: string }[]>(
      'SELECT reason_text_id AS id FROM response WHERE response_id = $1::uuid',
      responseId,
    );
    const reasonBefore = await room.portal.query({
      type: ReadCommitmentTexts.type,
      actor: citizen,
      body: { textIds: [drafted?.id] },
    });
    expect(reasonBefore).toMatchObject({ result: { texts: [{ text: null, state: 'not-for-you' }] } });
    await room.command(ReleaseResponses, {
      releaseId: randomUUID(),
      consultationId: at.consultationId,
      responseIds: [responseId],
      authority: 'co-chairs',
    });
    const fate = await room.query(ContributionFate, { contributionId });
    expect(fate).toMatchObject({
      state: 'answered',
      outcome: 'partly-adopted',
      responseId,
      changedCommitmentIds: [at.commitmentId],
      erased: false,
    });
    const read = async () => {
      const { texts } = await room.query(ReadCommitmentTexts, {
        textIds: [fate.textId, fate.reasonTextId ?? ''],
      });
      return [fate.textId, fate.reasonTextId].map((id) => texts.find((one) => one.textId === id)?.text);
    };
    expect(await read()).toEqual(['비밀한 의견', '일부 반영']);
    await room.tell(PersonErased, { forumId: room.forumId, personId, keyIds: [personId] });
    await until(async () => (await room.query(ContributionFate, { contributionId })).erased, {
      within: 10_000,
    });
    expect(await read()).toEqual([null, '일부 반영']);
    expect(await contributing(room, at, randomUUID(), { contributorId: personId })).toMatchObject({
      status: 409,
      refusal: { code: 'person-erased' },
    });
  });
});

describe('a contribution set aside', () => {
  it('is read by its writer and the secretariat alone, until it is restored; publishing its text is no way round', async () => {
    const at = await consulted(room);
    const writer = { id: randomUUID(), roles: ['citizen' as const] };
    const contributionId = randomUUID();
    const body = { contributorId: writer.id, channel: 'online', text: text('광고') };
    expect(await contributing(room, at, contributionId, body, writer)).toMatchObject(ok);
    const { textId } = await room.query(ContributionFate, { contributionId });
    const readers = {
      passerBy: { id: randomUUID(), roles: ['citizen' as const] },
      member: { id: randomUUID(), roles: ['member' as const] },
      writer,
      secretariat,
    };
    const whoReads = async () => {
      const reading: string[] = [];
      for (const [who, actor] of Object.entries(readers)) {
        const { texts } = await room.query(ReadCommitmentTexts, { textIds: [textId] }, actor);
        if (texts[0]?.text === '광고') reading.push(who);
      }
      return reading;
    };
    const everybody = ['passerBy', 'member', 'writer', 'secretariat'];
    expect(await whoReads()).toEqual(everybody);
    await room.command(SetAsideContribution, { contributionId, reasonCode: 'spam' });
    expect(await whoReads()).toEqual(['writer', 'secretariat']);
    expect(
      await room.command(PublishCommitmentTexts, {
        releaseId: randomUUID(),
        textIds: [textId],
        visibility: 'public',
      }),
    ).toMatchObject({ status: 409, refusal: { code: 'text-narrowed' } });
    await room.command(RestoreContribution, { contributionId });
    expect(await whoReads()).toEqual(everybody);
    await room.command(SetAsideContribution, { contributionId, reasonCode: 'abusive' });
    expect(await whoReads()).toEqual(['writer', 'secretariat']);
  });
});

describe('answers about oneself', () => {
  it('are tallied apart from persons, small counts hidden', async () => {
    const cycleId = await room.openCycle();
    const about = (region: string) =>
      room.command(CountParticipation, { cycleId, about: { region, gender: 'woman' } }, theClock);
    await Promise.all([...Array.from({ length: 5 }, () => about('11')), about('26')]);
    expect(await room.query(ParticipationTallies, { cycleId })).toEqual({
      tallies: [
        { question: 'gender', answer: 'woman', count: 6 },
        { question: 'region', answer: '11', count: 5 },
        { question: 'region', answer: '26', count: null },
      ],
    });
  });
});

describe('a query about something unknown', () => {
  it('is answered 404', async () => {
    for (const [asked, body] of [
      [CycleCommitments, { cycleId: randomUUID() }],
      [PlanCompletion, { cycleId: randomUUID() }],
      [ContributionFate, { contributionId: randomUUID() }],
      [ProposalFate, { proposalId: randomUUID() }],
      [CommitmentText, { commitmentId: randomUUID() }],
    ] as const)
      expect(await room.portal.query({ type: asked.type, actor: secretariat, body })).toMatchObject({
        status: 404,
      });
  });
});
