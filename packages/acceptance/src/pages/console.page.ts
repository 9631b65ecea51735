import { until } from '@madang/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs, wrongAt } from './at-desk.ts';
import { bothWays, findChromium, noBrowser, openBrowser, openPage, wordsIn } from './browser.ts';
import { type HeldRehearsal, holdRehearsal, smallCycle } from './held-rehearsal.ts';
import { url } from './site-at-hand.ts';

const chromium = findChromium();
if (!chromium) console.log(noBrowser);

let browser: Browser;

beforeAll(async () => {
  if (chromium) browser = await openBrowser(chromium);
});
afterAll(() => browser?.close());

/** The address of a process in Temporal's own API, by the console's link to it. */
const inTemporal = async (page: Page): Promise<string> => {
  const link = (await page.getByRole('link', { name: /Temporal/ }).getAttribute('href')) ?? '';
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
const pathTo = (processId: string, lang: 'ko' | 'en'): string =>
  url(`/${lang}/console/process?id=${encodeURIComponent(processId)}`);
const textOf = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? '';

describe.runIf(chromium).each(bothWays)(
  'an operator (in $lang, with script: $script)',
  ({ lang, script }) => {
    const say = wordsIn(lang);
    const opened = () => openPage(browser, { lang, script });
    let held: HeldRehearsal;
    beforeAll(() => {
      held = holdRehearsal(smallCycle, url(''), `operated-${lang}`);
    });

    it('finds a stage that is really stuck, restarts it, and it stands where it stood', async () => {
      await held.until(({ awaited }) => awaited.some((one) => one.kind === 'feasibility-opinion'));
      const { page, context } = await opened();
      await signInAs(page, 'operator');
      const stage = `drafting/${held.cycleId}`;
      await page.goto(pathTo(stage, lang));
      const before = await page.locator('main dl').textContent();
      expect(before).toContain(say('제안, 초안, 검토의견', 'proposals, drafts and opinions'));
      expect(before).toContain(say('국민권익위원회', 'Anti-Corruption and Civil Rights Commission'));
      const stuck = url(`/${lang}/console?forum=${held.forumId}&show=stuck`);
      await page.goto(stuck);
      expect(await textOf(page)).toContain(say('그런 절차가 없습니다', 'No such process runs'));

      await page.goto(pathTo(stage, lang));
      await poison(await inTemporal(page));
      const isFound = async (): Promise<boolean> => {
        // Who does not wait for the next comparison asks for one, and says why.
        await page.goto(url(`/${lang}/console`));
        await page
          .locator('summary', { hasText: say('빠진 절차 시작하기', 'start what is missing') })
          .click();
        await page.locator('form[action$="/reconcile"] input[name=reason]').fill('looking');
        await page.locator('form[action$="/reconcile"] button').click();
        await page.goto(stuck);
        return (
          (await page
            .locator('main tbody tr', {
              hasText: say('처리가 거듭 실패합니다', 'its task fails again and again'),
            })
            .count()) === 1
        );
      };
      await until(isFound, { within: 60_000, what: 'the stuck stage to be found' });
      const troubled = [`/console?forum=${held.forumId}&show=stuck`, `/console/process?id=${stage}`];
      if (script) expect(await wrongAt(browser, context, troubled)).toEqual([]);

      const row = page.locator('main tr', { hasText: say('초안 작성', 'Drafting') }).first();
      await row.locator('summary').click();
      await row.locator('select[name=repair]').selectOption('restart-from-facts');
      await row.locator('input[name=reason]').fill('task-fails');
      await row.locator('form button').click();
      expect(await page.getByRole('status').textContent()).toContain(
        say('고치기를 요청했습니다', 'The repair was asked for'),
      );
      expect(await textOf(page)).toContain(say('그런 절차가 없습니다', 'No such process runs'));
      const waited = (whole: string | null): string | undefined =>
        whole?.split(/사람이 마지막으로|Last act of a person|Temporal/)[0];
      const stands = async (): Promise<boolean> => {
        await page.goto(pathTo(stage, lang));
        return waited(await page.locator('main dl').textContent()) === waited(before);
      };
      await until(stands, { within: 20_000, what: 'the stage to stand where it stood' });
      expect(await page.locator('main table').textContent()).toContain(
        say('사실로부터 다시 시작', 'Restart from the facts'),
      );
      await context.close();
    });

    it('reminds of a duty, gives it more time, and lets another institution act; each is written down', async () => {
      const { page, context } = await opened();
      await signInAs(page, 'operator');
      await page.goto(url(`/${lang}/console?forum=${held.forumId}&process=obligation`));
      const link = page.locator('main tbody th a').first();
      await link.click();
      const duty = page.url();
      const open = async (what: string): Promise<void> => {
        await page.locator('summary', { hasText: what }).click();
      };
      const send = async (what: string): Promise<void> => {
        await page
          .locator('main form', { hasText: say('사유 코드', 'Reason code') })
          .getByRole('button', { name: what, exact: true })
          .click();
      };
      await open(say('다시 알리기', 'Remind'));
      await page.locator('#remind-code').fill('asked-by-phone');
      await send(say('다시 알리기', 'Remind'));
      expect(await page.getByRole('status').textContent()).toContain(
        say('고치기를 요청했습니다', 'The repair was asked for'),
      );

      // A day that is not later is refused with what one can do, and nothing typed is lost.
      await open(say('기한 늘리기', 'Give more time'));
      const due = (await page.locator('#extend-until').getAttribute('min')) ?? '';
      await page.locator('#extend-until').fill(due);
      await page.locator('#extend-words').fill('장관이 바뀌어 업무 인계가 늦어졌습니다.');
      await page.locator('#extend-code').fill('minister-changed');
      await send(say('기한 늘리기', 'Give more time'));
      expect(await page.getByRole('alert').textContent()).not.toBe('');
      expect(await page.locator('#extend-words').inputValue()).toContain('장관이 바뀌어');
      const later = new Date(Date.parse(due) + 7 * 86_400_000).toISOString().slice(0, 10);
      await page.locator('#extend-until').fill(later);
      await send(say('기한 늘리기', 'Give more time'));
      expect(await page.getByRole('status').textContent()).toContain(
        say('고치기를 요청했습니다', 'The repair was asked for'),
      );
      const moved = async (): Promise<boolean> => {
        await page.goto(duty);
        return (await page.locator('#extend-until').getAttribute('min')) === later;
      };
      await until(moved, { within: 15_000, what: 'the new due day' });

      await open(say('다른 기관에 맡기기', 'Reassign'));
      const [to = ''] = await page.locator('#reassign-to option').first().allTextContents();
      await page.locator('#reassign-words').fill('소관이 옮겨졌습니다.');
      await page.locator('#reassign-code').fill('remit-moved');
      await send(say('다른 기관에 맡기기', 'Reassign'));
      const acts = async (): Promise<boolean> => {
        await page.goto(duty);
        return ((await page.locator('main dl').textContent()) ?? '').includes(to);
      };
      await until(acts, { within: 15_000, what: 'the other institution to be awaited' });
      const log = await page.locator('main table').textContent();
      for (const said of [
        say('다시 알리기', 'Remind'),
        say('기한 늘리기', 'Give more time'),
        say('다른 기관에 맡기기', 'Reassign'),
        'minister-changed',
        'remit-moved',
      ])
        expect(log).toContain(said);
      await context.close();
    });

    it('sees the whole of it on one page, and who is no operator sees nothing', async () => {
      const { page, context } = await opened();
      await signInAs(page, 'operator');
      await page.goto(url(`/${lang}/console`));
      for (const said of [
        say('Madang 빌드', 'Madang build'),
        say('종류별 절차', 'Processes by kind'),
        'PostgreSQL',
        'portal',
      ])
        expect(await page.content()).toContain(said);
      await signInAs(page, 'ministry');
      for (const path of [
        `/${lang}/console/parked?room=people`,
        `/${lang}/console/process?id=cycle/${held.cycleId}`,
      ])
        expect((await page.goto(url(path)))?.status()).toBe(403);
      await context.close();
    });
  },
);
