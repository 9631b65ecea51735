import type { Browser, BrowserContext, Page } from 'playwright-core';
import { audit, overflows } from './audit.ts';
import { openPage } from './browser.ts';
import { url } from './site-at-hand.ts';

/** Goes in as a role, for an institution where one is named, by the sign-in of development. */
export const signInAs = async (page: Page, role: string, institutionId = ''): Promise<void> => {
  await page.goto(url('/ko/sign-in'));
  await page.getByLabel('역할').selectOption(role);
  await page.getByLabel('소속 기관').selectOption(institutionId);
  await page.getByRole('button', { name: '들어가기' }).click();
};

/** What is wrong with pages, seen by somebody with the same session and with script, in both languages and at 320 px. */
export const wrongAt = async (
  browser: Browser,
  context: BrowserContext,
  paths: readonly string[],
): Promise<readonly string[]> => {
  const seen = await openPage(browser, { width: 320, script: true });
  await seen.context.addCookies(await context.cookies());
  const found: string[] = [];
  for (const path of paths)
    for (const lang of ['ko', 'en']) {
      const at = `/${lang}${path}`;
      const answer = await seen.page.goto(url(at));
      if (answer?.status() !== 200) found.push(`${at} is ${answer?.status()}`);
      for (const one of await audit(seen.page)) found.push(`${at} ${one}`);
      if (await overflows(seen.page)) found.push(`${at} overflows`);
    }
  await seen.context.close();
  return found;
};

/** The first id in an address. */
export const idIn = (address: string | null): string =>
  address?.match(/[0-9a-f]{8}-[0-9a-f-]{27}/)?.[0] ?? '';
