import { randomBytes, randomUUID } from 'node:crypto';
import type { Actor } from '@madang/contracts';
import { rebuildState, recorder } from '@madang/record';
import { canary, grepFolder, until } from '@madang/testing';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyRows } from './adapters/empty-rows.ts';
import type { Rows } from './adapters/rows.ts';
import { type Heard, listeningPost } from './skeleton/listening-post.ts';
import { type PeoplePlace, peoplePlace } from './skeleton/people-place.ts';
import { makeCalls } from './webhooks/make-calls.ts';

let place: PeoplePlace;
let post: Awaited<ReturnType<typeof listeningPost>>;
const ask: PeoplePlace['ask'] = (...how) => place.ask(...how);
const see: PeoplePlace['see'] = (...how) => place.see(...how);

const institutionId = randomUUID();
const official: Actor = { id: randomUUID(), roles: ['ministry'], institutionId };
const stranger: Actor = { id: randomUUID(), roles: ['ministry'], institutionId: randomUUID() };
const hidden = canary('webhook').toLowerCase();

const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;
const text = (words: string) => ({ lang: 'en', text: words });
const subscribing = (path: string, secret: string, institution: string | undefined = institutionId) => ({
  ...{ webhookId: randomUUID(), personId: official.id, institutionId: institution },
  ...{ url: text(post.url(path)), secret: text(secret) },
});
const fallsDue = async (
  obligationId: string = randomUUID(),
  more: object = { toPersonIds: [] },
): Promise<string> => {
  await place.tell(place.ministries, 'ministries.obligation.fell-due.v1', `obligation/${obligationId}`, {
    ...{ forumId: place.forumId, obligationId, institutionId, obligationKind: 'sign-off' },
    ...{ dueOn: '2026-02-01', ...more },
  });
  return obligationId;
};
const calls = (count: number, path: string): Promise<readonly Heard[]> =>
  until(async () => post.heardAt(path).length >= count, {
    within: 15_000,
    what: `${count} calls at ${path}`,
  }).then(() => post.heardAt(path));
type Call = {
  readonly about: string;
  readonly callId: string;
  readonly state: string;
  readonly attempts: number;
  readonly answered: number;
};
const made = async (webhookId: string) =>
  ((await see('webhook-calls-of', { webhookId }, official)) as { calls: Call[] }).calls;
const isNow = (webhookId: string, state: string) =>
  until(async () => (await made(webhookId))[0]?.state === state, {
    within: 15_000,
    what: `a call that is ${state}`,
  });
const verified = (secret: string, { body, headers }: Heard) => new Webhook(secret).verify(body, headers);

beforeAll(async () => {
  [place, post] = await Promise.all([peoplePlace(), listeningPost()]);
  await ask('open-account', { personId: official.id });
});
afterAll(async () => {
  await place.close();
  await post.close();
});

describe('an address of an institution', () => {
  const secret = newSecret();
  const path = `/${hidden}`;
  let webhookId: string;

  it('is subscribed by whoever acts for the institution, with a secret of the convention, once', async () => {
    const theirs = subscribing(path, secret);
    webhookId = theirs.webhookId;
    expect(await ask('subscribe-webhook', { ...theirs, personId: stranger.id }, stranger)).toMatchObject({
      status: 409,
      refusal: { code: 'not-your-webhook' },
    });
    expect(
      await ask('subscribe-webhook', { ...theirs, secret: text('whsec_short') }, official),
    ).toMatchObject({
      status: 400,
    });
    expect(
      await ask('subscribe-webhook', { ...theirs, url: text('https://a:b@example.org/') }, official),
    ).toMatchObject({ status: 409, refusal: { code: 'address-not-callable' } });
    expect(await ask('subscribe-webhook', theirs, official)).toMatchObject({
      effects: [{ type: 'people.webhook.subscribed.v1' }],
    });
    expect(await ask('subscribe-webhook', theirs, official)).toMatchObject({ status: 200, effects: [] });
  });
  it('is not one of a private network where development does not say so', async () => {
    process.env.MADANG_WEBHOOK_PRIVATE_ADDRESSES = '';
    const answer = await ask('subscribe-webhook', subscribing('/', secret), official);
    process.env.MADANG_WEBHOOK_PRIVATE_ADDRESSES = 'allowed';
    expect(answer).toMatchObject({ status: 409, refusal: { code: 'address-not-callable' } });
  });
  it('is called at a turn of an obligation, signed so that the convention’s own library verifies it, with ids and a link alone', async () => {
    const obligationId = await fallsDue();
    const [call] = await calls(1, path);
    expect(verified(secret, call as Heard)).toEqual({
      ...{ type: 'obligation.fell-due', timestamp: expect.any(String) },
      data: {
        ...{ forumId: place.forumId, institutionId, obligationId, obligationKind: 'sign-off' },
        ...{ dueOn: '2026-02-01', link: `https://forum.example.org/ko/duties/${obligationId}` },
      },
    });
    expect(() => verified(newSecret(), call as Heard)).toThrow();
    await isNow(webhookId, 'accepted');
    expect(await see('deliveries-of', { obligationId })).toMatchObject({
      calls: [{ webhookId, state: 'accepted', attempts: 1, answered: 204, about: 'obligation.fell-due' }],
    });
  });
  it('is called with the same webhook-id when it was called and that was not recorded', async () => {
    place.stopAfterNextCall();
    await fallsDue();
    const [, once, again] = await calls(3, path);
    expect(again?.headers['webhook-id']).toBe(once?.headers['webhook-id']);
    expect(again?.body).toBe(once?.body);
    await isNow(webhookId, 'accepted');
    expect(await made(webhookId)).toMatchObject([{ attempts: 1 }, { attempts: 1 }]);
    expect(post.heardAt(path)).toHaveLength(3);
  });
  it('is signed under the new secret and for a while under the former one too', async () => {
    const next = newSecret();
    expect(await ask('rotate-webhook-secret', { webhookId, secret: text(next) }, stranger)).toMatchObject({
      refusal: { code: 'not-your-webhook' },
    });
    await ask('rotate-webhook-secret', { webhookId, secret: text(next) }, official);
    await fallsDue();
    const both = (await calls(4, path))[3] as Heard;
    expect(verified(next, both)).toEqual(verified(secret, both));
    await ask('rotate-webhook-secret', { webhookId, secret: text(secret), overlapHours: 0 }, official);
    await fallsDue();
    const one = (await calls(5, path))[4] as Heard;
    expect(verified(secret, one)).toBeDefined();
    expect(() => verified(next, one)).toThrow();
    await isNow(webhookId, 'accepted');
  });
  it('is tried again after failures and redirects, then parked with a notice, and called with what waits when resumed', async () => {
    post.answer(path, 302);
    await fallsDue();
    const tries = (await calls(8, path)).slice(5);
    expect(new Set(tries.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    await isNow(webhookId, 'given-up');
    expect((await made(webhookId))[0]).toMatchObject({ attempts: 3, answered: 302 });
    expect(post.heardAt('/elsewhere')).toHaveLength(0);
    expect(await see('webhooks-of', { institutionId }, official)).toMatchObject({
      webhooks: [{ webhookId, state: 'parked', url: post.url(path) }],
    });
    expect(await see('webhooks-of', { institutionId }, stranger)).toBe(404);
    expect(await see('notices-of', { personId: official.id }, official)).toMatchObject({
      notices: [{ about: 'webhook-parked' }],
    });
    post.answer(path, 200);
    await fallsDue();
    expect(await ask('resume-webhook', { webhookId }, official)).toMatchObject({
      effects: [{ type: 'people.webhook.resumed.v1' }],
    });
    await calls(10, path);
    await isNow(webhookId, 'accepted');
  });
  it('is not called with what needs no act any more', async () => {
    post.answer(path, 500);
    const obligationId = await fallsDue();
    await isNow(webhookId, 'given-up');
    await place.tell(place.ministries, 'ministries.obligation.withdrawn.v1', `obligation/${obligationId}`, {
      ...{ forumId: place.forumId, obligationId, institutionId, obligationKind: 'sign-off', reasonCode: 'x' },
    });
    const newest = async () => (await made(webhookId)).slice(0, 2);
    const both = async () => (await newest()).map(({ about, state }) => `${about} ${state}`).join();
    await until(async () => /withdrawn waiting/.test(await both()), {
      within: 15_000,
      what: 'the withdrawal to wait',
    });
    post.answer(path, 200);
    await ask('resume-webhook', { webhookId }, official);
    await until(async () => /withdrawn accepted,.*not-needed/.test(await both()), {
      within: 15_000,
      what: 'the withdrawal to be told alone',
    });
  });
  it('that answers 410 is called no more, and whoever subscribed it is told', async () => {
    post.answer(path, 410);
    await fallsDue();
    await until(async () => (await see('webhook-calls-of', { webhookId }, official)) === 404, {
      within: 15_000,
      what: 'the end of the subscription',
    });
    const told = (await see('notices-of', { personId: official.id }, official)) as {
      notices: { about: string }[];
    };
    expect(told.notices[0]?.about).toBe('webhook-gone');
    expect(await ask('unsubscribe-webhook', { webhookId }, official)).toMatchObject({
      status: 200,
      effects: [],
    });
  });
});

describe('two processes of the service', () => {
  it('call once, and the second goes on when the first has stopped', async () => {
    const [secret, path] = [newSecret(), '/twice'];
    const theirs = subscribing(path, secret);
    await ask('subscribe-webhook', theirs, official);
    const { context } = place.open;
    const second = makeCalls({
      ...{ context, recorder: recorder(context), privateToo: true, pauses: [0, 0] },
      ...{ portalUrl: 'https://forum.example.org', onFault: () => undefined },
    });
    for (const at of [1, 2, 3]) {
      await fallsDue();
      await calls(at, path);
    }
    await isNow(theirs.webhookId, 'accepted');
    expect(post.heardAt(path)).toHaveLength(3);
    const [first, other] = [randomUUID(), randomUUID()];
    const rows = context.rows(context.database) as Rows;
    expect(await rows.takeTurn('spec', first, 60)).toBe(true);
    expect(await rows.takeTurn('spec', other, 60)).toBe(false);
    expect(await rows.takeTurn('spec', first, 0)).toBe(true);
    expect(await until(() => rows.takeTurn('spec', other, 60), { within: 5_000 })).toBe(true);
    expect(await rows.takeTurn('spec', first, 60)).toBe(false);
    await rows.giveTurn('spec', other);
    expect(await rows.takeTurn('spec', first, 60)).toBe(true);
    await second.stop();
    await ask('unsubscribe-webhook', { webhookId: theirs.webhookId }, official);
  });
});

describe('an address of a person', () => {
  const secret = newSecret();
  const person: Actor = { id: randomUUID(), roles: ['co-chair'] };

  it('is called at each of their notices, until they unsubscribe', async () => {
    await ask('open-account', { personId: person.id });
    const own = { ...subscribing('/own', secret, undefined), personId: person.id, institutionId: undefined };
    expect(await ask('subscribe-webhook', own, official)).toMatchObject({
      refusal: { code: 'not-your-webhook' },
    });
    await ask('subscribe-webhook', own, person);
    const obligationId = await fallsDue(randomUUID(), { toPersonIds: [person.id] });
    const [call] = await calls(1, '/own');
    expect(verified(secret, call as Heard)).toMatchObject({ type: 'fell-due', data: { obligationId } });
    expect(await ask('unsubscribe-webhook', { webhookId: own.webhookId }, stranger)).toMatchObject({
      refusal: { code: 'not-your-webhook' },
    });
    expect(await ask('unsubscribe-webhook', { webhookId: own.webhookId }, person)).toMatchObject({
      effects: [{ type: 'people.webhook.unsubscribed.v1' }],
    });
    expect(await see('webhooks-of', {}, person)).toEqual({ webhooks: [] });
  });
  it('is refused when its name leads into a private network', async () => {
    const { postCall } = await import('./webhooks/post-call.ts');
    await expect(postCall(post.url('/refused'), {}, '{}', false)).rejects.toThrow();
    const byName = post.url('/refused').replace('127.0.0.1', 'localhost');
    await expect(postCall(byName, {}, '{}', false)).rejects.toThrow();
    expect(post.heardAt('/refused')).toHaveLength(0);
  });
});

describe('addresses that are called', () => {
  it('are in no event and in clear nowhere on disk', async () => {
    const events = await place.database.$queryRawUnsafe<{ n: bigint }[]>(
      'SELECT count(*) AS n FROM event WHERE bytes ILIKE $1',
      `%${hidden}%`,
    );
    expect(Number(events[0]?.n)).toBe(0);
    expect(await grepFolder(place.dataDir, hidden)).toEqual([]);
  });
  it('are the same after they were made again from the log', async () => {
    const all = () =>
      Promise.all([
        place.database.$queryRawUnsafe('SELECT * FROM webhook_row ORDER BY id'),
        place.database.$queryRawUnsafe('SELECT * FROM webhook_call_row ORDER BY id'),
      ]);
    const before = await all();
    await rebuildState(place.open.context, emptyRows);
    expect(await all()).toEqual(before);
  });
});
