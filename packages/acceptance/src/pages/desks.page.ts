import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readScenario } from '../scenario/read-scenario.ts';
import { shrinkScenario } from '../scenario/shrink-scenario.ts';
import { type OwnSystem, ownSystem } from '../stories/own-system.ts';
import { audit, overflows } from './audit.ts';
import { findChromium, noBrowser, openBrowser, openPage } from './browser.ts';
import { rehearseUntil } from './held-rehearsal.ts';

const chromium = findChromium();
if (!chromium) console.log(noBrowser);

const korea = readScenario(
  fileURLToPath(new URL('../../scenarios/korea-4th-plan.yaml', import.meta.url)),
  () => undefined,
);
const small = shrinkScenario(korea, { contributions: 30, commitments: 3 });

let system: OwnSystem;
let browser: Browser;
const url = (path: string): string => `${system.now().portalUrl}${path}`;

/** Signs in as a role, and looks whether the pages pass the audit on the way. */
const signIn = async (page: Page, role: string, institutionId = ''): Promise<void> => {
  await page.goto(url('/ko/sign-in'));
  await page.getByLabel('역할').selectOption(role);
  await page.getByLabel('소속 기관').selectOption(institutionId);
  await page.getByRole('button', { name: '들어가기' }).click();
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
  system = await ownSystem();
  browser = await openBrowser(chromium);
});
afterAll(async () => {
  await browser?.close();
  await system?.end();
});

describe.runIf(chromium)('without script', () => {
  it('a ministry sees what it owes, asks for more time and discharges it on the same page', async () => {
    let seen = false;
    await rehearseUntil(small, system.now().portalUrl, 'owing', async () => {
      const { page, context } = await openPage(browser, {});
      await page.goto(url('/ko'));
      const cycles = page.locator('main a[href*="/cycles/"]');
      const cycle = (await cycles.count()) > 0 ? await cycles.first().getAttribute('href') : null;
      if (cycle) await page.goto(url(cycle));
      const owing = page.locator('table:has-text("실현 가능성 검토의견") a[href*="/institutions/"]');
      if (!cycle || (await owing.count()) === 0) {
        await context.close();
        return false;
      }
      const institutionId = (await owing.first().getAttribute('href'))?.split('/').at(-1) ?? '';
      await signIn(page, 'ministry', institutionId);
      const before = await page.locator('main tbody tr').count();
      expect(before).toBeGreaterThan(0);
      expect(await wrongWith(context, '/ko/inbox')).toEqual([]);
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
      expect(await page.locator('main tbody').textContent()).toContain('기한 연장 요청');

      await page.goto(url(duty));
      await page.getByLabel('회신 내용').selectOption('feasible');
      await page.getByLabel('사무국에 남길 말').fill('가능합니다.');
      await page.getByRole('button', { name: '이행 완료' }).click();
      expect(await page.getByRole('status').textContent()).toContain('기록했습니다');
      expect(await page.locator('main tbody tr').count()).toBe(before - 1);
      await page.goto(url(duty));
      expect(await page.locator('main').textContent()).toContain('이미 끝난 일입니다');

      await signIn(page, 'operator');
      await page.goto(url('/ko/console'));
      expect(await page.locator('main').textContent()).toContain('action-plan-cycle');
      expect(await wrongWith(context, '/ko/console')).toEqual([]);
      const repair = page.locator('tr:has-text("action-plan-cycle") form').first();
      await page.locator('tr:has-text("action-plan-cycle") summary').first().click();
      await repair.locator('input[name=reason]').fill('looked-at');
      await repair.getByRole('button').click();
      expect(await page.getByRole('status').textContent()).toContain('고치기를 요청했습니다');

      await page.goto(url('/ko/sign-in'));
      await page.getByRole('button', { name: '나가기' }).click();
      await page.goto(url('/ko/console'));
      expect(await page.locator('main table').count()).toBe(0);
      await context.close();
      seen = true;
      return true;
    });
    expect(seen).toBe(true);
  });
});
