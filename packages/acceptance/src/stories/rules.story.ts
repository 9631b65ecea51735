import { fileURLToPath } from 'node:url';
import { type Actor, AdoptRules, ForumTable, FoundForum, OpenAccount } from '@madang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headsOf } from '../outcome/facts.ts';
import { openPortal, type Portal } from '../portal/portal.ts';
import { idsOf } from '../rehearsal/ids.ts';
import { rehearseScenario } from '../rehearse-scenario.ts';
import { readScenario } from '../scenario/read-scenario.ts';
import { failing } from './failing.ts';
import { type OwnSystem, ownSystem } from './own-system.ts';

const failure = readScenario(
  fileURLToPath(new URL('../../scenarios/mission-failure.yaml', import.meta.url)),
  () => undefined,
);
const ids = idsOf('rules');
const forumId = ids.of('forum');
const secretariat: Actor = { id: ids.of('secretariat'), roles: ['secretariat'] };
const operator: Actor = { id: ids.of('operator'), roles: ['operator'] };
const rules = (quorum: number) => ({
  forumId,
  adoptedOn: '2024-01-01',
  rules: { quorum, parity: 'none' as const, majority: 'simple' as const, ballots: 'roll-call' as const },
});

let system: OwnSystem;
let portal: Portal;

beforeAll(async () => {
  system = await ownSystem();
  portal = openPortal(system.now().portalUrl);
  await portal.must(secretariat, FoundForum, ids.of('found'), {
    forumId,
    name: { ko: '규칙 (리허설)', en: 'Rules (rehearsal)' },
    level: 'national',
    zone: 'Asia/Seoul',
    country: 'KR',
    languages: ['ko'],
    rulePack: 'ogp-2022',
    clock: 'stepped',
    startsAt: '2024-01-01T00:00:00.000Z',
  });
});
afterAll(() => system?.end());

describe('a plan without answers and without civil society', () => {
  it('is not approved until both are put right', async () => {
    const rehearsed = await rehearseScenario(failure, system.now().portalUrl, 'failure');
    expect(rehearsed.driven.tried.map(({ tries, status, code }) => [tries, status, code])).toEqual(
      failure.trials.map(({ tries, expects }) => [tries, 409, expects]),
    );
    const closed = rehearsed.outcome.facts
      .filter(({ type }) => type === 'forums.ballot.closed.v1')
      .map(({ data }) => data as { readonly carried: boolean; readonly reasons: readonly string[] });
    expect(closed.map(({ carried, reasons }) => [carried, reasons])).toEqual([
      [false, ['parity-not-met']],
      [true, []],
    ]);
    expect(failing(rehearsed)).toEqual([]);
    const told = rehearsed.outcome.facts
      .filter(({ type }) => type === 'forums.forum.requirement-at-risk.v1')
      .map(({ data }) => data as Readonly<Record<'requirement' | 'risk' | 'dueOn', string>>)
      .map(({ requirement, risk, dueOn }) => `${requirement} ${risk} ${dueOn}`);
    // One seat of civil society is left; nobody keeps the repository current; the year after the last meetings on results.
    expect(told).toEqual(
      expect.arrayContaining(['balance missed 2024-02-05', '2.2 missed 2024-11-30', '5.1 missed 2026-08-31']),
    );
  });
});

describe('two people at once', () => {
  it('who saw the same version: one wins, the other is told', async () => {
    const said = await Promise.all(
      [0.5, 0.6].map((quorum) =>
        portal.ask(secretariat, AdoptRules, ids.of(`rules ${quorum}`), rules(quorum), 1),
      ),
    );
    expect(said.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(said.find(({ status }) => status === 409)).toMatchObject({
      problem: { code: 'changed-meanwhile' },
    });
    const { rulesVersion } = await portal.query(operator, ForumTable, { forumId });
    expect(rulesVersion).toBe(1);
  });
});

describe('the same command id', () => {
  const person = ids.of('person');
  const open = (lang: 'ko' | 'en') =>
    portal.ask(secretariat, OpenAccount, ids.of('open'), { forumId, personId: person, lang });
  it('five times at once gets one effect and one answer', async () => {
    const before = await headsOf(portal, operator);
    const said = await Promise.all([1, 2, 3, 4, 5].map(() => open('ko')));
    expect(new Set(said.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(said[0]).toMatchObject({ status: 200 });
    expect((await headsOf(portal, operator)).people).toBe((before.people ?? 0) + 1);
  });
  it('with another body is not answered with the first answer', async () => {
    expect((await open('en')).status).toBe(422);
  });
});

describe('what cannot be done changes nothing', () => {
  it('and is answered with its reason', async () => {
    const before = await headsOf(portal, operator);
    const send = (type: string, body: unknown) =>
      portal.send(secretariat, type, ids.of(`send ${JSON.stringify(body).slice(0, 200)}`), body);
    expect(await send('forums.adopt-rules.v1', { ...rules(2), adoptedOn: 'tomorrow' })).toMatchObject({
      status: 400,
      problem: {
        issues: expect.arrayContaining([
          expect.objectContaining({ path: expect.stringContaining('adoptedOn') }),
        ]),
      },
    });
    expect((await send('forums.adopt-rules.v1', { ...rules(0.5), forumId: ids.of('no forum') })).status).toBe(
      404,
    );
    expect(
      (
        await send('forums.adopt-rules.v1', {
          ...rules(0.5),
          text: { lang: 'ko', text: '가'.repeat(3_000_000) },
        })
      ).status,
    ).toBe(413);
    expect(await headsOf(portal, operator)).toEqual(before);
  });
});
