import { randomUUID } from 'node:crypto';
import {
  CheckCommitmentTranslation,
  ContributionFate,
  CorrectCommitmentText,
  PublishCommitmentTexts,
  ReadCommitmentTexts,
  TranslateCommitmentText,
  WithdrawCommitmentText,
} from '@madang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consulted, contributing, text } from './skeleton/plan-on-the-table.ts';
import { openRoom, type Room, secretariat } from './skeleton/room.ts';

let room: Room;
let at: Awaited<ReturnType<typeof consulted>>;
beforeAll(async () => {
  room = await openRoom();
  at = await consulted(room);
});
afterAll(() => room.close());

const ok = { status: 200 };
const passerBy = { id: randomUUID(), roles: ['citizen' as const] };
const refusedAs = (code: string) => ({ status: 409, refusal: { code } });

const handIn = async (words: string, visibility?: 'forum' | 'public'): Promise<string> => {
  const contributionId = randomUUID();
  const said = { text: { ...text(words), ...(visibility ? { visibility } : {}) } };
  expect(await contributing(room, at, contributionId, said)).toMatchObject(ok);
  return (await room.query(ContributionFate, { contributionId })).textId;
};
const readAs = async (textId: string, actor = passerBy) =>
  (await room.query(ReadCommitmentTexts, { textIds: [textId] }, actor)).texts[0];

describe('a text of the forum', () => {
  it('is read by everybody once it is published, and stays so', async () => {
    const textId = await handIn('회의에서 나온 말', 'forum');
    expect(await readAs(textId)).toMatchObject({ state: 'not-for-you', text: null });
    const publish = { releaseId: randomUUID(), textIds: [textId], visibility: 'public' as const };
    expect(await room.command(PublishCommitmentTexts, publish)).toMatchObject({ effects: [{}] });
    expect(await readAs(textId)).toMatchObject({ state: 'readable', text: '회의에서 나온 말' });
    expect(
      await room.command(PublishCommitmentTexts, { ...publish, visibility: 'institution' }),
    ).toMatchObject({ ...ok, effects: [] });
    expect(await readAs(textId)).toMatchObject({ state: 'readable' });
  });
});

describe('a published text', () => {
  it('is never edited but corrected, with a reason; readers see the correction', async () => {
    const textId = await handIn('오타가 잇는 글');
    const correction = { textId, correction: text('오타가 있던 글'), reasonCode: 'spelling' };
    expect(await room.command(CorrectCommitmentText, correction)).toMatchObject({ effects: [{}] });
    expect(await readAs(textId)).toMatchObject({ text: '오타가 있던 글', state: 'readable' });
  });
  it('is withdrawn with a reason, and then neither published nor corrected', async () => {
    const textId = await handIn('거둘 글');
    expect(await room.command(WithdrawCommitmentText, { textId, reasonCode: 'mistake' })).toMatchObject(ok);
    expect(await readAs(textId)).toMatchObject({ state: 'withdrawn', text: null });
    expect(await room.command(WithdrawCommitmentText, { textId, reasonCode: 'mistake' })).toMatchObject({
      ...ok,
      effects: [],
    });
    expect(
      await room.command(CorrectCommitmentText, { textId, correction: text('다시'), reasonCode: 'x' }),
    ).toMatchObject(refusedAs('text-withdrawn'));
  });
  it('has translations, drafts until a person has checked them', async () => {
    const textId = await handIn('옮길 글');
    const translationId = randomUUID();
    const translation = { lang: 'en' as const, text: 'to be translated', visibility: 'public' as const };
    const translate = { textId, translationId, translation };
    expect(await room.command(TranslateCommitmentText, translate)).toMatchObject({ effects: [{}] });
    expect(await room.command(TranslateCommitmentText, translate)).toMatchObject({ ...ok, effects: [] });
    expect(await room.command(CheckCommitmentTranslation, { textId, translationId })).toMatchObject({
      effects: [{}],
    });
    expect(
      await room.command(CheckCommitmentTranslation, { textId, translationId: randomUUID() }),
    ).toMatchObject({ status: 404 });
  });
});

describe('a text of another forum, or none', () => {
  it('is unknown', async () => {
    const textId = await handIn('이 포럼의 글');
    const publish = { releaseId: randomUUID(), textIds: [textId], visibility: 'public' as const };
    expect(await room.command(PublishCommitmentTexts, publish, secretariat, randomUUID())).toMatchObject({
      status: 404,
    });
    expect(
      await room.command(WithdrawCommitmentText, { textId: randomUUID(), reasonCode: 'x' }),
    ).toMatchObject({ status: 404 });
  });
});
