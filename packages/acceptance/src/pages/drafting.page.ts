import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idIn, signInAs, wrongAt } from './at-desk.ts';
import { findChromium, noBrowser, openBrowser, openPage } from './browser.ts';
import { type HeldRehearsal, holdRehearsal, smallCycle } from './held-rehearsal.ts';
import { url } from './site-at-hand.ts';

const chromium = findChromium();
if (!chromium) console.log(noBrowser);

let held: HeldRehearsal;
let browser: Browser;

const fillMilestone = async (page: Page, at: number, name: string, dueOn: string): Promise<void> => {
  await page.locator(`#milestone-${at}-ko`).fill(name);
  await page.locator(`#milestone-${at}-en`).fill(`Step ${at}`);
  await page.locator(`#milestone-${at}-due`).fill(dueOn);
};
const said = (page: Page): Promise<string | null> => page.locator('main').textContent();

/** The id of a proposal on the public list, by its title; empty while it has not come. */
const proposalTitled = async (page: Page, title: string): Promise<string> => {
  await page.goto(url(`/ko/cycles/${held.cycleId}/proposals`));
  const link = page.getByRole('link', { name: title });
  return (await link.count()) === 0 ? '' : idIn(await link.first().getAttribute('href'));
};

beforeAll(async () => {
  if (!chromium) return;
  held = holdRehearsal(smallCycle, url(''), 'drafting');
  browser = await openBrowser(chromium);
  const { page, context } = await openPage(browser, {});
  await held.until(
    async ({ stage }) => stage === 'drafting' && (await proposalTitled(page, '공연장 기술정보')) !== '',
  );
  await context.close();
});
afterAll(() => browser?.close());

describe.runIf(chromium)('the secretariat drafts, without script', () => {
  it('a commitment from a proposal; refused with everything kept, published, written anew by two, read by citizens', async () => {
    const cycle = held.cycleId;
    const { page, context } = await openPage(browser, {});
    await signInAs(page, 'secretariat');
    const proposalId = await proposalTitled(page, '공연장 기술정보를 한곳에 모아 주세요');
    await page.goto(url(`/ko/desk/draft/${cycle}`));
    await page.locator('#number').fill('99');
    await page.locator('#title-ko').fill('공연장 안전 정보 공개');
    await page.locator('#title-en').fill('Open information on stage safety');
    await page.locator('#lead').selectOption({ index: 1 });
    await page.locator('#problem').fill('무대 사고의 원인을 아무도 모릅니다. 🎭');
    await page.locator('#solution').fill('기술정보를 모아 공개합니다.');
    await page.locator('#results').fill('사고가 줄어듭니다.');
    await fillMilestone(page, 1, '정보 모으기', '2019-03-31');
    await page.getByRole('button', { name: '이행 단계 더하기' }).click();
    // A row more, and nothing that was typed is lost.
    expect(await page.locator('#problem').inputValue()).toContain('🎭');
    await fillMilestone(page, 2, '공개하기', '2031-01-01');
    await page.getByRole('button', { name: '협력 기관 더하기' }).click();
    await page.locator('#supporter-1-ko').fill('공연예술인 모임');
    await page.locator('#supporter-1-en').fill('Stage artists');
    await page.locator('#supporter-1-sector').selectOption('civil-society');
    await page.locator('#find').fill('공연장');
    await page.getByRole('button', { name: '제안 찾기' }).click();
    await page.getByRole('checkbox', { name: '공연장 기술정보' }).check();
    await page.getByRole('checkbox', { name: '기술', exact: true }).check();
    await page.getByRole('button', { name: '초안 공개하기' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('투명성');
    await page.getByRole('checkbox', { name: '투명성' }).check();
    await page.getByRole('button', { name: '초안 공개하기' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('계획 기간');
    expect(await page.locator('#supporter-1-ko').inputValue()).toBe('공연예술인 모임');
    expect(await page.getByRole('checkbox', { name: '공연장 기술정보' }).isChecked()).toBe(true);
    await page.locator('#milestone-2-due').fill('2019-12-31');
    await page.getByRole('button', { name: '초안 공개하기' }).click();
    expect(await page.getByRole('status').textContent()).toContain('기록했습니다');
    const row = page.getByRole('row', { name: '99. 공연장 안전 정보 공개' });
    expect(await row.textContent()).toContain('SDG');
    const commitment = idIn(await row.getByRole('link').first().getAttribute('href'));

    const citizen = await openPage(browser, {});
    const sees = (path: string) =>
      expect.poll(
        async () => {
          await citizen.page.goto(url(path));
          return said(citizen.page);
        },
        { timeout: 10_000 },
      );
    await sees(`/ko/commitments/${commitment}`).toContain('기술정보를 모아 공개합니다.');
    await sees(`/ko/proposals/${proposalId}`).toContain('99. 공연장 안전 정보 공개');

    // Two write a version on the same one: the second is told, sees the first, and writes on top of it.
    const other = await openPage(browser, {});
    await signInAs(other.page, 'secretariat');
    for (const one of [page, other.page]) await one.goto(url(`/ko/desk/revise/${commitment}`));
    expect(await page.locator('#milestone-2-ko').inputValue()).toBe('공개하기');
    await page.locator('#solution').fill('기술정보를 해마다 모아 공개합니다.');
    await page.locator('#reason').fill('해마다 하기로 했습니다.');
    await page.getByRole('button', { name: '새 판 공개하기' }).click();
    expect(await page.getByRole('status').textContent()).toContain('기록했습니다');
    await other.page.locator('#results').fill('사고가 절반으로 줄어듭니다.');
    await other.page.getByRole('button', { name: '이행 단계 2 빼기' }).click();
    await other.page.getByRole('button', { name: '새 판 공개하기' }).click();
    expect(await other.page.getByRole('alert').textContent()).toContain('그사이 다른 사람');
    expect(await other.page.locator('#results').inputValue()).toContain('절반');
    await other.page.getByRole('checkbox', { name: '제2판을 보았고' }).check();
    await other.page.getByRole('button', { name: '새 판 공개하기' }).click();
    expect(await other.page.getByRole('status').textContent()).toContain('기록했습니다');
    await sees(`/ko/commitments/${commitment}`).toContain('제3판');
    await sees(`/ko/commitments/${commitment}`).toContain('해마다 하기로 했습니다.');
    expect(await citizen.page.locator('ins, del').count()).toBeGreaterThan(0);

    expect(
      await wrongAt(browser, context, [
        ...[`/desk/cycles/${cycle}/commitments`, `/desk/draft/${cycle}?fromProposals=${proposalId}`],
        ...[`/desk/revise/${commitment}`, `/desk/amend/${commitment}`, `/desk/withdraw/${commitment}`],
        `/commitments/${commitment}`,
      ]),
    ).toEqual([]);
    for (const one of [context, citizen.context, other.context]) await one.close();
  });
});
