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

  it('sorts proposals by theme, merges duplicates that were suggested, and sets one aside; its author appeals', async () => {
    const at = `/desk/cycles/${held.cycleId}/proposals`;
    const citizen = await openPage(browser, {});
    const proposes = async (title: string): Promise<string> => {
      await citizen.page.goto(url(`/ko/cycles/${held.cycleId}/propose`));
      await citizen.page.locator('#title').fill(title);
      await citizen.page
        .locator('#body')
        .fill('회의를 누구나 볼 수 있게 인터넷으로 중계하고 회의록을 올려 주세요.');
      await citizen.page.getByRole('button', { name: '보내기' }).click();
      await citizen.page.waitForURL(/\/proposals\//);
      return idIn(citizen.page.url());
    };
    const first = await proposes('포럼 회의를 중계해 주세요');
    const again = await proposes('포럼 회의 중계를 해 주세요');
    const rude = await proposes('거친 말이 섞인 제안');

    const { page, context } = await openPage(browser, {});
    await signInAs(page, 'secretariat');
    const row = (title: string) => page.getByRole('row').filter({ hasText: title });
    // Words of public texts are fetched, and what is alike is found once they are there.
    await expect
      .poll(
        async () => {
          await page.goto(url(`/ko${at}?state=received`));
          return row('포럼 회의를 중계해 주세요').textContent();
        },
        { timeout: 15_000 },
      )
      .toContain('비슷한 제안');
    await page.locator(`select[name=theme-${first}]`).selectOption('+');
    await page.locator(`select[name=theme-${again}]`).selectOption('+');
    await page.getByRole('button', { name: '주제 저장' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('새 주제');
    expect(await page.locator(`select[name=theme-${again}]`).inputValue()).toBe('+');
    await page.getByLabel('새 주제', { exact: true }).fill('회의 공개');
    await page.getByRole('button', { name: '주제 저장' }).click();
    expect(await page.getByRole('status').textContent()).toContain('기록했습니다');
    expect(await page.locator(`select[name=theme-${first}]`).inputValue()).toBe('회의 공개');
    await citizen.page.goto(url(`/ko/proposals/${first}`));
    expect(await said(citizen.page)).toContain('회의 공개');

    await row('포럼 회의를 중계해 주세요').getByRole('link', { name: '합치기' }).click();
    await page.getByRole('checkbox', { name: '포럼 회의 중계를' }).check();
    await page.getByRole('button', { name: '합치기' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('이유');
    await page.locator('#reason').fill('같은 내용입니다.');
    const merging = new URL(page.url()).pathname.slice(3);
    expect(await wrongAt(browser, context, [at, merging, `/desk/split-proposal/${first}`])).toEqual([]);
    await page.getByRole('button', { name: '합치기' }).click();
    await page.waitForURL(new RegExp(`/proposals/${first}`));
    await expect
      .poll(
        async () => {
          await citizen.page.goto(url(`/ko/proposals/${again}`));
          return said(citizen.page);
        },
        { timeout: 10_000 },
      )
      .toContain('같은 내용입니다.');
    expect(await citizen.page.getByRole('link', { name: '포럼 회의를 중계해 주세요' }).count()).toBe(1);

    await page.goto(url(`/ko${at}?state=received`));
    await row('거친 말이 섞인 제안').getByRole('link', { name: '제외하기' }).click();
    await page.getByLabel('사유').selectOption('abusive');
    await page.getByRole('button', { name: '제외하기' }).click();
    expect(await page.getByRole('status').textContent()).toContain('기록했습니다');
    await citizen.page.goto(url(`/ko/proposals/${rude}`));
    expect(await said(citizen.page)).not.toContain('거친 말');
    expect(await said(citizen.page)).toContain('욕설·비방');
    await citizen.page.getByRole('link', { name: '이의 제기' }).click();
    await citizen.page.locator('textarea[name=text]').fill('욕설이 아닙니다.');
    await citizen.page.getByRole('button', { name: '보내기' }).click();
    expect(await said(citizen.page)).toContain('결정을 기다립니다');
    const decides = async (who: Page): Promise<void> => {
      await who.goto(url(`/ko/desk/cycles/${held.cycleId}`));
      await who.getByRole('link', { name: `제안 ${rude.slice(0, 8)}` }).click();
      expect(await said(who)).toContain('욕설이 아닙니다.');
      expect(await said(who)).toContain('거친 말이 섞인 제안');
      await who.getByLabel('이유').fill('욕설이 없습니다.');
      await who.getByRole('button', { name: '이의 제기 결정' }).click();
    };
    await decides(page);
    expect(await page.getByRole('alert').textContent()).toContain('제외한 사람이 아닌');
    expect(
      await wrongAt(browser, context, [
        ...[`/desk/decide-proposal-appeal/${rude}`, `/appeal-proposal/${rude}`, `/proposals/${rude}`],
        ...[`/desk/decline-proposal/${first}`, `/desk/set-aside-proposal/${first}`],
        ...[`/cycles/${held.cycleId}/moderation`, `/desk/cycles/${held.cycleId}`],
        `/cycles/${held.cycleId}/proposals`,
      ]),
    ).toEqual([]);
    const another = await openPage(browser, {});
    await signInAs(another.page, 'secretariat');
    await decides(another.page);
    await citizen.page.goto(url(`/ko/cycles/${held.cycleId}/moderation`));
    expect(await said(citizen.page)).toContain('제안에 대한 이의를 받아들임');
    await expect
      .poll(
        async () => {
          await citizen.page.goto(url(`/ko/proposals/${rude}`));
          return said(citizen.page);
        },
        { timeout: 10_000 },
      )
      .toContain('거친 말이 섞인 제안');
    for (const one of [context, citizen.context, another.context]) await one.close();
  });
});
