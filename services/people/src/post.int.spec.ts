import { randomUUID } from 'node:crypto';
import type { Actor } from '@madang/contracts';
import { rebuildState } from '@madang/record';
import { canary, until } from '@madang/testing';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyRows } from './adapters/empty-rows.ts';
import { NOBODY, type PeoplePlace, peoplePlace } from './skeleton/people-place.ts';

let place: PeoplePlace;
const ask: PeoplePlace['ask'] = (...how) => place.ask(...how);
const see: PeoplePlace['see'] = (...how) => place.see(...how);

beforeAll(async () => {
  place = await peoplePlace();
});
afterAll(() => place.close());

describe('a contributor without an account', () => {
  const contributor: Actor = { id: randomUUID(), roles: ['citizen'] };
  const their = { personId: contributor.id };
  const [early, late] = [randomUUID(), randomUUID()];
  const contribute = (contributionId: string) =>
    place.tell(place.commitments, 'commitments.contribution.accepted.v1', `contribution/${contributionId}`, {
      ...{ forumId: place.forumId, contributionId, consultationId: randomUUID(), cycleId: randomUUID() },
      ...{ commitmentId: randomUUID(), contributorId: contributor.id, contributorKind: 'person' },
      ...{ channel: 'online', receivedOn: '2026-02-01' },
      text: { textId: randomUUID(), lang: 'ko', length: 3, visibility: 'public', digest: 'x' },
    });
  const mailsTo = async (to: string) =>
    (await Promise.all(place.received.map((raw) => PostalMime.parse(raw)))).filter((mail) =>
      mail.to?.some((one) => one.address === to),
    );
  const theirAddress = `${canary('contributor')}@example.org`.toLowerCase();
  const tokenIn = (text = ''): string => /link\?t=(\S+)/.exec(text)?.[1] ?? '';

  it('is sent nothing but a link before the address is verified, then the receipts of what came so far', async () => {
    await contribute(early);
    const left = { ...their, noticeId: randomUUID(), mail: { lang: 'ko', text: theirAddress } };
    expect(await ask('leave-address', left, { id: randomUUID(), roles: ['citizen'] })).toMatchObject({
      status: 409,
      refusal: { code: 'not-your-account' },
    });
    expect(await ask('leave-address', left, contributor)).toMatchObject({
      effects: [{ type: 'people.account.address-left.v1' }, { type: 'people.notice.raised.v1' }],
    });
    expect(await ask('leave-address', left, contributor)).toMatchObject({ status: 200, effects: [] });
    await until(async () => (await mailsTo(theirAddress)).length === 1, { within: 15_000, what: 'the link' });
    const [mail] = await mailsTo(theirAddress);
    const token = tokenIn(mail?.text);
    expect(mail?.html).toContain(token);
    expect(await see('link-of', { token })).toMatchObject({ purpose: 'verify', ...their });
    expect(await ask('verify-address', { ...their, token: `${token}x` }, contributor)).toMatchObject({
      status: 409,
      refusal: { code: 'link-not-valid' },
    });
    await until(async () => (await see('receipt-link-of', { submissionId: early }, contributor)) !== 404, {
      within: 10_000,
      what: 'the contribution to be heard',
    });
    expect(await ask('verify-address', { ...their, token }, contributor)).toMatchObject({
      effects: [{ type: 'people.account.address-verified.v1' }, { type: 'people.notice.raised.v1' }],
    });
    expect(await ask('verify-address', { ...their, token }, contributor)).toMatchObject({ effects: [] });
    await until(async () => (await mailsTo(theirAddress)).length === 2, {
      within: 15_000,
      what: 'the receipt',
    });
  });
  it('has a private receipt for each submission, which nobody else is given and nobody can guess', async () => {
    const other: Actor = { id: randomUUID(), roles: ['citizen'] };
    expect(await see('receipt-link-of', { submissionId: early }, other)).toBe(404);
    const { token } = (await see('receipt-link-of', { submissionId: early }, contributor)) as {
      token: string;
    };
    expect(await see('receipt-of', { token }, other)).toEqual({
      ...{ forumId: place.forumId, submissionId: early, kind: 'contribution' },
    });
    expect(await see('receipt-of', { token: token.slice(1) }, other)).toBe(404);
    const mine = { personId: contributor.id };
    expect(await see('submissions-of', mine, other)).toBe(404);
    expect(await see('submissions-of', mine, contributor)).toEqual({
      submissions: [{ submissionId: early, kind: 'contribution' }],
    });
    expect(await see('submissions-of', { ...mine, after: early }, contributor)).toEqual({ submissions: [] });
  });
  it('gets a receipt at once now, hears of the answer by a mail that can be stopped, and of nothing when stopped', async () => {
    await contribute(late);
    await until(async () => (await mailsTo(theirAddress)).length === 3, {
      within: 15_000,
      what: 'a receipt',
    });
    await place.tell(place.commitments, 'commitments.contribution.answered.v1', `contribution/${late}`, {
      ...{ forumId: place.forumId, contributionId: late, consultationId: randomUUID() },
      ...{ responseId: randomUUID(), outcome: 'adopted' },
    });
    await until(async () => (await mailsTo(theirAddress)).length === 4, { within: 15_000, what: 'the news' });
    const mail = (await mailsTo(theirAddress)).at(-1);
    expect(mail?.subject).toBe('의견에 대한 검토 결과가 나왔습니다');
    expect(mail?.headers.some(({ key }) => key === 'list-unsubscribe')).toBe(true);
    expect(mail?.headers.find(({ key }) => key === 'list-unsubscribe-post')?.value).toBe(
      'List-Unsubscribe=One-Click',
    );
    const token = tokenIn(mail?.text);
    const { subjectId: noticeId } = (await see('link-of', { token })) as { subjectId: string };
    const anybody: Actor = { id: randomUUID(), roles: ['citizen'] };
    expect(await ask('open-link', { noticeId, token }, anybody)).toMatchObject({
      effects: [{ type: 'people.notice.link-opened.v1' }],
    });
    expect(await ask('open-link', { noticeId, token }, anybody)).toMatchObject({ effects: [] });
    expect(await ask('open-link', { noticeId: early, token }, anybody)).toMatchObject({ status: 404 });
    const none = { ...their, digest: 'none' };
    expect(await ask('choose-digest', none, anybody)).toMatchObject({
      status: 409,
      refusal: { code: 'not-your-account' },
    });
    expect(await ask('choose-digest', { ...none, token }, anybody)).toMatchObject({
      effects: [{ type: 'people.account.digest-chosen.v1' }],
    });
    expect(await ask('choose-digest', { ...none, token }, anybody)).toMatchObject({ effects: [] });
    await place.tell(place.commitments, 'commitments.contribution.set-aside.v1', `contribution/${late}`, {
      ...{ forumId: place.forumId, contributionId: late, consultationId: randomUUID(), reasonCode: 'spam' },
    });
    const newest = async () =>
      ((await see('notices-of', their, contributor)) as { notices: object[] }).notices[0];
    await until(async () => ((await newest()) as { about: string }).about === 'set-aside', {
      within: 10_000,
    });
    expect(await newest()).toMatchObject({ about: 'set-aside', reasonCode: 'spam', mail: 'none' });
  });
});

describe('mail of an obligation', () => {
  const official: Actor = { id: randomUUID(), roles: ['ministry'] };
  const theirAddress = `${canary('official')}@example.org`.toLowerCase();
  const deliveries = async (obligationId: string) =>
    ((await see('deliveries-of', { obligationId })) as { deliveries: { mail: string; noticeId: string }[] })
      .deliveries;
  const isNow = (obligationId: string, mail: string) =>
    until(async () => (await deliveries(obligationId)).every((one) => one.mail === mail), {
      within: 15_000,
      what: `a delivery that is ${mail}`,
    });
  const overdueFor = (obligationId: string) =>
    place.tell(place.ministries, 'ministries.obligation.fell-due.v1', `obligation/${obligationId}`, {
      ...{ forumId: place.forumId, obligationId, institutionId: randomUUID(), obligationKind: 'sign-off' },
      ...{ dueOn: '2026-02-01', toPersonIds: [official.id] },
    });
  const heard = (obligationId: string) =>
    until(async () => (await deliveries(obligationId)).length === 1, { within: 10_000, what: 'the notice' });

  it('waits for a digest, and is not sent when the obligation was discharged meanwhile', async () => {
    await ask('open-account', { personId: official.id, mail: { lang: 'ko', text: theirAddress } });
    expect(await ask('choose-digest', { personId: official.id, digest: 'daily' }, official)).toMatchObject({
      effects: [{ type: 'people.account.digest-chosen.v1' }],
    });
    const obligationId = randomUUID();
    await overdueFor(obligationId);
    await heard(obligationId);
    expect(await deliveries(obligationId)).toMatchObject([{ mail: 'waiting', attempts: 0 }]);
    await place.tell(place.ministries, 'ministries.obligation.withdrawn.v1', `obligation/${obligationId}`, {
      ...{ forumId: place.forumId, obligationId, institutionId: randomUUID(), obligationKind: 'sign-off' },
      reasonCode: 'subject-withdrawn',
    });
    await isNow(obligationId, 'not-needed');
    const { notices } = (await see('notices-of', { personId: official.id }, official)) as {
      notices: { obligationId: string; isNeeded: boolean }[];
    };
    expect(notices.find((one) => one.obligationId === obligationId)).toMatchObject({ isNeeded: false });
  });
  it('is proven: a bounce that comes later is recorded once', async () => {
    await ask('choose-digest', { personId: official.id, digest: 'at-once' }, official);
    const obligationId = randomUUID();
    await overdueFor(obligationId);
    await heard(obligationId);
    await isNow(obligationId, 'accepted');
    const noticeId = (await deliveries(obligationId))[0]?.noticeId;
    expect(await ask('record-bounce', { noticeId })).toMatchObject({
      effects: [{ type: 'people.notice.delivered.v1' }],
    });
    expect(await ask('record-bounce', { noticeId })).toMatchObject({ effects: [] });
    expect(await deliveries(obligationId)).toMatchObject([{ mail: 'bounced' }]);
  });
  it('is the same mail when it was sent and not recorded, and is sent again', async () => {
    const [obligationId, before] = [randomUUID(), place.received.length];
    place.stopAfterNextMail();
    await overdueFor(obligationId);
    await heard(obligationId);
    await isNow(obligationId, 'accepted');
    const again = await Promise.all(place.received.slice(before).map((raw) => PostalMime.parse(raw)));
    const noticeId = (await deliveries(obligationId))[0]?.noticeId;
    expect(again.map(({ messageId }) => messageId)).toEqual([`<${noticeId}@madang>`, `<${noticeId}@madang>`]);
    expect(again[1]?.text).toBe(again[0]?.text);
    const [, token] = /link\?t=(\S+)/.exec(again[0]?.text ?? '') ?? [];
    expect(await see('link-of', { token })).toMatchObject({
      ...{ purpose: 'notice', subjectId: noticeId, personId: official.id, obligationId, submission: null },
    });
  });
  it('goes to whoever holds the post when a duty comes to an institution, not to who held it before', async () => {
    const [obligationId, institutionId, postId, before] = [
      ...[randomUUID(), randomUUID(), randomUUID(), randomUUID()],
    ] as [string, string, string, string];
    const post = { forumId: place.forumId, postId, institutionId };
    await place.tell(
      place.ministries,
      'ministries.institution.post-created.v1',
      `institution/${institutionId}`,
      {
        ...{ ...post, title: { ko: '과장', en: 'Director' }, level: 1, personId: before, from: '2025-01-01' },
      },
    );
    await place.tell(
      place.ministries,
      'ministries.institution.post-handed-over.v1',
      `institution/${institutionId}`,
      {
        ...{ ...post, personId: official.id, from: '2026-01-01' },
      },
    );
    await place.tell(place.ministries, 'ministries.obligation.imposed.v1', `obligation/${obligationId}`, {
      ...{
        forumId: place.forumId,
        obligationId,
        institutionId,
        obligationKind: 'sign-off',
        dueOn: '2026-03-01',
      },
      ...{ subject: { commitmentIds: [] }, ladder: [], ladderVersion: 1 },
    });
    await heard(obligationId);
    expect(await deliveries(obligationId)).toMatchObject([{ about: 'imposed', personId: official.id }]);
    await isNow(obligationId, 'accepted');
  });
  it('has bounced when the server knows no such mailbox', async () => {
    const nobody = randomUUID();
    await ask('open-account', { personId: nobody, mail: { lang: 'ko', text: NOBODY } });
    const obligationId = randomUUID();
    await place.tell(place.ministries, 'ministries.obligation.fell-due.v1', `obligation/${obligationId}`, {
      ...{ forumId: place.forumId, obligationId, institutionId: randomUUID(), obligationKind: 'sign-off' },
      ...{ dueOn: '2026-02-01', toPersonIds: [nobody] },
    });
    await heard(obligationId);
    await isNow(obligationId, 'bounced');
  });
});

describe('addresses, choices and deliveries', () => {
  it('are the same after they were made again from the log, and nobody is told again', async () => {
    const all = () =>
      Promise.all([
        place.database.$queryRawUnsafe('SELECT * FROM contact ORDER BY person_id'),
        place.database.$queryRawUnsafe('SELECT * FROM notice_row ORDER BY id'),
        place.database.$queryRawUnsafe('SELECT * FROM notice_step ORDER BY sequence'),
        place.database.$queryRawUnsafe('SELECT type, id, version, state FROM aggregate ORDER BY type, id'),
      ]);
    const [before, mails] = [await all(), place.received.length];
    await rebuildState(place.open.context, emptyRows);
    expect(await all()).toEqual(before);
    expect(place.received).toHaveLength(mails);
  });
});
