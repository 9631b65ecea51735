import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idIn, signInAs, wrongAt } from './at-desk.ts';
import { findChromium, noBrowser, openBrowser, openPage } from './browser.ts';
import { type HeldRehearsal, holdRehearsal, smallCycle } from './held-rehearsal.ts';
import { url } from './site-at-hand.ts';

const chromium = findChromium();
if (!chromium) console.log(noBrowser);

let held: HeldRehearsal;
let browser: Browser;

const wrongWith = (context: BrowserContext, paths: readonly string[]) => wrongAt(browser, context, paths);

beforeAll(async () => {
  if (!chromium) return;
  held = holdRehearsal(smallCycle, url(''), 'answering');
  browser = await openBrowser(chromium);
});
afterAll(() => browser?.close());

describe.runIf(chromium)('the secretariat, without script', () => {
  it('gathers opinions into a cluster, drafts the answer, releases it, and the citizen reads it', async () => {
    let seen = false;
    await held.until(async ({ stage }) => {
      if (stage !== 'consultation' && stage !== 'response') return false;
      const { page, context } = await openPage(browser, {});
      await signInAs(page, 'secretariat');
      const cycle = held.cycleId;
      await page.goto(url(`/ko/desk/cycles/${cycle}/answers`));
      const boxes = page.locator('input[name=contributionIds]');
      if ((await boxes.count()) < 3) {
        await context.close();
        return false;
      }
      // One that came on paper is recorded, twice by a nervous hand, and counts once.
      await page.goto(url(`/ko/desk/receive-contribution/${cycle}`));
      await page.getByLabel('내용').fill('종이로 낸 의견입니다. 👍 회의록도 공개해 주세요.');
      await page.getByLabel('받은 경로').selectOption('paper');
      const paper = await page.locator('form input[name=id]').getAttribute('value');
      await page.getByRole('button', { name: '기록하기' }).click();
      expect(page.url()).toContain('/contributions/');

      // A file with a mistake is refused row by row and keeps nothing; mended, it is looked at and accepted whole.
      const upload = async (lines: readonly string[]): Promise<void> => {
        await page.goto(url(`/ko/desk/import-contributions/${cycle}`));
        const file = Buffer.from(`\ufeff과제,의견,받은 날,경로\r\n${lines.join('\r\n')}\r\n`);
        await page.getByLabel('파일').setInputFiles({ name: '의견.csv', mimeType: 'text/csv', buffer: file });
        await page.getByRole('button', { name: '미리 보기' }).click();
      };
      const rows = Array.from(
        { length: 300 },
        (_, n) => `1,"서면 의견 ${n + 1}, 쉼표도 있고 ""따옴표""도 있습니다.",2018-04-01,서면`,
      );
      await upload([...rows, '99,과제가 없는 의견,2018-04-01,서면', '1,날이 이상한 의견,어제,서면']);
      const alert = await page.getByRole('alert').textContent();
      for (const said of ['고칠 곳 2군데', '302', '303']) expect(alert).toContain(said);
      await upload([...rows, rows[0] ?? '']);
      expect(await page.locator('main').textContent()).toContain('앞의 행과 같은 말을 하는 행: 302');
      expect(await page.locator('main').textContent()).toContain('아직 접수되지 않음');
      await page.getByRole('button', { name: '301건 모두 접수하기' }).click();
      expect(await page.locator('main').textContent()).toContain('모두 접수됨');

      await page.goto(url(`/ko/desk/cycles/${cycle}/answers`));
      const first = (await boxes.nth(0).getAttribute('value')) ?? '';
      await boxes.nth(0).check();
      await boxes.nth(1).check();
      await page.getByRole('button', { name: '고른 의견으로 묶음 만들기' }).click();
      expect(await page.locator('input[name=contributionIds]:checked').count()).toBe(2);
      // Without a theme nothing is lost and the page says what is missing.
      await page.getByRole('button', { name: '묶음 만들기' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('주제');
      expect(await page.locator('input[name=contributionIds]:checked').count()).toBe(2);
      await page.getByLabel('주제').fill('회의 공개');
      await page.getByRole('button', { name: '묶음 만들기' }).click();
      expect(await page.locator('h1').textContent()).toContain('회의 공개');
      const cluster = idIn(page.url());

      await page.getByLabel('결과', { exact: true }).selectOption('partly-adopted');
      await page.getByLabel('답변의 이유').fill('회의록은 공개하되 녹화는 예산이 있을 때 합니다.');
      await page.getByRole('button', { name: '초안 저장' }).click();
      expect(await page.getByRole('status').textContent()).toContain('기록했습니다');
      await page.goto(url(`/ko/desk/answer-cluster/${cluster}`));
      expect(await page.getByLabel('답변의 이유').inputValue()).toContain('녹화는 예산');
      await page.goto(url(`/ko/contributions/${first}`));
      expect(await page.locator('main').textContent()).not.toContain('녹화는 예산');

      await page.goto(url(`/ko/desk/cycles/${cycle}/answers`));
      await page.getByRole('link', { name: '함께 공개하러 가기' }).click();
      const chosen = page.locator('input[name=responseIds]');
      for (let at = 0; at < (await chosen.count()); at += 1) {
        const text = await chosen.nth(at).locator('..').textContent();
        await chosen.nth(at).setChecked(text?.includes('회의 공개') ?? false);
      }
      await page.getByRole('button', { name: '함께 공개하기' }).click();
      expect(await page.locator('main').textContent()).toContain('아직 아무것도 바뀌지 않았습니다');
      await page.getByRole('button', { name: '함께 공개하기' }).click();
      expect(await page.getByRole('status').textContent()).toContain('기록했습니다');
      await expect
        .poll(
          async () => {
            await page.goto(url(`/ko/contributions/${first}`));
            return page.locator('main').textContent();
          },
          { timeout: 10_000 },
        )
        .toContain('녹화는 예산');
      expect(await page.locator('main').textContent()).toContain('일부 반영');

      // A citizen's words are set aside; the citizen appeals, and another than who did it restores them.
      const citizen = await openPage(browser, {});
      const commitment = await (async () => {
        await citizen.page.goto(url(`/ko/cycles/${cycle}`));
        return idIn(await citizen.page.locator('main a[href*="/commitments/"]').first().getAttribute('href'));
      })();
      await citizen.page.goto(url(`/ko/commitments/${commitment}/contribute`));
      await citizen.page.locator('textarea[name=text]').fill('거친 말이지만 의견입니다.');
      await citizen.page.getByRole('button', { name: '보내기' }).click();
      const theirs = idIn(citizen.page.url());
      await expect
        .poll(
          async () => {
            await page.goto(url(`/ko/desk/set-aside/${theirs}`));
            return page.getByLabel('사유').count();
          },
          { timeout: 10_000 },
        )
        .toBe(1);
      await page.getByLabel('사유').selectOption('abusive');
      await page.getByRole('button', { name: '제외하기' }).click();
      await citizen.page.goto(url(`/ko/contributions/${theirs}`));
      expect(await citizen.page.locator('main').textContent()).not.toContain('거친 말이지만');
      await citizen.page.getByRole('link', { name: '이의 제기' }).click();
      await citizen.page.locator('textarea[name=text]').fill('욕설이 아닙니다.');
      await citizen.page.getByRole('button', { name: '보내기' }).click();
      expect(await citizen.page.locator('main').textContent()).toContain('결정을 기다립니다');
      const deciding = `/ko/desk/decide-appeal/${theirs}`;
      const decide = async (who: Page): Promise<void> => {
        await who.goto(url(deciding));
        expect(await who.locator('main').textContent()).toContain('욕설이 아닙니다.');
        await who.getByLabel('이유').fill('욕설이 없습니다.');
        await who.getByRole('button', { name: '이의 제기 결정' }).click();
      };
      await decide(page);
      expect(await page.getByRole('alert').textContent()).toContain('제외한 사람이 아닌');
      const another = await openPage(browser, {});
      await signInAs(another.page, 'secretariat');
      await decide(another.page);
      await citizen.page.goto(url(`/ko/cycles/${cycle}/moderation`));
      expect(await citizen.page.locator('main').textContent()).toContain('욕설이 없습니다.');
      await citizen.page.goto(url(`/ko/contributions/${theirs}`));
      expect(await citizen.page.locator('main').textContent()).toContain('거친 말이지만');
      await citizen.context.close();
      await another.context.close();

      const csv = await context.request.get(url(`/ko/cycles/${cycle}/contributions.csv`));
      expect((await csv.text()).includes('녹화는 예산')).toBe(true);
      const sheet = await context.request.get(url(`/ko/cycles/${cycle}/contributions.xlsx`));
      expect((await sheet.body()).subarray(0, 2).toString()).toBe('PK');
      expect(paper).not.toBeNull();
      await context.close();
      seen = true;
      return true;
    });
    expect(seen).toBe(true);
  });

  it('opens a cycle from the template, sees at once what a date breaks, and publishes a timetable that breaks nothing', async () => {
    const { page, context } = await openPage(browser, {});
    await signInAs(page, 'secretariat');
    const forum = held.forumId;
    await page.goto(url('/ko/desk'));
    expect(await page.locator('main h2 a').count()).toBeGreaterThan(0);
    await page.goto(url(`/ko/desk/open-cycle/${forum}`));
    await page.getByRole('button', { name: '새 주기 열기' }).click();
    await page.waitForURL(/desk\/timetable/);
    const cycle = idIn(page.url());
    await expect
      .poll(
        async () => {
          await page.goto(url(`/ko/desk/timetable/${cycle}`));
          return page.locator('input[name=drafting-opens]').count();
        },
        { timeout: 10_000 },
      )
      .toBe(1);
    const opens = (await page.locator('input[name=drafting-opens]').inputValue()) ?? '';
    await page
      .locator('input[name=drafting-opens]')
      .fill(new Date(Date.parse(opens) - 12 * 86_400_000).toISOString().slice(0, 10));
    await page.getByRole('button', { name: '날짜 살펴보기' }).click();
    expect(await page.locator('main').textContent()).toContain('OGP 3.1');
    await page.locator('input[name=drafting-opens]').fill('');
    await page.getByRole('button', { name: '추진 일정 공개' }).click();
    expect(await page.getByRole('alert').count()).toBe(1);
    await page.locator('input[name=drafting-opens]').fill(opens);
    await page.getByRole('button', { name: '추진 일정 공개' }).click();
    expect(await page.getByRole('status').textContent()).toContain('기록했습니다');
    expect(await wrongWith(context, [`/desk/timetable/${cycle}`, `/desk/cycles/${cycle}`])).toEqual([]);
    await context.close();
  });
});
