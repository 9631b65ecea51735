import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idIn, signInAs, wrongAt } from './at-desk.ts';
import { findChromium, noBrowser, openBrowser, openPage } from './browser.ts';
import { type HeldRehearsal, holdRehearsal, leftToUs, OURS } from './held-rehearsal.ts';
import { url } from './site-at-hand.ts';

const chromium = findChromium();
if (!chromium) console.log(noBrowser);

let held: HeldRehearsal;
let browser: Browser;
const wrongWith = (context: BrowserContext, paths: readonly string[]) => wrongAt(browser, context, paths);

/** Asks for a page again until something is on it: the portal hears a little later. */
const shown = (page: Page, path: string, selector: string): Promise<void> =>
  expect
    .poll(
      async () => {
        await page.goto(url(path));
        return page.locator(selector).count();
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0);

beforeAll(async () => {
  if (!chromium) return;
  held = holdRehearsal(leftToUs, url(''), 'extending');
  browser = await openBrowser(chromium);
});
afterAll(() => browser?.close());

describe.runIf(chromium)('what the secretariat decides on its desk, without script', () => {
  it('a ministry asks for more time, the secretariat grants it, and the ministry sees the new day', async () => {
    await held.until(({ awaited }) =>
      awaited.some((one) => one.institution === OURS && one.kind === 'feasibility-opinion'),
    );
    const ministry = await openPage(browser, {});
    await signInAs(ministry.page, 'ministry', held.institutionId(OURS));
    await shown(ministry.page, '/ko/inbox', 'main tbody a');
    await ministry.page.locator('main tbody a', { hasText: '실현 가능성' }).first().click();
    const duty = idIn(ministry.page.url());
    await ministry.page.locator('summary', { hasText: '기한 연장 요청' }).click();
    const due = (await ministry.page.getByLabel('언제까지').getAttribute('min')) ?? '';
    const later = new Date(Date.parse(due) + 9 * 86_400_000).toISOString().slice(0, 10);
    await ministry.page.getByLabel('언제까지').fill(later);
    await ministry.page.locator('#extend-reason').fill('자료를 모으고 있습니다. 😀');
    await ministry.page.getByRole('button', { name: '기한 연장 요청' }).click();

    const desk = await openPage(browser, {});
    await signInAs(desk.page, 'secretariat');
    await shown(desk.page, `/ko/desk/cycles/${held.cycleId}`, `a[href*="decide-extension/${duty}"]`);
    // Whoever asks stands first.
    expect(await desk.page.locator('#awaited ~ table tbody tr').first().textContent()).toContain('연장 요청');
    expect(
      await wrongWith(desk.context, [
        ...[`/desk/cycles/${held.cycleId}`, `/duties/${duty}`, `/desk/decide-extension/${duty}`],
        ...[`/desk/withdraw-obligation/${duty}`, `/desk/remind-obligation/${duty}`],
        ...[`/desk/return-obligation/${duty}`, `/desk/impose-obligation/${held.cycleId}`],
      ]),
    ).toEqual([]);
    await desk.page.locator(`a[href*="decide-extension/${duty}"]`).first().click();
    expect(await desk.page.locator('main').textContent()).toContain('자료를 모으고 있습니다. 😀');
    // A day that is not later is not granted, and nothing typed is lost.
    await desk.page.getByLabel('결정', { exact: true }).selectOption('yes');
    await desk.page.getByLabel('새 기한').fill(due);
    await desk.page.getByLabel('이유').fill('한 번에 한해 연장합니다.');
    await desk.page.getByRole('button', { name: '기한 연장 요청 결정' }).click();
    expect(await desk.page.getByRole('alert').textContent()).toContain('뒤여야 합니다');
    expect(await desk.page.getByLabel('이유').inputValue()).toBe('한 번에 한해 연장합니다.');
    await desk.page.getByLabel('새 기한').fill(later);
    await desk.page.getByRole('button', { name: '기한 연장 요청 결정' }).click();
    expect(await desk.page.getByRole('status').textContent()).toContain('기록했습니다');
    await desk.page.goto(url(`/ko/desk/decide-extension/${duty}`));
    expect(await desk.page.locator('main').textContent()).toContain(
      '결정을 기다리는 기한 연장 요청이 없습니다',
    );

    await ministry.page.goto(url(`/ko/duties/${duty}`));
    const [year, month, day] = later.split('-').map(Number);
    expect(await ministry.page.locator('h1').textContent()).toContain(`${year}년 ${month}월 ${day}일`);
    await ministry.context.close();

    // What a new date breaks is shown before it counts.
    await desk.page.goto(url(`/ko/desk/move-deadline/${held.cycleId}`));
    await desk.page.getByLabel('단계').selectOption('consultation');
    await desk.page.getByLabel('새로 마감할 날').fill('2030-01-01');
    await desk.page.getByLabel('이유').fill('늦어졌습니다.');
    await desk.page.getByRole('button', { name: '기한 옮기기' }).click();
    expect(await desk.page.locator('h1').textContent()).toContain('확인');
    expect(await desk.page.locator('#found').count()).toBe(1);
    await desk.page.getByRole('button', { name: '고치기' }).click();
    expect(await desk.page.getByLabel('이유').inputValue()).toBe('늦어졌습니다.');
    await desk.context.close();
  });

  it('a member votes once and another stands aside, each seeing what their seat did', async () => {
    const desk = await openPage(browser, {});
    await signInAs(desk.page, 'secretariat');
    await desk.page.goto(url(`/ko/desk/open-ballot/${held.cycleId}`));
    await desk.page.getByLabel('안건').selectOption('other');
    const heldOn = await desk.page.getByLabel('열린 날').inputValue();
    await desk.page.getByLabel('마감일').fill(heldOn);
    await desk.page.getByRole('button', { name: '투표 열기' }).click();
    const ballot = idIn(desk.page.url());
    await shown(desk.page, `/ko/ballots/${ballot}`, 'dl.facts');
    const answer = await desk.context.request.get(url(`/api/forums/forum-table?forumId=${held.forumId}`));
    const { seats } = (await answer.json()) as { readonly seats: readonly { readonly personId: string }[] };
    const persons = [...new Set(seats.map((one) => one.personId))];
    const asMember = async (personId: string | undefined) => {
      const member = await openPage(browser, {});
      await member.context.request.post(url('/sign-in'), {
        data: { personId, roles: ['member'], forumIds: [held.forumId] },
      });
      await member.page.goto(url(`/ko/ballots/${ballot}`));
      return member;
    };
    const voting = await asMember(persons[0]);
    expect(await voting.page.locator('main').textContent()).toContain('아직 투표하지 않음');
    expect(await wrongWith(voting.context, [`/ballots/${ballot}`])).toEqual([]);
    await voting.page.getByLabel('선택').selectOption('yes');
    await voting.page.getByRole('button', { name: '투표하기' }).click();
    expect(await voting.page.getByRole('status').textContent()).toContain('투표했습니다');
    expect(await voting.page.locator('main li .tag').first().textContent()).toBe('투표함');
    expect(await voting.page.getByRole('button', { name: '투표하기' }).count()).toBe(0);
    // The page of their seats says so again, and of nobody else's.
    await voting.page.getByRole('status').getByRole('link').click();
    expect(await voting.page.locator('main .tag').allTextContents()).toContain('투표했습니다');
    expect(await wrongWith(voting.context, ['/seat'])).toEqual([]);
    await voting.context.close();

    const aside = await asMember(persons[1]);
    await aside.page.locator('summary', { hasText: '회피하기' }).click();
    await aside.page.getByLabel('사유').selectOption('conflict-of-interest');
    await aside.page.getByRole('button', { name: '이 안건에서 회피하기' }).click();
    expect(await aside.page.getByRole('status').textContent()).toContain('회피를 기록했습니다');
    expect(await aside.page.locator('main li .tag').first().textContent()).toBe('회피함');
    await aside.page.goto(url('/ko/notices'));
    expect(await aside.page.locator('main').textContent()).toContain('투표가 열렸습니다');
    await aside.context.close();
    await desk.context.close();
  });

  it('a drafted single answer is found again, changed and released after it was looked at', async () => {
    let seen = false;
    await held.until(async ({ stage }) => {
      if (stage !== 'consultation' && stage !== 'response') return false;
      const { page, context } = await openPage(browser, {});
      await signInAs(page, 'secretariat');
      const answers = `/ko/desk/cycles/${held.cycleId}/answers`;
      await page.goto(url(answers));
      const alone = page.getByRole('link', { name: '따로 답변하기' });
      if ((await alone.count()) < 2) {
        await context.close();
        return false;
      }
      await alone.first().click();
      const contribution = idIn(page.url());
      await page.getByLabel('결과', { exact: true }).selectOption('adopted');
      await page.getByLabel('답변의 이유').fill('처음 쓴 이유입니다.');
      await page.getByRole('button', { name: '초안 저장' }).click();
      expect(await page.getByRole('status').textContent()).toContain('기록했습니다');
      const mine = page.locator(`#drafts ~ table a[href*="/desk/answer/${contribution}"]`);
      expect(await mine.count()).toBe(1);
      expect(await page.locator('main').textContent()).toContain('처음 쓴 이유입니다.');
      await mine.click();
      expect(await page.getByLabel('답변의 이유').inputValue()).toBe('처음 쓴 이유입니다.');
      await page.getByLabel('답변의 이유').fill('고쳐 쓴 이유입니다.');
      await page.getByRole('button', { name: '초안 저장' }).click();
      await page.getByRole('link', { name: '함께 공개하러 가기' }).click();
      const release = new URL(page.url()).pathname.slice(3);
      expect(await wrongWith(context, [release, `/desk/cycles/${held.cycleId}/answers`])).toEqual([]);
      const chosen = page.locator('input[name=responseIds]');
      for (let at = 0; at < (await chosen.count()); at += 1) {
        const text = await chosen.nth(at).locator('..').textContent();
        await chosen.nth(at).setChecked(text?.includes('고쳐 쓴') ?? false);
      }
      await page.getByRole('button', { name: '함께 공개하기' }).click();
      expect(await page.locator('h1').textContent()).toContain('확인');
      expect(await page.locator('main').textContent()).toContain('고쳐 쓴 이유입니다.');
      await page.getByRole('button', { name: '함께 공개하기' }).click();
      expect(await page.getByRole('status').textContent()).toContain('기록했습니다');
      await expect
        .poll(
          async () => {
            await page.goto(url(`/ko/contributions/${contribution}`));
            return page.locator('main').textContent();
          },
          { timeout: 20_000 },
        )
        .toContain('고쳐 쓴 이유입니다.');
      await context.close();
      seen = true;
      return true;
    });
    expect(seen).toBe(true);
  });
});
