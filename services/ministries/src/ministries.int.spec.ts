import { randomUUID } from 'node:crypto';
import type { ObligationRow } from '@madang/contracts';
import { rebuildState } from '@madang/record';
import { until } from '@madang/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { emptyRows } from './adapters/empty-rows.ts';
import { ministriesPlace } from './skeleton/ministries-place.ts';

const place = await ministriesPlace();
const {
  forumId,
  process,
  ministry,
  words,
  rungs,
  database,
  open,
  ask,
  see,
  standing,
  tell,
  register,
  post,
  imposition,
  impose,
  climb,
} = place;
const refusedAs = (code: string) => ({ status: 409, refusal: { code } });
afterAll(() => place.close());

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
