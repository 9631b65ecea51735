import { randomUUID } from 'node:crypto';
import { until } from '@madang/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scenario } from '../scenario/scenario.ts';
import { signInAs, wrongAt } from './at-desk.ts';
import { findChromium, noBrowser, openBrowser, openPage } from './browser.ts';
import { type HeldRehearsal, holdRehearsal, smallCycle } from './held-rehearsal.ts';
import { url } from './site-at-hand.ts';

const chromium = findChromium();
if (!chromium) console.log(noBrowser);
/** The same cycle, judged by the rules that ask for a reasoned response. */
const underTodaysRules: Scenario = {
  ...smallCycle,
  forum: { ...smallCycle.forum, rulePack: 'ogp-2022' },
  seats: {
    ...smallCycle.seats,
    handedOver: [{ seat: 'moef', on: '2018-02-15' }],
    vacated: [{ seat: 'mpm', on: '2018-02-28' }],
  },
};

let browser: Browser;
let held: HeldRehearsal;

beforeAll(async () => {
  if (!chromium) return;
  browser = await openBrowser(chromium);
  held = holdRehearsal(underTodaysRules, url(''), 'words');
});
afterAll(() => browser?.close());

/** Hands a proposal in without an account. @returns whether its words are on its page */
const propose = async (page: Page): Promise<() => Promise<boolean>> => {
  await held.until(({ stage }) => stage === 'drafting');
  await until(
    async () => {
      await page.goto(url(`/ko/cycles/${held.cycleId}/propose`));
      return (await page.getByLabel('제목').count()) > 0;
    },
    { within: 10_000, what: 'the call for proposals' },
  );
  await page.getByLabel('제목').fill('지울 제안');
  await page.getByLabel('제안 내용').fill('쑥부쟁이를 심어 주십시오.');
  await page.getByRole('button', { name: '보내기' }).click();
  const address = page.url();
  const wordsThere = async (): Promise<boolean> => {
    await page.goto(address);
    return ((await page.locator('main').textContent()) ?? '').includes('쑥부쟁이');
  };
  await until(wordsThere, { within: 10_000, what: 'the words of the proposal' });
  return wordsThere;
};

describe.runIf(chromium)('what a citizen is told of the whole', () => {
  it('somebody has all of theirs erased, without script, and is nobody in that browser afterwards', async () => {
    const { page, context } = await openPage(browser, { width: 320 });
    const erase = page.getByRole('button', { name: '내 글과 주소 지우기' });
    await page.goto(url('/ko/mine/erase'));
    expect(await page.locator('main').textContent()).toContain('이 브라우저에서 내신 것이 없습니다');
    const wordsThere = await propose(page);
    await page.goto(url('/ko/privacy'));
    await page.locator('main').getByRole('link', { name: '내 글과 주소 지우기' }).click();
    expect(await wrongAt(browser, context, ['/mine/erase'])).toEqual([]);
    await erase.click();
    expect(await page.getByRole('alert').textContent()).toContain('모두 지우겠습니다');
    await page.getByLabel('모두 지우겠습니다').check();
    await erase.click();
    expect(await page.getByRole('status').textContent()).toContain('모두 지웠습니다');
    await until(async () => !(await wordsThere()), { within: 15_000, what: 'the words to be gone' });
    expect(await page.locator('main').textContent()).toContain('글쓴이의 뜻에 따라 지운 글입니다');
    await page.goto(url('/ko/mine'));
    expect(await page.locator('main ul.list li').count()).toBe(0);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });

  it('the secretariat erases whoever asks for it by the link of a receipt, and learns no pseudonym', async () => {
    const { page: theirs, context: browserOfTheirs } = await openPage(browser, {});
    const wordsThere = await propose(theirs);
    const receipt = await theirs.locator('#receipt').inputValue();
    await browserOfTheirs.clearCookies();
    const { page, context } = await openPage(browser, { width: 320 });
    await signInAs(page, 'secretariat');
    await page.goto(url(`/ko/desk/forums/${held.forumId}`));
    await page.getByRole('link', { name: '요청한 사람 지우기' }).click();
    const send = page.getByRole('button', { name: '요청한 사람 지우기' });
    const whose = page.getByLabel('확인 주소, 글의 주소, 또는 사람의 코드');
    await whose.fill(`https://example.org/ko/proposals/${randomUUID()}`);
    await send.click();
    expect(await page.getByRole('alert').textContent()).toContain('요청 확인');
    await page.getByLabel('본인이 지워 달라고 요청했고').check();
    await send.click();
    expect(await page.getByRole('alert').textContent()).toContain('찾을 수 있는 사람이 없습니다');
    await whose.fill(` ${receipt} `);
    await send.click();
    const pictures = process.env.MADANG_PICTURES;
    if (pictures) await page.screenshot({ path: `${pictures}/desk_ko_erase_check.png`, fullPage: true });
    const told = (await page.locator('main').textContent()) ?? '';
    expect(told).toContain('이 포럼에 낸 글 1건');
    expect(await wordsThere()).toBe(true);
    await send.click();
    expect(new URL(page.url()).pathname).toBe(`/ko/desk/forums/${held.forumId}`);
    await until(async () => !(await wordsThere()), { within: 15_000, what: 'the words to be gone' });
    await context.close();
    await browserOfTheirs.close();
  });

  it('the requirements of the plan are told while it is made and when it is over, and every link leads somewhere', async () => {
    const at = `/cycles/${held.cycleId}/requirements`;
    const { page, context } = await openPage(browser, { lang: 'en' });
    const look = async (): Promise<string> => {
      await page.goto(url(`/en${at}`));
      return ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ');
    };
    await held.until(({ stage }) => stage === 'consultation');
    expect(await look()).toContain('Of 8 requirements');
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(8);
    expect(await wrongAt(browser, context, [at])).toEqual([]);
    // Who sat at the table before is folded away, and there.
    await page.goto(url(`/ko/forums/${held.forumId}`));
    const past = page.locator('details', { hasText: '지난 위원 임기' });
    await past.locator('summary').click();
    expect(await past.locator('tbody tr').count()).toBe(2);
    const pictures = process.env.MADANG_PICTURES;
    if (pictures) await past.screenshot({ path: `${pictures}/desk_ko_forums_past.png` });
    expect(await past.textContent()).toContain('같은 위원석을 다른 사람이 이어받음');
    // How far contributors are answered is told before anybody judges it.
    await held.until(({ stage }) => stage === 'response');
    expect(await look()).toMatch(/Of \d+ contributions \d+ are answered so far/);
    expect(await wrongAt(browser, context, [at])).toEqual([]);
    await held.toItsEnd();
    const end = await look();
    expect(end).toMatch(/Outreach before the start: \d+; during drafting: \d+/);
    expect(end).toMatch(/4\.1\. Contributors are told how.*not adopted ?met ?(All|Of) \d+ contributions/);
    expect(end).not.toMatch(/undefined|NaN|\{/);
    const links = await page
      .locator('main a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    for (const link of links) {
      const answer = await context.request.get(url(link));
      const [, name] = link.split('#');
      const isThere = name === undefined || (await answer.text()).includes(` id="${name}"`);
      expect([link, answer.status(), isThere]).toEqual([link, 200, true]);
    }
    await context.close();
  });

  it('pages that stand at the foot pass the audit in both languages, narrow and wide', async () => {
    const { page, context } = await openPage(browser, {});
    await page.goto(url('/ko'));
    const foot = page.locator('footer');
    for (const name of ['개인정보 처리 안내', '접근성 안내', '들어가기'])
      expect(await foot.getByRole('link', { name }).count()).toBe(1);
    expect(await foot.getByRole('link', { name: '사무국 업무' }).count()).toBe(0);
    expect(
      await wrongAt(browser, context, [
        ...['/privacy', '/accessibility', '/institutions', `/forums/${held.forumId}`],
        `/cycles/${held.cycleId}`,
      ]),
    ).toEqual([]);
    await context.close();
  });
});
