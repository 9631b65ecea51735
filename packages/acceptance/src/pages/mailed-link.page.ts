import { randomUUID } from 'node:crypto';
import { until } from '@madang/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asSecretariat, holderOf } from './as-secretariat.ts';
import { signInAs } from './at-desk.ts';
import { findChromium, noBrowser, openBrowser, openPage } from './browser.ts';
import { holdRehearsal, smallCycle } from './held-rehearsal.ts';
import { mailsTo } from './mailbox.ts';
import { mailFolder, url } from './site-at-hand.ts';

const chromium = findChromium();
if (!chromium) console.log(noBrowser);

const ADDRESS = 'point-of-contact@example.go.kr';

let browser: Browser;

/** The first duty in an institution's inbox. */
const dutyOf = async (institutionId: string): Promise<string> => {
  const { page, context } = await openPage(browser, {});
  await signInAs(page, 'ministry', institutionId);
  const duty = page.locator('main tbody a[href*="/duties/"]').first();
  const shown = async (): Promise<boolean> => {
    await page.goto(url('/ko/inbox'));
    return (await duty.count()) > 0;
  };
  await until(shown, { within: 10_000, what: 'the duty in the inbox' });
  const href = await duty.getAttribute('href');
  await context.close();
  return href?.split('/').at(-1) ?? '';
};

beforeAll(async () => {
  if (!chromium) return;
  browser = await openBrowser(chromium);
});
afterAll(() => browser?.close());

describe.runIf(chromium)('the link of a mail about a duty', () => {
  it('opens its very form to whoever holds the post, without signing in, and nothing else', async () => {
    const held = holdRehearsal(smallCycle, url(''), 'mailed');
    const { awaited } = await held.until((glimpse) => glimpse.awaited.length > 0);
    const { forumId } = held;
    const institutionId = held.institutionId(awaited[0]?.institution ?? '');
    const { page, context } = await openPage(browser, {});
    const [obligationId, personId] = [await dutyOf(institutionId), await holderOf(institutionId)];
    const ask = await asSecretariat();
    const mail = { lang: 'ko', text: ADDRESS };
    expect(await ask('/api/people/change-contact', { forumId, personId, mail })).toBe(200);
    const reminder = { forumId, obligationId, reminderId: randomUUID() };
    expect(await ask('/api/ministries/remind-obligation', reminder)).toBe(200);
    const reminders = async () =>
      (await mailsTo(mailFolder(), ADDRESS)).filter((one) => one.subject === '이행의무 기한이 다가옵니다');
    await until(async () => (await reminders()).length > 0, { within: 20_000, what: 'the mail' });
    const [letter] = await reminders();
    const [link = ''] = /http\S+link\?t=\S+/.exec(letter?.text ?? '') ?? [];
    expect(link.startsWith(url('/ko/link'))).toBe(true);

    await page.goto(url(`/ko/duties/${obligationId}`));
    expect(await page.locator('main form').count()).toBe(0);
    await page.goto(link);
    await page.getByRole('button', { name: '이동' }).click();
    expect(new URL(page.url()).pathname).toBe(`/ko/duties/${obligationId}`);
    await page.getByLabel('회신 내용').selectOption('feasible');
    await page.getByRole('button', { name: '이행 완료' }).click();
    expect(await page.getByRole('status').textContent()).toContain('기록했습니다');
    expect(await page.locator('main').textContent()).toContain('이미 끝난 일입니다');
    // The inbox of the institution stays closed.
    await page.goto(url('/ko/inbox'));
    expect(await page.locator('main table').count()).toBe(0);
    await context.close();
  });
});
