import { randomUUID } from 'node:crypto';
import type { Actor, Answer, EventEnvelope, ObligationRow } from '@madang/contracts';
import { PROCESS_ACTOR_ID } from '@madang/contracts';
import { type Asker, asker, connectNats, type FactPublisher, factPublisher } from '@madang/messaging';
import { makePasswords, makeStreams, serverConfig } from '@madang/nats-infra';
import { rebuildState } from '@madang/record';
import { makeLog, type OpenService, openService } from '@madang/service-kit';
import { type FreshDatabase, type FreshNats, freshDatabase, freshNats, until } from '@madang/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from './adapters/connect.ts';
import { emptyRows } from './adapters/empty-rows.ts';
import { rows } from './adapters/rows.ts';
import { service } from './service.ts';

const passwords = makePasswords();
const forumId = randomUUID();
const secretariat: Actor = { id: randomUUID(), roles: ['secretariat'] };
const process: Actor = { id: PROCESS_ACTOR_ID, roles: ['process'] };
const ministry = (institutionId: string): Actor => ({ id: randomUUID(), roles: ['ministry'], institutionId });
const words = { lang: 'ko', text: '까닭' };
const rungs = ['due-7d', 'due-3d', 'due-1d', 'due', 'overdue', 'escalate-1', 'escalate-2', 'silent'];
const ladder = rungs.map((rung, at) => ({ rung, at: `2099-03-${10 + at}T00:00:00.000Z` }));
let nats: FreshNats;
let base: FreshDatabase;
let database: ReturnType<typeof connect>;
let open: OpenService;
let portal: Asker;
let forums: FactPublisher;
let commitments: FactPublisher;

const ask = (type: string, body: object, actor = secretariat): Promise<Answer> =>
  portal.command({
    id: randomUUID(),
    type: `ministries.${type}.v1`,
    actor,
    forumId,
    correlationId: randomUUID(),
    body: { forumId, ...body },
  });
const see = async <T>(type: string, body: object, actor = secretariat): Promise<T> => {
  const answer = await portal.query({ type: `ministries.${type}.v1`, actor, body });
  return (answer.status === 200 ? answer.result : answer.status) as T;
};
const standing = (obligationId: string) => see<ObligationRow>('obligation-standing', { obligationId });
const tellAs = async (
  source: string,
  publisher: FactPublisher,
  type: string,
  subject: string,
  data: object,
): Promise<void> => {
  const sequence = (await publisher.head()) + 1;
  const time = '2026-02-01T00:00:00.000Z';
  const ids = { id: randomUUID(), commandid: randomUUID(), correlationid: randomUUID(), commandhash: 'x' };
  const fact = {
    ...{ specversion: '1.0', ...ids, source, type, subject, time, recordedat: time },
    ...{ forumid: forumId, sequence, aggregateversion: sequence, actor: process, data: { forumId, ...data } },
  } as EventEnvelope;
  await publisher.publish([{ sequence, type, bytes: JSON.stringify(fact) }]);
};
const tell = (type: string, subject: string, data: object) => tellAs('forums', forums, type, subject, data);
const tellOfCommitment = (what: string, commitmentId: string, data: object) =>
  tellAs('commitments', commitments, `commitments.commitment.${what}.v1`, `commitment/${commitmentId}`, {
    commitmentId,
    ...data,
  });
const register = async (): Promise<string> => {
  const institutionId = randomUUID();
  const name = { ko: '부처', en: 'Ministry' };
  const body = { institutionId, code: institutionId.slice(0, 8), name, institutionKind: 'ministry' };
  expect(await ask('register-institution', { ...body, from: '2026-01-01' })).toMatchObject({ status: 200 });
  return institutionId;
};
const post = async (institutionId: string, level: number): Promise<string> => {
  const personId = randomUUID();
  const title = { ko: '자리', en: 'Post' };
  const body = { postId: randomUUID(), institutionId, title, level, personId, from: '2026-01-01' };
  expect(await ask('create-post', body)).toMatchObject({ status: 200 });
  return personId;
};
const imposition = (institutionId: string, cycleId: string, obligationKind = 'sign-off') => ({
  ...{ obligationId: randomUUID(), cycleId, institutionId, obligationKind, subject: {}, ladder },
  dueOn: '2099-03-10',
});
const impose = async (...of: Parameters<typeof imposition>): Promise<string> => {
  const body = imposition(...of);
  expect(await ask('impose-obligation', body, process)).toMatchObject({ status: 200 });
  return body.obligationId;
};
const climb = (obligationId: string, rung: string, ladderVersion = 1) =>
  ask('climb-obligation', { obligationId, rung, ladderVersion }, process);
const refusedAs = (code: string) => ({ status: 409, refusal: { code } });

beforeAll(async () => {
  nats = await freshNats((at) => serverConfig({ port: at.port, monitorPort: at.monitorPort, passwords }));
  await makeStreams({ url: nats.url, password: passwords.infra ?? '' });
  base = await freshDatabase(['ministries']);
  database = connect(base.urls.ministries ?? '');
  const log = makeLog('ministries-spec');
  log.level = 'silent';
  const masterKey = Buffer.alloc(32, 4);
  open = await openService({ service, database, rows, natsUrl: nats.url, passwords, masterKey, log });
  const as = (user: string) => connectNats({ url: nats.url, user, password: passwords[user] ?? '' });
  portal = asker(await as('portal-asks'));
  forums = await factPublisher(await as('forums-events'), 'forums');
  commitments = await factPublisher(await as('commitments-events'), 'commitments');
  const place = { zone: 'Asia/Seoul', country: 'none', rulePack: 'ogp-2022', clock: 'wall' };
  await tell('forums.forum.founded.v1', `forum/${forumId}`, place);
  await until(
    async () => (await ask('seal-sign-offs', { cycleId: forumId, institutionIds: [forumId] })).status === 409,
    {
      within: 10_000,
      what: 'the forum to be known',
    },
  );
});
afterAll(async () => {
  await open.stop();
  await database.$disconnect();
  await nats.remove();
  await base.drop();
});

describe('an obligation', () => {
  it('climbs through the posts of who acts, up to silence', async () => {
    const institutionId = await register();
    const persons = [
      await post(institutionId, 1),
      await post(institutionId, 2),
      await post(institutionId, 3),
    ];
    const obligationId = await impose(institutionId, randomUUID());
    for (const rung of rungs) expect(await climb(obligationId, rung)).toMatchObject({ status: 200 });
    expect(await climb(obligationId, 'silent')).toMatchObject({ status: 200, effects: [] });
    expect(await standing(obligationId)).toMatchObject({ state: 'open', silent: true, lastRung: 'silent' });
    const told = await database.$queryRawUnsafe<{ bytes: string }[]>(
      'SELECT bytes FROM event WHERE aggregate_id = $1 ORDER BY sequence',
      obligationId,
    );
    const tellings = told.map(({ bytes }) => JSON.parse(bytes).data.toPersonIds);
    const [contact, director, head] = persons.map((id) => [id]);
    expect(tellings.slice(1, 8)).toEqual([contact, contact, contact, contact, contact, director, head]);
  });

  it('is imposed once however many ask at the same time', async () => {
    const institutionId = await register();
    const cycleId = randomUUID();
    const bodies = [1, 2, 3, 4].map(() => imposition(institutionId, cycleId));
    const given = await Promise.all(bodies.map((body) => ask('impose-obligation', body, process)));
    expect(given.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const one of given.filter(({ status }) => status !== 200))
      expect(one).toMatchObject(refusedAs('obligation-already-imposed'));
  });

  it('gets more time, a new ladder, and its place in the order of due days', async () => {
    const institutionId = await register();
    const cycleId = randomUUID();
    const first = await impose(institutionId, cycleId);
    const second = await impose(institutionId, cycleId, 'evidence');
    const extensionId = randomUUID();
    const asking = { obligationId: first, extensionId, until: '2099-04-10', reason: words };
    await ask('ask-extension', asking, ministry(institutionId));
    expect(await standing(first)).toMatchObject({ extensionAsked: true });
    const granting = { obligationId: first, extensionId, granted: true, reason: words };
    expect(await ask('decide-extension', granting)).toMatchObject({ status: 200 });
    expect(await standing(first)).toMatchObject({
      dueOn: '2099-04-10',
      ladderVersion: 2,
      extensionAsked: false,
    });
    type Page = { readonly obligations: readonly ObligationRow[]; readonly next: string | null };
    const page = await see<Page>('obligations-of', { institutionId, limit: 1 });
    expect(page).toMatchObject({ obligations: [{ obligationId: second }], next: second });
    const rest = await see<Page>('obligations-of', { cycleId, state: 'open', cursor: second });
    expect(rest).toMatchObject({ obligations: [{ obligationId: first }], next: null });
    const all = await see<Page>('open-obligations', {}, process);
    expect(all.obligations).toContainEqual({ obligationId: first, forumId, clock: 'wall' });
  });
});

describe('an institution that is succeeded', () => {
  it('passes on what it owes and what it acts for, and is shown as it was on each day', async () => {
    const [old, next, other] = [await register(), await register(), await register()];
    const cycleId = randomUUID();
    const owed = await impose(old, cycleId);
    const acted = await impose(other, cycleId);
    await ask('delegate-obligation', { obligationId: acted, toInstitutionId: old, reason: words });
    const succession = { institutionId: old, how: 'replaced', successorIds: [next], obligationsTo: next };
    expect(await ask('succeed-institution', { ...succession, on: '2026-02-01' })).toMatchObject({
      status: 200,
      effects: [{ type: 'ministries.institution.succeeded.v1' }, {}, {}],
    });
    expect(await standing(owed)).toMatchObject({ institutionId: next, actingInstitutionId: next });
    expect(await standing(acted)).toMatchObject({ institutionId: other, actingInstitutionId: next });
    const discharge = { obligationId: owed, verdict: 'signed' };
    expect(await ask('discharge-obligation', discharge, ministry(old))).toMatchObject(
      refusedAs('not-your-obligation'),
    );
    expect(await ask('discharge-obligation', discharge, ministry(next))).toMatchObject({ status: 200 });
    expect(await see('institution-on', { institutionId: old, on: '2026-01-31' })).toMatchObject({
      succeededBy: [],
    });
    expect(await see('institution-on', { institutionId: old, on: '2026-02-01' })).toMatchObject({
      succeededBy: [next],
    });
    expect(await see('institution-on', { institutionId: old, on: '2025-02-01' })).toBe(404);
  });
});

describe('a suspended cycle', () => {
  it('lets nothing climb, and moves what is open when it goes on', async () => {
    const cycleId = randomUUID();
    const obligationId = await impose(await register(), cycleId);
    await tell('forums.cycle.suspended.v1', `cycle/${cycleId}`, { cycleId, authority: 'minister' });
    await until(
      async () => (await database.$queryRawUnsafe<unknown[]>('SELECT 1 FROM suspended_cycle')).length === 1,
      { within: 10_000 },
    );
    expect(await climb(obligationId, 'due-7d')).toMatchObject(refusedAs('cycle-suspended'));
    const resumed = { cycleId, authority: 'minister', suspendedDays: 21, version: 2, stages: [] };
    await tell('forums.cycle.resumed.v1', `cycle/${cycleId}`, resumed);
    await until(async () => (await standing(obligationId)).ladderVersion === 2, { within: 10_000 });
    expect(await standing(obligationId)).toMatchObject({ dueOn: '2099-03-31', state: 'open' });
    expect(await climb(obligationId, 'due-7d', 1)).toMatchObject({ status: 200, effects: [] });
    expect(await climb(obligationId, 'due-7d', 2)).toMatchObject({ effects: [{}] });
  });
});

describe('a cycle that is closed', () => {
  it('ends what is still owed in it, and nothing else', async () => {
    const [cycleId, institutionId] = [randomUUID(), await register()];
    const [open, done] = [
      await impose(institutionId, cycleId),
      await impose(institutionId, cycleId, 'evidence'),
    ];
    const elsewhere = await impose(institutionId, randomUUID());
    await ask('discharge-obligation', { obligationId: done, verdict: 'done' }, ministry(institutionId));
    await tell('forums.cycle.closed.v1', `cycle/${cycleId}`, { cycleId, on: '2026-02-01' });
    await until(async () => (await standing(open)).state === 'withdrawn', { within: 10_000 });
    expect([(await standing(done)).state, (await standing(elsewhere)).state]).toEqual(['discharged', 'open']);
  });
});

describe('a duty to report', () => {
  const on = '2026-02-01';
  const put = async (cycleId: string, leads: readonly string[], state = 'adopted') => {
    const commitmentId = randomUUID();
    const milestones = leads.map((leadInstitutionId) => ({ milestoneId: randomUUID(), leadInstitutionId }));
    await tellOfCommitment('drafted', commitmentId, { cycleId, draft: { milestones } });
    if (state === 'adopted') await tellOfCommitment('adopted', commitmentId, { cycleId, version: 1, on });
    const milestoneIds = milestones.map(({ milestoneId }) => milestoneId);
    return {
      commitmentId,
      report: (at: number, windowId: string, day = on) =>
        tellOfCommitment('progress-reported', commitmentId, {
          ...{ windowId, milestoneId: milestoneIds[at], on: day, completion: 'complete', evidence: [] },
        }),
    };
  };
  const owe = async (institutionId: string, cycleId: string, windowId: string): Promise<string> => {
    const body = imposition(institutionId, cycleId, 'progress-report');
    await ask('impose-obligation', { ...body, subject: { windowId, commitmentIds: [] } }, process);
    return body.obligationId;
  };
  const heard = async () => {
    const head = await commitments.head();
    await until(
      async () =>
        (
          await portal.query({
            ...{ type: 'ministries.obligations-of.v1', actor: secretariat, after: { commitments: head } },
            body: { cycleId: forumId },
          })
        ).status === 200,
      { within: 10_000, what: 'the reports to be heard' },
    );
  };

  it('is discharged by the report that completes it, and by no other', async () => {
    const [cycleId, windowId, other] = [randomUUID(), randomUUID(), randomUUID()];
    const [mine, theirs] = [await register(), await register()];
    const one = await put(cycleId, [mine, mine, theirs]);
    const two = await put(cycleId, [mine]);
    await put(cycleId, [mine], 'draft');
    const [duty, dutyOfOthers] = [await owe(mine, cycleId, windowId), await owe(theirs, cycleId, windowId)];
    const next = await owe(mine, cycleId, other);
    await one.report(0, windowId);
    await one.report(0, windowId);
    await two.report(0, windowId);
    await one.report(1, other);
    await heard();
    expect((await standing(duty)).state).toBe('open');
    await one.report(1, windowId);
    await heard();
    expect(await standing(duty)).toMatchObject({ state: 'discharged', late: false });
    expect([(await standing(dutyOfOthers)).state, (await standing(next)).state]).toEqual(['open', 'open']);
  });

  it('is late by the day of the report, and asks nothing of what was withdrawn', async () => {
    const [cycleId, windowId, mine] = [randomUUID(), randomUUID(), await register()];
    const kept = await put(cycleId, [mine]);
    const gone = await put(cycleId, [mine]);
    const duty = await owe(mine, cycleId, windowId);
    await tellOfCommitment('withdrawn', gone.commitmentId, { cycleId, authority: 'plenary' });
    await kept.report(0, windowId, '2099-03-11');
    await heard();
    expect(await standing(duty)).toMatchObject({ state: 'discharged', late: true });
  });

  it('that was returned is discharged by the next report', async () => {
    const [cycleId, windowId, mine] = [randomUUID(), randomUUID(), await register()];
    const { report } = await put(cycleId, [mine, mine]);
    const duty = await owe(mine, cycleId, windowId);
    for (const at of [0, 1]) await report(at, windowId);
    await heard();
    await ask('return-obligation', { obligationId: duty, dueOn: '2099-05-01', reason: words });
    expect((await standing(duty)).state).toBe('open');
    await report(1, windowId);
    await heard();
    expect((await standing(duty)).state).toBe('discharged');
  });
});

describe('the sign-offs of a cycle', () => {
  it('are sealed when all have signed, whoever acted for them', async () => {
    const cycleId = randomUUID();
    const [one, other, agency] = [await register(), await register(), await register()];
    const [mine, theirs] = [await impose(one, cycleId), await impose(other, cycleId)];
    const seal = () => ask('seal-sign-offs', { cycleId, institutionIds: [one, other] }, process);
    const discharge = (obligationId: string, verdict: string, by: string) =>
      ask('discharge-obligation', { obligationId, verdict, note: words }, ministry(by));
    await discharge(mine, 'signed', one);
    expect(await seal()).toMatchObject({ status: 409, refusal: { facts: { signed: 1, missing: 1 } } });
    const delegation = { obligationId: theirs, toInstitutionId: agency, reason: words };
    expect(await ask('delegate-obligation', delegation, ministry(other))).toMatchObject({ status: 200 });
    await discharge(theirs, 'declined', agency);
    expect(await seal()).toMatchObject(refusedAs('sign-offs-missing'));
    const back = { obligationId: theirs, dueOn: '2099-05-01', reason: words };
    expect(await ask('return-obligation', back)).toMatchObject({ status: 200 });
    expect(await discharge(theirs, 'signed-with-reservation', agency)).toMatchObject({ status: 200 });
    expect(await seal()).toMatchObject({ effects: [{ type: 'ministries.sign-offs.sealed.v1' }] });
    expect(await seal()).toMatchObject({ status: 200, effects: [] });
  });
});

describe('rows and states', () => {
  it('are the same after they were dropped and made again from the log', async () => {
    const all = () =>
      Promise.all([
        database.$queryRawUnsafe('SELECT * FROM obligation_row ORDER BY id'),
        database.$queryRawUnsafe('SELECT * FROM institution_code ORDER BY id'),
        database.$queryRawUnsafe('SELECT type, id, version, state FROM aggregate ORDER BY type, id'),
      ]);
    const before = await all();
    await rebuildState(open.context, emptyRows);
    expect(await all()).toEqual(before);
  });
});
