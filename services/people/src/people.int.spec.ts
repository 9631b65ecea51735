import { randomUUID } from 'node:crypto';
import { type Actor, NO_FORUM, PROCESS_ACTOR_ID } from '@madang/contracts';
import { rebuildState } from '@madang/record';
import { canary, grepFolder, until } from '@madang/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyRows } from './adapters/empty-rows.ts';
import { type PeoplePlace, peoplePlace } from './skeleton/people-place.ts';

const personId = randomUUID();
const address = `${canary('mail')}@example.org`.toLowerCase();
let place: PeoplePlace;
const ask: PeoplePlace['ask'] = (...how) => place.ask(...how);
const see: PeoplePlace['see'] = (...how) => place.see(...how);
const remind = (obligationId: string) =>
  place.tell(place.ministries, 'ministries.obligation.fell-due.v1', `obligation/${obligationId}`, {
    forumId: place.forumId,
    obligationId,
    institutionId: randomUUID(),
    obligationKind: 'sign-off',
    dueOn: '2026-02-01',
    toPersonIds: [personId],
  });

beforeAll(async () => {
  place = await peoplePlace();
  await ask('open-account', {
    personId,
    name: { lang: 'ko', text: '김담당' },
    mail: { lang: 'ko', text: address },
  });
});
afterAll(() => place.close());

describe('an account', () => {
  it('shows name and address to the person and the secretariat, to nobody else', async () => {
    expect(await see('account-of', { personId })).toMatchObject({ name: '김담당', mail: address });
    expect(await see('account-of', { personId }, { id: personId, roles: ['ministry'] })).toMatchObject({
      mail: address,
    });
    expect(await see('account-of', { personId }, { id: randomUUID(), roles: ['ministry'] })).toMatchObject({
      name: null,
      mail: null,
    });
  });
  it('is nothing that the secretariat of another forum may know, change, erase or let somebody else in as', async () => {
    const other = randomUUID();
    await place.tell(place.forums, 'forums.forum.founded.v1', `forum/${other}`, {
      ...{ forumId: other, clock: 'wall', zone: 'Asia/Seoul' },
    });
    const stranger: Actor = { id: randomUUID(), roles: ['secretariat'], forumIds: [other] };
    const own: Actor = { ...stranger, forumIds: [place.forumId] };
    const inOther = (type: string, body: object) =>
      ask(type, { forumId: other, personId, ...body }, stranger);
    const mail = { lang: 'ko', text: 'taken@example.org' };
    await until(async () => (await inOther('change-contact', { mail })).status === 409, { within: 10_000 });
    for (const [type, body] of [
      ['change-contact', { mail }],
      ['erase-person', {}],
      ['link-sign-in', { signInId: randomUUID() }],
    ] as const)
      expect(await inOther(type, body)).toMatchObject({
        status: 409,
        refusal: { code: 'person-of-another-forum' },
      });
    // A role that the other forum grants opens nothing of the person to it.
    await inOther('grant-role', { role: 'member', from: '2026-01-01' });
    expect(await see('account-of', { personId }, stranger)).toMatchObject({ name: null, mail: null });
    expect(await see('account-of', { personId }, own)).toMatchObject({ name: '김담당', mail: address });
    expect(await ask('link-sign-in', { personId, signInId: randomUUID() }, own)).toMatchObject({
      status: 409,
      refusal: { code: 'person-of-another-forum' },
    });
  });
  it('is opened, given an address and erased only where something came from a pseudonym that has none', async () => {
    const [contributorId, contributionId, other] = [randomUUID(), randomUUID(), randomUUID()];
    await place.tell(
      place.commitments,
      'commitments.contribution.accepted.v1',
      `contribution/${contributionId}`,
      {
        ...{ forumId: place.forumId, contributionId, consultationId: randomUUID(), cycleId: randomUUID() },
        ...{ commitmentId: randomUUID(), contributorId, contributorKind: 'person' },
        ...{ channel: 'online', receivedOn: '2026-02-01' },
        text: { textId: randomUUID(), lang: 'ko', length: 3, visibility: 'public', digest: 'x' },
      },
    );
    await place.tell(place.forums, 'forums.forum.founded.v1', `forum/${other}`, {
      ...{ forumId: other, clock: 'wall', zone: 'Asia/Seoul' },
    });
    const from = (forumId: string, type: string, body: object = {}) =>
      ask(
        type,
        { forumId, personId: contributorId, ...body },
        { id: randomUUID(), roles: ['secretariat'], forumIds: [forumId] },
      );
    const own = async () => (await from(place.forumId, 'choose-digest', { digest: 'daily' })).status;
    expect(await own()).toBe(404);
    const mail = { lang: 'ko', text: 'taken@example.org' };
    // What was heard of neither yet is as unknown as what never was.
    await until(async () => (await from(other, 'erase-person')).status === 409, { within: 10_000 });
    for (const [type, body] of [
      ['open-account', { mail }],
      ['leave-address', { noticeId: randomUUID(), mail }],
      ['erase-person', {}],
    ] as const)
      expect(await from(other, type, body)).toMatchObject({
        status: 409,
        refusal: { code: 'person-of-another-forum' },
      });
    expect(await own()).toBe(404);
    expect(await from(place.forumId, 'erase-person')).toMatchObject({
      status: 200,
      effects: [{ type: 'people.account.erased.v1' }],
    });
  });
  it('holds a role for an institution once, until it is revoked', async () => {
    const role = { personId, role: 'ministry', institutionId: randomUUID(), from: '2026-01-01' };
    expect(await ask('grant-role', { ...role, institutionId: undefined })).toMatchObject({
      status: 409,
      refusal: { code: 'institution-missing' },
    });
    expect(await ask('grant-role', role)).toMatchObject({
      status: 200,
      effects: [{ type: 'people.account.role-granted.v1' }],
    });
    expect(await ask('grant-role', role)).toMatchObject({ status: 200, effects: [] });
    expect(
      await ask('revoke-role', {
        personId,
        role: 'ministry',
        institutionId: role.institutionId,
        on: '2026-06-30',
      }),
    ).toMatchObject({ status: 200, effects: [{ type: 'people.account.role-revoked.v1' }] });
    expect(await ask('grant-role', { ...role, personId: randomUUID() })).toMatchObject({ status: 404 });
  });
});

describe('a turn of an obligation', () => {
  it('is told in the list and by one mail, whose id is the notice', async () => {
    await remind(randomUUID());
    await until(async () => place.received.length === 1, { within: 15_000, what: 'the mail' });
    const { notices } = (await see('notices-of', { personId }, { id: personId, roles: ['ministry'] })) as {
      notices: { noticeId: string; mail: string; read: boolean }[];
    };
    expect(notices).toHaveLength(1);
    const elsewhere: Actor = { id: randomUUID(), roles: ['secretariat'], forumIds: [randomUUID()] };
    expect(await see('notices-of', { personId }, elsewhere)).toEqual({ notices: [] });
    expect(place.received[0]).toContain(`<${notices[0]?.noticeId}@madang>`);
    await until(
      async () =>
        ((await see('notices-of', { personId })) as { notices: { mail: string }[] }).notices[0]?.mail ===
        'accepted',
      { within: 10_000 },
    );
    expect(
      await ask(
        'read-notice',
        { noticeId: notices[0]?.noticeId, personId },
        { id: personId, roles: ['ministry'] },
      ),
    ).toMatchObject({ status: 200 });
    expect(await see('notices-of', { personId, unreadOnly: true })).toEqual({ notices: [] });
  });
});

describe('a requirement of the forum at risk', () => {
  it('is told to the co-chairs and to the secretariat of that day, each once', async () => {
    const [coChair, secretary, former] = [randomUUID(), randomUUID(), randomUUID()];
    const terms = { role: 'secretariat', from: '2026-01-01' };
    for (const one of [secretary, former]) await ask('open-account', { personId: one });
    await ask('grant-role', { personId: secretary, ...terms });
    await ask('grant-role', { personId: former, ...terms, until: '2026-01-31' });
    await place.tell(place.forums, 'forums.forum.requirement-at-risk.v1', `forum/${place.forumId}`, {
      ...{ forumId: place.forumId, requirement: '1.1', dueOn: '2026-03-01', risk: 'approaching' },
      toPersonIds: [coChair, secretary],
    });
    const toldTo = async (person: string): Promise<unknown> =>
      ((await see('notices-of', { personId: person })) as { notices: unknown[] }).notices;
    await until(async () => ((await toldTo(coChair)) as unknown[]).length > 0, { within: 10_000 });
    const notice = { about: 'requirement-approaching', requirement: '1.1', dueOn: '2026-03-01' };
    expect(await toldTo(coChair)).toMatchObject([notice]);
    await until(async () => ((await toldTo(secretary)) as unknown[]).length > 0, { within: 10_000 });
    expect(await toldTo(secretary)).toMatchObject([notice]);
    expect(await toldTo(former)).toEqual([]);
  });
});

describe('an erased person', () => {
  it('has neither name nor address any more, anywhere, and gets no mail', async () => {
    expect(await ask('erase-person', { personId })).toMatchObject({ status: 200 });
    expect(await see('account-of', { personId })).toMatchObject({
      erased: true,
      name: null,
      mail: null,
      roles: [],
    });
    const before = place.received.length;
    await remind(randomUUID());
    const head = await place.ministries.head();
    await until(
      async () =>
        (
          (await see('positions', {}, { id: PROCESS_ACTOR_ID, roles: ['process'] })) as {
            heard: { ministries: number };
          }
        ).heard.ministries === head,
      { within: 10_000 },
    );
    expect(place.received).toHaveLength(before);
    expect(grepFolder(place.dataDir, address)).toEqual([]);
    expect(await ask('grant-role', { personId, role: 'member', from: '2026-01-01' })).toMatchObject({
      status: 409,
      refusal: { code: 'person-erased' },
    });
  });
});

describe('rows and states', () => {
  it('are the same after they were dropped and made again from the log, and nobody is told again', async () => {
    const all = () =>
      Promise.all([
        place.database.$queryRawUnsafe('SELECT * FROM contact ORDER BY person_id'),
        place.database.$queryRawUnsafe(
          'SELECT id, person_id, about, due_on, submission_id, reason_code, read, opened, mail, attempts FROM notice_row ORDER BY id',
        ),
        place.database.$queryRawUnsafe('SELECT * FROM role_row ORDER BY forum_id, role, person_id, from_day'),
        place.database.$queryRawUnsafe('SELECT type, id, version, state FROM aggregate ORDER BY type, id'),
        place.database.$queryRawUnsafe('SELECT sequence FROM head'),
      ]);
    const before = await all();
    const mails = place.received.length;
    await rebuildState(place.open.context, emptyRows);
    expect(await all()).toEqual(before);
    expect(place.received).toHaveLength(mails);
  });
});

describe('a repair', () => {
  const operator = { id: randomUUID(), roles: ['operator' as const] };
  it('of the system itself is of no forum', async () => {
    const repair = {
      repairId: randomUUID(),
      processId: 'workflows',
      repair: 'reconcile',
      reasonCode: 'lost',
    };
    const answer = await ask('record-repair', { ...repair, forumId: NO_FORUM }, operator);
    expect(answer).toMatchObject({ effects: [{ type: 'people.repair.recorded.v1' }] });
    expect(
      await ask('open-account', { forumId: NO_FORUM, personId: randomUUID(), lang: 'ko' }),
    ).toMatchObject({
      refusal: { code: 'unknown-forum' },
    });
  });
  it('is written down once, in the name of the operator who makes it, and can be looked up', async () => {
    const repair = {
      repairId: randomUUID(),
      processId: 'obligation/x',
      repair: 'look-again',
      reasonCode: 'quiet',
    };
    expect(await ask('record-repair', repair)).toMatchObject({ status: 403 });
    expect(await ask('record-repair', repair, operator)).toMatchObject({
      effects: [{ type: 'people.repair.recorded.v1' }],
    });
    expect(await ask('record-repair', repair, operator)).toMatchObject({ status: 200, effects: [] });
    expect(await see('repairs-of', { limit: 1 })).toEqual({
      repairs: [{ ...repair, forumId: place.forumId, personId: operator.id, at: expect.any(String) }],
    });
  });
});
