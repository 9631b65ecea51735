import { until } from '@madang/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs, wrongAt } from './at-desk.ts';
import { findChromium, noBrowser, openBrowser, openPage } from './browser.ts';
import { type HeldRehearsal, holdRehearsal, smallCycle } from './held-rehearsal.ts';
import { url } from './site-at-hand.ts';

const chromium = findChromium();
if (!chromium) console.log(noBrowser);

let held: HeldRehearsal;
let browser: Browser;

beforeAll(async () => {
  if (!chromium) return;
  held = holdRehearsal(smallCycle, url(''), 'operated');
  browser = await openBrowser(chromium);
});
afterAll(() => browser?.close());

/** The address of a process in Temporal's own API, by the console's link to it. */
const inTemporal = async (page: Page): Promise<string> => {
  const link = (await page.getByRole('link', { name: 'Temporal에서 보기' }).getAttribute('href')) ?? '';
  return link.replace('/namespaces/', '/api/v1/namespaces/');
};
/** Tells a process a fact that is none: it falls over it at every try. */
const poison = async (address: string): Promise<void> => {
  // Temporal's pages are asked as a browser asks them: with the token that they gave.
  const [cookie = ''] = (await fetch(new URL('/api/v1/settings', address))).headers.getSetCookie();
  const token = /_csrf=([^;]+)/.exec(cookie)?.[1] ?? '';
  const payload = { metadata: { encoding: btoa('json/plain') }, data: btoa('null') };
  const answer = await fetch(`${address}/signal/fact`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrf-token': token, cookie: `_csrf=${token}` },
    body: JSON.stringify({ input: { payloads: [payload] } }),
  });
  expect([answer.status, await answer.text()]).toEqual([200, '{}']);
};
const pathTo = (processId: string, lang = 'ko'): string =>
  url(`/${lang}/console/process?id=${encodeURIComponent(processId)}`);
const textOf = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? '';

describe.runIf(chromium)('an operator, without script', () => {
  it('finds a stage that is really stuck, restarts it, and it stands where it stood', async () => {
    await held.until(({ awaited }) => awaited.some((one) => one.kind === 'feasibility-opinion'));
    const { page, context } = await openPage(browser, {});
    await signInAs(page, 'operator');
    const stage = `drafting/${held.cycleId}`;
    await page.goto(pathTo(stage));
    const before = await page.locator('main dl').textContent();
    expect(before).toContain('제안, 초안, 검토의견');
    expect(before).toContain('국민권익위원회');
    const stuck = url(`/ko/console?forum=${held.forumId}&show=stuck`);
    await page.goto(stuck);
    expect(await textOf(page)).toContain('그런 절차가 없습니다');

    await page.goto(pathTo(stage));
    await poison(await inTemporal(page));
    const isFound = async (): Promise<boolean> => {
      // Who does not wait for the next comparison asks for one, and says why.
      await page.goto(url('/ko/console'));
      await page.locator('summary', { hasText: '빠진 절차 시작하기' }).click();
      await page.locator('form[action$="/reconcile"] input[name=reason]').fill('looking');
      await page.locator('form[action$="/reconcile"] button').click();
      await page.goto(stuck);
      return (await page.locator('main tbody tr', { hasText: '처리가 거듭 실패합니다' }).count()) === 1;
    };
    await until(isFound, { within: 60_000, what: 'the stuck stage to be found' });
    for (const path of [`/console?forum=${held.forumId}&show=stuck`, `/console/process?id=${stage}`])
      expect(await wrongAt(browser, context, [path])).toEqual([]);

    const row = page.locator('main tr', { hasText: '초안 작성' }).first();
    await row.locator('summary').click();
    await row.locator('select[name=repair]').selectOption('restart-from-facts');
    await row.locator('input[name=reason]').fill('task-fails');
    await row.locator('form button').click();
    expect(await page.getByRole('status').textContent()).toContain('고치기를 요청했습니다');
    expect(await textOf(page)).toContain('그런 절차가 없습니다');
    const waited = (whole: string | null): string | undefined =>
      whole?.split(/사람이 마지막으로|Temporal/)[0];
    const stands = async (): Promise<boolean> => {
      await page.goto(pathTo(stage));
      return waited(await page.locator('main dl').textContent()) === waited(before);
    };
    await until(stands, { within: 20_000, what: 'the stage to stand where it stood' });
    expect(await page.locator('main table').textContent()).toContain('사실로부터 다시 시작');
    await page.goto(pathTo(stage, 'en'));
    expect(await textOf(page)).toContain('proposals, drafts and opinions');
    await context.close();
  });

  it('reminds of a duty, gives it more time, and lets another institution act; each is written down', async () => {
    const { page, context } = await openPage(browser, {});
    await signInAs(page, 'operator');
    await page.goto(url(`/ko/console?forum=${held.forumId}&process=obligation`));
    const link = page.locator('main tbody th a').first();
    await link.click();
    const duty = page.url();
    const open = async (what: string): Promise<void> => {
      await page.locator('summary', { hasText: what }).click();
    };
    const send = async (what: string): Promise<void> => {
      await page
        .locator('main form', { hasText: '사유 코드' })
        .getByRole('button', { name: what, exact: true })
        .click();
    };
    await open('다시 알리기');
    await page.locator('#remind-code').fill('asked-by-phone');
    await send('다시 알리기');
    expect(await page.getByRole('status').textContent()).toContain('고치기를 요청했습니다');

    // A day that is not later is refused with what one can do, and nothing typed is lost.
    await open('기한 늘리기');
    const due = (await page.locator('#extend-until').getAttribute('min')) ?? '';
    await page.locator('#extend-until').fill(due);
    await page.locator('#extend-words').fill('장관이 바뀌어 업무 인계가 늦어졌습니다.');
    await page.locator('#extend-code').fill('minister-changed');
    await send('기한 늘리기');
    expect(await page.getByRole('alert').textContent()).not.toBe('');
    expect(await page.locator('#extend-words').inputValue()).toContain('장관이 바뀌어');
    const later = new Date(Date.parse(due) + 7 * 86_400_000).toISOString().slice(0, 10);
    await page.locator('#extend-until').fill(later);
    await send('기한 늘리기');
    expect(await page.getByRole('status').textContent()).toContain('고치기를 요청했습니다');
    const moved = async (): Promise<boolean> => {
      await page.goto(duty);
      return (await page.locator('#extend-until').getAttribute('min')) === later;
    };
    await until(moved, { within: 15_000, what: 'the new due day' });

    await open('다른 기관에 맡기기');
    const [to = ''] = await page.locator('#reassign-to option').first().allTextContents();
    await page.locator('#reassign-words').fill('소관이 옮겨졌습니다.');
    await page.locator('#reassign-code').fill('remit-moved');
    await send('다른 기관에 맡기기');
    const acts = async (): Promise<boolean> => {
      await page.goto(duty);
      return ((await page.locator('main dl').textContent()) ?? '').includes(to);
    };
    await until(acts, { within: 15_000, what: 'the other institution to be awaited' });
    const log = await page.locator('main table').textContent();
    for (const said of [
      '다시 알리기',
      '기한 늘리기',
      '다른 기관에 맡기기',
      'minister-changed',
      'remit-moved',
    ])
      expect(log).toContain(said);
    const path = new URL(duty);
    expect(await wrongAt(browser, context, [`${path.pathname.slice(3)}${path.search}`])).toEqual([]);
    await context.close();
  });

  it('sees the whole of it on one page in both languages, and who is no operator sees nothing', async () => {
    const { page, context } = await openPage(browser, {});
    await signInAs(page, 'operator');
    const paths = [
      '/console',
      `/console?forum=${held.forumId}`,
      '/console?show=overdue',
      '/console/parked?room=portal',
    ];
    expect(await wrongAt(browser, context, paths)).toEqual([]);
    await page.goto(url('/ko/console'));
    for (const said of ['Madang 빌드', '종류', 'PostgreSQL', 'portal'])
      expect(await page.content()).toContain(said);
    await signInAs(page, 'ministry');
    for (const path of ['/ko/console/parked?room=people', `/ko/console/process?id=cycle/${held.cycleId}`])
      expect((await page.goto(url(path)))?.status()).toBe(403);
    await context.close();
  });
});
