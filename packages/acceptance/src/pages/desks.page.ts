import { until } from '@madang/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from './at-desk.ts';
import { audit, overflows } from './audit.ts';
import { findChromium, noBrowser, openBrowser, openPage } from './browser.ts';
import { type HeldRehearsal, holdRehearsal, leftToUs, OURS } from './held-rehearsal.ts';
import { url } from './site-at-hand.ts';

const chromium = findChromium();
if (!chromium) console.log(noBrowser);

let held: HeldRehearsal;
let browser: Browser;

/** The portal hears of a duty a little later than the ministry owes it. */
const shownInInbox = async (page: Page, duty: string): Promise<void> => {
  const shown = async (): Promise<boolean> => {
    await page.goto(url('/ko/inbox'));
    return (await page.locator('main tbody a', { hasText: duty }).count()) > 0;
  };
  await until(shown, { within: 10_000, what: `${duty} in the inbox` });
};
/** What is wrong with the page that is open, seen by somebody with the same session and with script. */
const wrongWith = async (context: BrowserContext, path: string): Promise<readonly string[]> => {
  const seen = await openPage(browser, { width: 320, script: true });
  await seen.context.addCookies(await context.cookies());
  await seen.page.goto(url(path));
  const found = [...(await audit(seen.page)), ...((await overflows(seen.page)) ? [`${path} overflows`] : [])];
  await seen.context.close();
  return found;
};

beforeAll(async () => {
  if (!chromium) return;
  held = holdRehearsal(leftToUs, url(''), 'owing');
  browser = await openBrowser(chromium);
});
afterAll(() => browser?.close());

describe.runIf(chromium)('without script', () => {
  it('a ministry sees what it owes, asks for more time and discharges it on the same page', async () => {
    await held.until(({ awaited }) =>
      awaited.some((one) => one.institution === OURS && one.kind === 'feasibility-opinion'),
    );
    const { page, context } = await openPage(browser, {});
    await signInAs(page, 'ministry', held.institutionId(OURS));
    await shownInInbox(page, '실현 가능성 검토의견');
    const feed = await fetch(await page.locator('#calendar').inputValue());
    expect(await feed.text()).toContain('SUMMARY:실현 가능성 검토의견');
    const before = await page.locator('main tbody tr').count();
    expect(before).toBeGreaterThan(0);
    expect(await wrongWith(context, '/ko/inbox')).toEqual([]);
    // Nothing typed is lost: a note without an answer comes back, marked.
    await page.locator('main textarea').first().fill('아직 보고 있습니다.');
    await page.getByRole('button', { name: '고른 것 모두 회신하기' }).click();
    expect(await page.locator('main tbody .bad').first().textContent()).toContain('회신');
    expect(await page.locator('main textarea').first().inputValue()).toBe('아직 보고 있습니다.');
    await page.locator('main tbody a').first().click();
    const duty = new URL(page.url()).pathname;
    expect(await wrongWith(context, duty)).toEqual([]);

    await page.locator('summary', { hasText: '기한 연장 요청' }).click();
    const due = (await page.getByLabel('언제까지').getAttribute('min')) ?? '';
    const later = new Date(Date.parse(due) + 7 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel('언제까지').fill(later);
    await page.locator('#extend-reason').fill('자료를 모으고 있습니다.');
    await page.getByRole('button', { name: '기한 연장 요청' }).click();
    expect(await page.getByRole('status').textContent()).toContain('기록했습니다');
    expect(await page.locator('main tbody').first().textContent()).toContain('기한 연장 요청');

    await page.goto(url(duty));
    await page.getByLabel('회신 내용').selectOption('feasible');
    await page.getByLabel('사무국에 남길 말').fill('가능합니다.');
    await page.getByRole('button', { name: '이행 완료' }).click();
    expect(await page.getByRole('status').textContent()).toContain('기록했습니다');
    expect(await page.locator('main tbody tr').count()).toBe(before - 1);
    await page.goto(url(duty));
    expect(await page.locator('main').textContent()).toContain('이미 끝난 일입니다');

    // Who is signed in may leave an address, is told what there is, and has the institution's own systems called.
    await page.goto(url('/ko/notices'));
    expect(await wrongWith(context, '/en/notices')).toEqual([]);
    await page.getByLabel('메일 주소').fill('nobody@nowhere');
    await page.getByRole('button', { name: '확인 메일 받기' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('다시 확인');
    expect(await page.getByLabel('메일 주소').inputValue()).toBe('nobody@nowhere');
    await page.getByLabel('메일 주소').fill('official@example.org');
    await page.getByRole('button', { name: '확인 메일 받기' }).click();
    expect(await page.getByRole('status').textContent()).toContain('확인 메일을 보냈습니다');
    await page.getByLabel('메일 받는 주기').selectOption('weekly');
    await page.getByRole('button', { name: '저장' }).click();
    expect(await page.getByLabel('메일 받는 주기').inputValue()).toBe('weekly');
    await page.getByRole('link', { name: '웹훅 관리' }).click();
    const secret = await page.locator('#secret').inputValue();
    expect(secret).toMatch(/^whsec_/);
    await page.getByLabel('호출할 주소').fill('https://127.0.0.1/hook');
    await page.getByRole('button', { name: '등록' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('https');
    await page.getByLabel('호출할 주소').fill('https://hooks.example.org/madang');
    await page.getByRole('button', { name: '등록' }).click();
    expect(await page.locator('main').textContent()).toContain('https://hooks.example.org/madang');
    expect(await page.content()).not.toContain(secret);
    for (const lang of ['ko', 'en']) expect(await wrongWith(context, `/${lang}/webhooks`)).toEqual([]);
    await page.getByRole('button', { name: '해지' }).click();
    expect(await page.locator('main').textContent()).toContain('아직 등록한 주소가 없습니다');

    await signInAs(page, 'operator');
    await page.goto(url('/ko/console'));
    expect(await page.locator('main').textContent()).toContain('PostgreSQL');
    expect(await page.locator('main').textContent()).toContain('action-plan-cycle');
    expect(await wrongWith(context, '/ko/console')).toEqual([]);
    const repair = page.locator('tr:has-text("action-plan-cycle") form').first();
    await page.locator('tr:has-text("action-plan-cycle") summary').first().click();
    await repair.locator('input[name=reason]').fill('looked-at');
    await repair.getByRole('button').click();
    expect(await page.getByRole('status').textContent()).toContain('고치기를 요청했습니다');
    expect(await page.locator('table').last().textContent()).toContain('looked-at');
    expect(await wrongWith(context, '/en/console')).toEqual([]);

    // Ended and begun anew from the facts: it stands where it stood.
    const row = page.locator('tr:has-text("action-plan-cycle")').first();
    const stands = async () => (await row.locator('td').allTextContents()).slice(0, 3);
    const where = await stands();
    await row.locator('summary').click();
    await row.locator('select[name=repair]').selectOption('restart-from-facts');
    await row.locator('input[name=reason]').fill('begun-anew');
    await row.locator('form button').click();
    expect(await page.getByRole('status').textContent()).toContain('고치기를 요청했습니다');
    expect(await page.locator('table').last().textContent()).toContain('begun-anew');
    await until(
      async () => {
        await page.goto(url('/ko/console'));
        return (await row.count()) > 0 && String(await stands()) === String(where);
      },
      { within: 15_000, what: 'the process to stand where it stood' },
    );

    await page.goto(url('/ko/console?show=stuck'));
    expect(await page.locator('main').textContent()).toContain('그런 절차가 없습니다');

    await page.goto(url('/ko/sign-in'));
    await page.getByRole('button', { name: '나가기' }).first().click();
    await page.goto(url('/ko/console'));
    expect(await page.locator('main table').count()).toBe(0);
    await context.close();
  });

  it('a ministry reports on several milestones at once, and sees what became of each', async () => {
    const { awaited } = await held.until(({ awaited: all }) =>
      all.some((one) => one.kind === 'progress-report'),
    );
    const owing = awaited.find((one) => one.kind === 'progress-report');
    const { page, context } = await openPage(browser, {});
    await signInAs(page, 'ministry', held.institutionId(owing?.institution ?? ''));
    await shownInInbox(page, '이행 보고');
    await page.locator('main tbody a', { hasText: '이행 보고' }).first().click();
    expect(await wrongWith(context, new URL(page.url()).pathname)).toEqual([]);
    const rows = page.locator('main fieldset');
    expect(await rows.count()).toBeGreaterThan(1);
    await rows.nth(0).getByLabel('이행 정도').selectOption('complete');
    await rows.nth(0).getByLabel('진행 상황').fill('마쳤습니다.');
    await rows.nth(1).getByLabel('진행 상황').fill('아직 고르지 않았습니다.');
    await page.getByRole('button', { name: '고른 것 모두 보고하기' }).click();
    expect(await rows.nth(0).textContent()).toContain('보고했습니다');
    expect(await rows.nth(1).textContent()).toContain('이행 정도를 고르십시오');
    expect(await rows.nth(1).getByLabel('진행 상황').inputValue()).toBe('아직 고르지 않았습니다.');
    await rows.nth(1).getByLabel('이행 정도').selectOption('substantial');
    await page.getByRole('button', { name: '고른 것 모두 보고하기' }).click();
    expect(await page.getByRole('status').first().textContent()).toContain('기록했습니다');
    await context.close();
  });
});
