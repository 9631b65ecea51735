import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  AccountOf,
  type Actor,
  ContributionFate,
  ErasePerson,
  OpenAccount,
  ReadCommitmentTexts,
} from '@madang/contracts';
import { backUp, installationAtHand, restore } from '@madang/keep';
import { canary, grepFolder, until } from '@madang/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPortal } from '../portal/portal.ts';
import { type Rehearsed, rehearseScenario } from '../rehearse-scenario.ts';
import { readScenario } from '../scenario/read-scenario.ts';
import { shrinkScenario } from '../scenario/shrink-scenario.ts';
import { failing } from './failing.ts';
import { askedFromElsewhere } from './from-elsewhere.ts';
import { inAnyForm } from './in-any-form.ts';
import { metricsAsked } from './metrics-asked.ts';
import { drawnBlows, everybody, strike } from './nemesis.ts';
import { type OwnSystem, ownSystem } from './own-system.ts';
import seeds from './seeds.json' with { type: 'json' };
import { type SpanReceiver, spanReceiver } from './span-receiver.ts';
import { chainOf, under } from './span-tree.ts';
import { contributionTo, heardBy, lastWordIn, sealingTo, told } from './trace-chains.ts';

const say = (line: string): void => console.log(line);
const korea = readScenario(
  fileURLToPath(new URL('../../scenarios/korea-4th-plan.yaml', import.meta.url)),
  say,
);
const shrunk = shrinkScenario(korea, { contributions: 40, commitments: 3 });
/** A word that stands in every contribution of the undisturbed cycle and nowhere else; other cycles have one of its length. */
const [inWords, elsewhere] = [canary('의견'), canary('의견')];
const smallWith = (word: string) => ({
  ...shrunk,
  contributions: {
    ...shrunk.contributions,
    templates: shrunk.contributions.templates.map((one) => ({ ...one, text: `${one.text} ${word}` })),
  },
});
const small = smallWith(elsewhere);

let system: OwnSystem;
let calm: Rehearsed;
let collector: SpanReceiver;

beforeAll(async () => {
  collector = await spanReceiver();
  system = await ownSystem(undefined, {
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    OTEL_BSP_SCHEDULE_DELAY: '500',
    MADANG_METRICS: 'on',
  });
  calm = await rehearseScenario(smallWith(inWords), system.now().portalUrl, 'calm');
});
afterAll(async () => {
  await system?.end();
  collector?.close();
});

describe("Korea's fourth plan, made small", () => {
  it('runs from its timetable to the end of monitoring with every promise kept', () => {
    say(
      `undisturbed: ${(calm.wall / 1000).toFixed(1)} s, ${calm.portal.journal.entries.length} commands, ${calm.outcome.facts.length} facts, digest ${calm.outcome.digest}`,
    );
    expect(failing(calm)).toEqual([]);
    expect(calm.outcome.facts.map(({ type }) => type)).toContain('forums.cycle.closed.v1');
  });

  it('is moved by nobody who has the same offices in another forum', async () => {
    const { answers, ...came } = await askedFromElsewhere(calm);
    say(`asked for another forum: ${JSON.stringify(answers)}`);
    expect(Object.keys(answers)).toEqual(expect.arrayContaining(['200', '404']));
    expect(came).toEqual({ changed: [], touched: [] });
  });

  it('is told of by every metric that an alert or a panel asks for, Temporal’s own among them, and by nothing of a person', async () => {
    const { processes, engines } = system.now();
    const urls = Object.values(processes).map((one) => `${one.healthUrl}/metrics`);
    const told = await Promise.all(
      [...urls, engines.temporal.metricsUrl].map(async (url) => (await fetch(url)).text()),
    );
    const text = told.join('\n');
    // What comes only with a fault, of a forum that is no rehearsal, or while tasks wait for a worker.
    const needsCause =
      /^(madang_faults_total|madang_(obligations|cycles|stage_days|finished_\w+)|temporal_workflow_task_execution_failed_total|approximate_backlog_\w+)$/;
    expect(
      metricsAsked().filter((name) => !needsCause.test(name) && !new RegExp(`^${name}\\{`, 'm').test(text)),
    ).toEqual([]);
    expect(metricsAsked().length).toBeGreaterThan(25);
    const contributors = calm.portal.journal.entries.flatMap(({ body }) =>
      'contributorId' in (body as object) ? [(body as { contributorId: string }).contributorId] : [],
    );
    for (const secret of [inWords, calm.driven.rehearsal.forumId, ...contributors])
      expect(text).not.toContain(secret);
  });

  it('can be followed from a contribution through everyone who heard it', async () => {
    const given = calm.portal.journal.entries.find(({ type }) => type === 'commitments.contribute.v1');
    const { contributionId } = (given?.body ?? {}) as Record<string, string>;
    const chainTo = (name: string) =>
      heardBy(
        collector.spans(),
        name,
        'commitments.contribution.accepted.v1',
        `contribution/${contributionId}`,
      );
    const listeners = ['madang-people', 'madang-portal'];
    await until(async () => listeners.every((name) => chainTo(name).length > 0), {
      ...{ within: 10_000, what: 'the spans of a contribution' },
    });
    for (const name of listeners) expect(told(chainTo(name))).toEqual(contributionTo(name));
  });

  it('can be followed from its last answer through the process that seals the consultation, and on to those who hear that', async () => {
    const chainTo = (name: string) => heardBy(collector.spans(), name, 'commitments.consultation.sealed.v1');
    const listeners = ['madang-forums', 'madang-portal'];
    await until(async () => listeners.every((name) => chainTo(name).length > 0), {
      ...{ within: 10_000, what: 'the spans of a sealed consultation' },
    });
    const spans = collector.spans();
    const last = lastWordIn(chainTo('madang-portal'));
    expect(last.told).toMatch(/^commitments\.(response\.published|contribution\.response-waived)\.v1$/);
    for (const name of listeners) expect(told(chainTo(name))).toEqual(sealingTo(name, last));
    expect(told(under(spans, last.signal))).toEqual(
      expect.arrayContaining([
        'madang-workflows: ask commitments.response-coverage.v1',
        'madang-workflows: signal cycle',
      ]),
    );

    // It is the trace of one contribution: the fact that turned the process is its answer, and its own trace begins where it was given.
    const published = last.published?.facts ?? {};
    const fact = calm.outcome.facts.find(
      ({ service, sequence }) =>
        service === published['madang.source'] && sequence === Number(published['madang.sequence']),
    );
    const { contributionId, contributionIds = [contributionId] } = (fact?.data ?? {}) as {
      readonly contributionId?: string;
      readonly contributionIds?: readonly (string | undefined)[];
    };
    const given = spans.find(
      (one) =>
        one.name === 'publish commitments.contribution.accepted.v1' &&
        one.facts['madang.subject'] === `contribution/${contributionIds[0]}`,
    );
    expect(chainOf(spans, given)[0]?.name).toBe('POST /api/commitments/contribute');
  });

  it.each(seeds)(
    'has the same facts when everything is killed once at moments drawn from seed %i',
    async (seed) => {
      const blows = drawnBlows(seed, calm.portal.journal.entries.length);
      say(`seed ${seed}: ${blows.map(({ victim, after }) => `${victim} after ${after}`).join(', ')}`);
      const portal = openPortal(system.now().portalUrl);
      const nemesis = strike(system.now(), blows, () => portal.journal.entries.length, say);
      const storm = await rehearseScenario(small, system.now().portalUrl, `storm ${seed}`, undefined, portal);
      const struck = await nemesis.end();
      say(
        `disturbed: ${(storm.wall / 1000).toFixed(1)} s, asked again ${JSON.stringify(Object.fromEntries(portal.patience.retries))}`,
      );
      expect(struck).toHaveLength(everybody.length);
      expect(storm.outcome.lines).toEqual(calm.outcome.lines);
      expect(storm.outcome.digest).toBe(calm.outcome.digest);
      expect(failing(storm)).toEqual([]);
    },
  );

  it('has the same facts when the stores of NATS and Temporal are lost in its middle, and all passwords changed', async () => {
    let lost = false;
    const bereaved = await rehearseScenario(small, system.now().portalUrl, 'bereaved', async ({ stage }) => {
      if (lost || stage !== 'response') return;
      lost = true;
      await system.stoppedFor((home) => {
        for (const folder of ['nats/data', 'temporal'])
          rmSync(join(home, folder), { recursive: true, force: true });
        // Passwords that were thrown away are made anew for everybody.
        for (const file of ['database-roles.json', 'nats-users.json']) rmSync(join(home, 'secrets', file));
      });
    });
    expect(lost).toBe(true);
    expect(bereaved.outcome.lines).toEqual(calm.outcome.lines);
    expect(failing(bereaved)).toEqual([]);
  });

  it('has the same facts when it is backed up in its middle, and restored onto an empty place', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'madang-kept-')), 'madang.tar.gz');
    let restored = false;
    const moved = await rehearseScenario(small, system.now().portalUrl, 'moved', async ({ stage }) => {
      if (restored || stage !== 'response') return;
      restored = true;
      const at = await installationAtHand(system.home, system.ports.postgres);
      const manifest = await backUp({ ...at, file });
      await at.close();
      expect(Object.values(manifest.heads).every((head) => head > 0)).toBe(true);
      await system.stoppedFor(async (home) => {
        for (const folder of ['postgres', 'nats/data', 'temporal', 'evidence'])
          rmSync(join(home, folder), { recursive: true, force: true });
        const empty = await installationAtHand(home, system.ports.postgres);
        await restore({ ...empty, file });
        await empty.close();
      });
    });
    rmSync(dirname(file), { recursive: true, force: true });
    expect(restored).toBe(true);
    expect(moved.outcome.lines).toEqual(calm.outcome.lines);
    expect(failing(moved)).toEqual([]);
  });

  it('leaves no words, name or address of a person in clear in any folder, and nothing of whom it erased', async () => {
    const { rehearsal } = calm.driven;
    const { forumId, cast, ids } = rehearsal;
    const [inName, inMail] = [canary('이름'), canary('mail')];
    const named: Actor = { id: ids.of('named'), roles: ['citizen'] };
    const said = await calm.portal.must(cast.secretariat, OpenAccount, ids.of('named/open'), {
      ...{ forumId, personId: named.id },
      name: { lang: 'ko', text: inName },
      mail: { lang: 'ko', text: `${inMail}@example.org` },
    });
    expect(said.status).toBe(200);
    expect(await calm.portal.query(named, AccountOf, { personId: named.id })).toMatchObject({ name: inName });

    const given = calm.portal.journal.entries.find(({ type }) => type === 'commitments.contribute.v1');
    const { contributionId, contributorId } = (given?.body ?? {}) as Record<string, string>;
    const fate = () => calm.portal.query(cast.operator, ContributionFate, { contributionId });
    const read = async () =>
      (await calm.portal.query(cast.operator, ReadCommitmentTexts, { textIds: [(await fate()).textId] }))
        .texts[0];
    expect((await read())?.text).toContain(inWords);
    // The read model of the public site holds public words in clear for as long as their writers wish.
    const contributors = calm.portal.journal.entries.flatMap(({ type, body }) =>
      type === 'commitments.contribute.v1'
        ? [(body as { readonly contributorId: string }).contributorId]
        : [],
    );
    expect(contributors).toContain(contributorId);
    for (const personId of new Set([named.id, ...contributors]))
      await calm.portal.must(cast.secretariat, ErasePerson, ids.of(`erase/${personId}`), {
        forumId,
        personId,
      });
    await until(async () => (await fate()).erased, { within: 20_000, what: 'the contributor is erased' });
    await until(async () => grepFolder(join(system.home, 'postgres'), inWords).length === 0, {
      within: 30_000,
      what: 'the words of the erased to be gone from the files of the read model',
    });

    const found: string[] = [];
    for (const secret of [inWords, inName, inMail, named.id, ...contributors])
      for (const form of inAnyForm(secret))
        if (collector.raw().includes(Buffer.from(form).toString('utf8'))) found.push('traces');
    await system.stoppedFor((home) => {
      // What may be there is found, so what is not found is not there.
      for (const folder of ['postgres', 'nats', 'temporal', 'logs'])
        expect([
          folder,
          grepFolder(join(home, folder), folder === 'logs' ? 'doors open' : forumId).length > 0,
        ]).toEqual([folder, true]);
      for (const word of [inWords, inName, inMail])
        for (const form of inAnyForm(word)) found.push(...grepFolder(home, form));
    });
    expect(found).toEqual([]);
    expect(await read()).toMatchObject({ state: 'erased', text: null });
    expect(await calm.portal.query(cast.operator, AccountOf, { personId: named.id })).toMatchObject({
      erased: true,
      name: null,
      mail: null,
    });
  });
});
