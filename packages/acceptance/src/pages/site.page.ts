import { until } from '@madang/testing';
import ICAL from 'ical.js';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, noBrowser, openBrowser, openPage } from './browser.ts';
import { type HeldRehearsal, holdRehearsal, smallCycle } from './held-rehearsal.ts';
import { url } from './site-at-hand.ts';

const chromium = findChromium();
if (!chromium) console.log(noBrowser);

let browser: Browser;
const linksOn = (page: Page): Promise<readonly string[]> =>
  page.locator('main a').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
const pathTo = async (page: Page, pattern: RegExp): Promise<string> => {
  const found = (await linksOn(page)).find((one) => pattern.test(one));
  if (!found) throw new Error(`${page.url()} has no link like ${pattern}`);
  return found;
};
/** Goes on through the forums, as many as have been founded beside this one, until a cycle is met. */
const throughForums = async (page: Page, cycle: string): Promise<void> => {
  await page.goto(url('/ko'));
  while (!(await linksOn(page)).includes(cycle)) await page.locator('main a[rel=next]').click();
};
const UUID = '[0-9a-f-]{36}';
/** One address of each kind of page, as somebody finds them who follows links. */
const addresses = async (page: Page, { forumId, cycleId }: HeldRehearsal): Promise<readonly string[]> => {
  const [forum, cycle] = [`/ko/forums/${forumId}`, `/ko/cycles/${cycleId}`];
  await throughForums(page, cycle);
  await page.goto(url(cycle));
  const commitment = await pathTo(page, new RegExp(`/commitments/${UUID}$`));
  const institution = await pathTo(page, /\/institutions\//);
  await page.goto(url(`${cycle}/contributions`));
  const contribution = await pathTo(page, new RegExp(`/contributions/${UUID}$`));
  await page.goto(url(`${cycle}/proposals`));
  const proposal = await pathTo(page, new RegExp(`/proposals/${UUID}$`));
  return [
    ...['/ko', forum, cycle, commitment, institution, `${cycle}/contributions`, contribution],
    ...[
      `${cycle}/browse`,
      `${cycle}/requirements`,
      '/ko/institutions',
      '/ko/mine',
      '/ko/privacy',
      '/ko/accessibility',
      `${cycle}/moderation`,
      `${cycle}/proposals`,
      proposal,
      `${cycle}/propose`,
      `${commitment}/contribute`,
    ],
    ...[
      '/ko/search',
      `/ko/search?q=${encodeURIComponent('데이터')}`,
      '/ko/search?q=a',
      `/ko/cycles/${'0'.repeat(8)}`,
    ],
  ];
};

beforeAll(async () => {
  if (!chromium) return;
  browser = await openBrowser(chromium);
});
afterAll(() => browser?.close());

describe.runIf(chromium)('a citizen without an account and without script', () => {
  const body = '버스 도착 정보를 모두에게 열어 주십시오. 🙏 '.repeat(20).trim();
  let held: HeldRehearsal;
  let proposal = '';
  let contribution = '';

  beforeAll(() => {
    held = holdRehearsal(smallCycle, url(''), 'open');
  });

  it('hands in a proposal, is told what is missing, keeps what was typed, and counts once though it was sent twice', async () => {
    await held.until(({ stage }) => stage === 'drafting');
    const opened = await openPage(browser, {});
    const ask = await until(
      async () => {
        await opened.page.goto(url(`/ko/cycles/${held.cycleId}`));
        return (await linksOn(opened.page)).find((one) => one.endsWith('/propose'));
      },
      { within: 10_000, what: 'the call for proposals' },
    );
    await opened.page.goto(url(ask));
    await opened.page.getByLabel('제안 내용').fill(body);
    await opened.page.getByRole('button', { name: '보내기' }).click();
    expect(await opened.page.title()).toContain('오류');
    expect(await opened.page.getByRole('alert').textContent()).toContain('제목');
    expect(await opened.page.getByLabel('제안 내용').inputValue()).toBe(body);
    await opened.page.getByLabel('제목').fill('버스 정보 <b>개방</b>');
    const form = opened.page.url();
    const sent = await opened.page.locator('form input[name=id]').inputValue();
    await opened.page.getByRole('button', { name: '보내기' }).click();
    expect(await opened.page.getByRole('status').textContent()).toContain('접수했습니다');
    const shown = new URL(opened.page.url());
    proposal = `${shown.origin}${shown.pathname}`;
    const receipt = await opened.page.getByLabel('나만 쓰는 확인 주소').inputValue();
    const again = await opened.context.request.post(form, {
      form: { id: sent, title: '버스 정보 <b>개방</b>', body, kind: 'person', lang: 'ko' },
      maxRedirects: 0,
    });
    expect([again.status(), again.headers().location]).toEqual([303, `${shown.pathname}${shown.search}`]);
    await opened.page.goto(url('/ko/mine'));
    expect(await opened.page.locator('main li').allTextContents()).toEqual([
      expect.stringContaining('버스 정보 <b>개방</b>'),
    ]);
    await opened.context.close();
    expect(proposal).not.toBe('');
    const { page, context } = await openPage(browser, {});
    await page.goto(proposal);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('버스 정보 <b>개방</b>');
    expect(await page.locator('#receipt').count()).toBe(0);
    // The private link shows on any device who wrote it.
    await page.goto(receipt);
    expect(page.url()).toBe(proposal);
    expect(await page.getByRole('status').textContent()).toContain('직접 내신 글');
    await context.close();
  });

  it('contributes to a draft in English and finds the contribution again by its words', async () => {
    await held.until(({ stage }) => stage === 'consultation');
    const { page, context } = await openPage(browser, { lang: 'en' });
    await page.goto(url(`/en/cycles/${held.cycleId}`));
    await page.goto(url(await pathTo(page, /\/commitments\//)));
    const say = await until(
      async () => {
        await page.reload();
        return (await linksOn(page)).find((one) => one.endsWith('/contribute'));
      },
      { within: 10_000, what: 'the consultation' },
    );
    await page.goto(url(say));
    await page.getByLabel('About which part').selectOption('solution');
    await page.getByLabel('Your opinion').fill('Please name a zymurgical contact for every milestone.');
    await page.getByRole('button', { name: 'Send' }).click();
    expect(await page.getByRole('status').textContent()).toContain('received');
    contribution = page.url();
    await expect
      .poll(
        async () => {
          await page.goto(url('/en/search?q=zymurgical%20contact'));
          return page.locator('main').textContent();
        },
        { timeout: 15_000 },
      )
      .toContain('zymurgical');
    await context.close();
    expect(contribution).not.toBe('');
  });
});

describe.runIf(chromium)('the public site', () => {
  let paths: readonly string[] = [];
  beforeAll(async () => {
    const held = holdRehearsal(smallCycle, url(''), 'whole');
    await held.toItsEnd();
    const { page, context } = await openPage(browser, {});
    paths = await addresses(page, held);
    await context.close();
  });

  it('leads to the same page in the other language', async () => {
    const { page, context } = await openPage(browser, {});
    for (const path of paths.slice(0, 9)) {
      await page.goto(url(path));
      await page.getByRole('link', { name: 'English', exact: true }).click();
      expect(new URL(page.url()).pathname).toBe(path.replace('/ko', '/en').split('?')[0]);
    }
    await context.close();
  });

  it('leads by its links only to pages that are there', async () => {
    const { page, context } = await openPage(browser, {});
    const all = new Set<string>();
    for (const path of paths.slice(0, 9)) {
      await page.goto(url(path));
      for (const link of await linksOn(page)) if (link.startsWith('/')) all.add(link.split('#')[0] ?? '');
    }
    const broken: string[] = [];
    for (const link of all) {
      const response = await context.request.get(url(link));
      if (response.status() !== 200) broken.push(`${link} ${response.status()}`);
    }
    expect(all.size).toBeGreaterThan(30);
    expect(broken).toEqual([]);
    await context.close();
  });

  it('has its deadlines in a calendar that another reads', async () => {
    const cycle = paths[2] ?? '';
    const text = await (await fetch(url(`${cycle}/deadlines.ics`))).text();
    const calendar = new ICAL.Component(ICAL.parse(text) as never);
    const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    const edges = events.filter((one) => /\/(opens|closes)@/.test(one.uid));
    expect(edges).toHaveLength(10);
    expect(edges.every((one) => one.startDate.isDate && one.summary.length > 0)).toBe(true);
    // Milestones and meetings have their days too.
    expect(events.some((one) => one.uid.includes('/milestone/') && one.startDate.isDate)).toBe(true);
    expect(events.some((one) => !one.startDate.isDate)).toBe(true);
    expect(new Set(events.map((one) => one.uid)).size).toBe(events.length);
    expect(await (await fetch(url(`${cycle}/news.atom`))).text()).toContain(
      '<feed xmlns="http://www.w3.org/2005/Atom"',
    );
  });
});
