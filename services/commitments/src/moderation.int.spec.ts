import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  AppealProposal,
  DecideProposalAppeal,
  OpenCall,
  ProposalFate,
  ReadCommitmentTexts,
  ReceiveProposal,
  RestoreProposal,
  SetAsideProposal,
} from '@madang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { text } from './skeleton/plan-on-the-table.ts';
import { openRoom, type Room, secretariat, theClock } from './skeleton/room.ts';

let room: Room;
let cycleId: string;
const callId = randomUUID();
beforeAll(async () => {
  room = await openRoom();
  cycleId = await room.openCycle();
  await room.command(OpenCall, { callId, cycleId, closesAt: '2026-03-31T14:59:59.999Z' }, theClock);
});
afterAll(() => room.close());

const ok = { status: 200 };
const passerBy = { id: randomUUID(), roles: ['citizen' as const] };
const another = { ...secretariat, id: randomUUID() };

const received = async () => {
  const author = { id: randomUUID(), roles: ['citizen' as const] };
  const proposalId = randomUUID();
  const handIn = {
    ...{ proposalId, callId, cycleId, channel: 'online' as const, contributorId: author.id },
    ...{
      contributorKind: 'person' as const,
      receivedOn: '2026-03-01',
      title: text('제목'),
      body: text('내용'),
    },
  };
  expect(await room.command(ReceiveProposal, handIn, author)).toMatchObject(ok);
  const rows = await room.database.$queryRawUnsafe<{ ids: string[] }[]>(
    'SELECT text_ids AS ids FROM proposal WHERE proposal_id = $1::uuid',
    proposalId,
  );
  return { proposalId, author, textIds: rows[0]?.ids ?? [] };
};
const readAs = async (textIds: readonly string[], actor: typeof passerBy) =>
  (await room.query(ReadCommitmentTexts, { textIds: [...textIds] }, actor)).texts.map((one) => one.text);

describe('a proposal that is set aside', () => {
  it('is read by its author and the secretariat alone, until an appeal for it is allowed', async () => {
    const { proposalId, author, textIds } = await received();
    expect((await readAs(textIds, passerBy)).toSorted()).toEqual(['내용', '제목']);
    expect(await room.command(SetAsideProposal, { proposalId, reasonCode: 'spam' })).toMatchObject(ok);
    expect(await room.query(ProposalFate, { proposalId })).toMatchObject({ state: 'set-aside' });
    expect(await readAs(textIds, passerBy)).toEqual([null, null]);
    expect((await readAs(textIds, author)).toSorted()).toEqual(['내용', '제목']);
    const appeal = { proposalId, contributorId: author.id, text: text('광고가 아닙니다') };
    expect(await room.command(AppealProposal, appeal, author)).toMatchObject(ok);
    const decide = { proposalId, outcome: 'restored' as const, reason: text('맞습니다') };
    expect(await room.command(DecideProposalAppeal, decide)).toMatchObject({
      ...{ status: 409, refusal: { code: 'appeal-needs-another' } },
    });
    expect(await room.command(DecideProposalAppeal, decide, another)).toMatchObject(ok);
    expect(await room.query(ProposalFate, { proposalId })).toMatchObject({ state: 'received' });
    expect((await readAs(textIds, passerBy)).toSorted()).toEqual(['내용', '제목']);
  });

  it('has its words hidden also when it was received before anybody knew which they are', async () => {
    const { proposalId, textIds } = await received();
    await room.database.$executeRawUnsafe(`UPDATE proposal SET text_ids = '{}'`);
    await room.database.$executeRawUnsafe(
      `UPDATE aggregate SET state = state - 'texts' WHERE type = 'proposal'`,
    );
    const migration = readFileSync(
      new URL('../prisma/migrations/0005_moderated_proposals/migration.sql', import.meta.url),
      'utf8',
    );
    for (const statement of migration.split(';').filter((one) => one.includes('UPDATE "')))
      await room.database.$executeRawUnsafe(statement);
    expect(await room.command(SetAsideProposal, { proposalId, reasonCode: 'spam' })).toMatchObject(ok);
    expect(await readAs(textIds, passerBy)).toEqual([null, null]);
    expect(await room.command(RestoreProposal, { proposalId })).toMatchObject(ok);
    expect((await readAs(textIds, passerBy)).toSorted()).toEqual(['내용', '제목']);
  });
});
