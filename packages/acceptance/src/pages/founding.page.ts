import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idIn, signInAs, wrongAt } from './at-desk.ts';
import { findChromium, noBrowser, openBrowser, openPage } from './browser.ts';
import { url } from './site-at-hand.ts';

const chromium = findChromium();
if (!chromium) console.log(noBrowser);

let browser: Browser;
/** What the first of them made, for the look at every page of it. */
let founded: { readonly forum: string; readonly cycle: string };
const wrongWith = (context: BrowserContext, paths: readonly string[]) => wrongAt(browser, context, paths);
/** Days from today, as a field of a form takes them. */
const day = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
const main = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? '';
/** Until the page says something that has only just been recorded. */
const settled = (page: Page, path: string, said: string): Promise<void> =>
  expect
    .poll(
      async () => {
        await page.goto(url(path));
        return main(page);
      },
      { timeout: 20_000 },
    )
    .toContain(said);

/** Somebody is registered on the desk of a forum. @returns the code that stands for them */
const register = async (page: Page, lang: 'ko' | 'en', forum: string): Promise<string> => {
  await page.goto(url(`/${lang}/desk/open-account/${forum}`));
  await page.getByRole('button', { name: lang === 'ko' ? '사람 등록' : 'Register somebody' }).click();
  return idIn(await page.locator('main code').textContent());
};

beforeAll(async () => {
  if (chromium) browser = await openBrowser(chromium);
});
afterAll(() => browser?.close());

describe.runIf(chromium)('a secretariat without script', () => {
  it('founds its forum, sets its table, and starts its first cycle', async () => {
    const { page, context } = await openPage(browser, {});
    await signInAs(page, 'secretariat');
    await page.goto(url('/ko/desk'));
    await page.getByRole('link', { name: '포럼 만들기' }).click();

    // What is missing and what is wrong is said beside its field, and what was typed stays.
    await page.getByLabel('이름(한국어)').fill('새 열린정부 포럼');
    await page.getByRole('button', { name: '포럼 만들기' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('이름(영어)');
    expect(await page.getByLabel('이름(한국어)').inputValue()).toBe('새 열린정부 포럼');
    await page.getByLabel('이름(영어)').fill('A new open government forum');
    await page.getByLabel('시간대').fill('Asia/Nowhere');
    await page.getByRole('button', { name: '포럼 만들기' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Asia/Seoul');
    await page.getByLabel('시간대').fill('Asia/Seoul');
    await page.getByRole('button', { name: '포럼 만들기' }).click();
    await page.waitForURL(/desk\/forums/);
    const forum = idIn(page.url());
    expect(await main(page)).toContain('첫 실행계획을 시작하기까지');
    expect(await page.locator('main ol .tag.warn').count()).toBe(5);

    await page.getByRole('link', { name: '운영 규정 채택' }).click();
    await page.getByLabel('의결 정족수').fill('200');
    await page.getByRole('button', { name: '운영 규정 채택 기록' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('의결 정족수');
    await page.getByLabel('의결 정족수').fill('50');
    await page.getByLabel('운영 규정 전문').fill('제1조 위원은 정부와 민간에서 위촉한다. 👍');
    await page.getByRole('button', { name: '운영 규정 채택 기록' }).click();
    expect(await page.getByRole('status').textContent()).toContain('기록했습니다');

    const institution = async (ko: string, en: string, code: string): Promise<void> => {
      await page.goto(url(`/ko/desk/register-institution/${forum}`));
      await page.getByLabel('이름(한국어)').fill(ko);
      await page.getByLabel('이름(영어)').fill(en);
      await page.getByLabel('기관 코드').fill(code);
      await page.getByRole('button', { name: '기관 등록' }).click();
    };
    await institution('행정안전부', 'Ministry of the Interior and Safety', 'MOIS');
    expect(await main(page)).toContain('아직 담당 직위가 없어');
    await institution('또 행정안전부', 'The same again', 'MOIS');
    expect(await page.getByRole('alert').textContent()).toContain('이미 쓰이는 기관 코드');
    await page.goto(url(`/ko/desk/forums/${forum}/institutions`));
    const officer = await register(page, 'ko', forum);
    await page.goto(url(`/ko/desk/forums/${forum}/institutions`));
    await page.getByRole('link', { name: '직위 등록' }).click();
    await page.getByLabel('직위명(한국어)').fill('공공데이터정책과장');
    await page.getByLabel('직위명(영어)').fill('Director for public data');
    await page.getByLabel('사람의 코드').fill('홍길동');
    await page.getByRole('button', { name: '직위 등록' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('사람의 코드');
    await page.getByLabel('사람의 코드').fill(officer);
    await page.getByRole('button', { name: '직위 등록' }).click();
    expect(await main(page)).toContain('공공데이터정책과장');
    await page.getByRole('link', { name: '직위 인계' }).click();
    await page.getByLabel('사람의 코드').fill(await register(await context.newPage(), 'ko', forum));
    await page.getByRole('button', { name: '직위 인계' }).click();
    expect(await page.getByRole('status').textContent()).toContain('기록했습니다');
    // A name holds from a day on; another institution takes over what is owed.
    await page.getByRole('link', { name: '기관명 변경' }).click();
    expect(await page.getByLabel('이름(한국어)').inputValue()).toBe('행정안전부');
    await page.getByLabel('이름(한국어)').fill('행정자치부');
    await page.getByRole('button', { name: '기관명 변경' }).click();
    expect(await main(page)).toContain('행정자치부');
    await institution('안전행정부', 'Ministry of Security', 'MOSPA');
    await page.goto(url(`/ko/desk/forums/${forum}/institutions`));
    await page
      .locator('section', { hasText: 'MOIS' })
      .getByRole('link', { name: '다른 기관이 이어받음' })
      .click();
    await page.getByLabel('안전행정부 (MOSPA)').check();
    await page.getByRole('button', { name: '다른 기관이 이어받음' }).click();
    expect(await main(page)).toContain('이어받은 기관');

    const seat = async (ko: string, sector: string, position: string): Promise<void> => {
      const code = await register(page, 'ko', forum);
      await page.goto(url(`/ko/desk/seat-member/${forum}`));
      await page.getByLabel('대표하는 기관·단체(한국어)').fill(ko);
      await page.getByLabel('대표하는 기관·단체(영어)').fill(`${sector} body`);
      await page.getByLabel('부문').selectOption(sector);
      await page.getByLabel('직위').selectOption(position);
      await page.getByLabel('사람의 코드').fill(code.toUpperCase());
      const [from, until] = [page.getByLabel('임기 시작일'), page.getByLabel('임기 종료일')];
      const years =
        Number((await until.inputValue()).slice(0, 4)) - Number((await from.inputValue()).slice(0, 4));
      expect(years).toBeGreaterThan(0);
      await page.getByRole('button', { name: '위원 위촉' }).click();
      expect(await page.getByRole('status').textContent()).toContain('기록했습니다');
    };
    await seat('안전행정부', 'government', 'ex-officio');
    await seat('투명사회 시민모임', 'civil-society', 'co-chair');
    await seat('데이터 연구회', 'academia', 'member');
    const row = page.locator('tr', { hasText: '투명사회 시민모임' });
    await row.getByRole('link', { name: '위원 교체' }).click();
    expect(await page.getByLabel('위원 자리').locator('option:checked').textContent()).toContain('투명사회');
    await page.getByLabel('사람의 코드').fill(randomUUID());
    await page.getByLabel('임기 시작일').fill(day(30));
    await page.getByLabel('임기 종료일').fill(day(29));
    await page.getByRole('button', { name: '위원 교체' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('임기의 끝');
    await page.getByLabel('임기 종료일').fill(day(760));
    await page.getByRole('button', { name: '위원 교체' }).click();
    expect(await page.getByRole('status').textContent()).toContain('기록했습니다');
    await page.locator('tr', { hasText: '데이터 연구회' }).getByRole('link', { name: '해촉' }).click();
    await page.getByLabel('마지막 날').fill(day(-1));
    await page.getByRole('button', { name: '해촉' }).click();
    expect(await page.locator('tr', { hasText: '데이터 연구회' }).textContent()).toContain('공석');

    await page.getByRole('link', { name: '분과위원회 구성' }).click();
    await page.getByLabel('이름(한국어)').fill('열린데이터 분과위원회');
    await page.getByLabel('이름(영어)').fill('Open data working group');
    await page.getByRole('button', { name: '분과위원회 구성' }).click();
    const group = page.locator('tr', { hasText: '열린데이터 분과위원회' });
    await group.getByRole('link', { name: '사람 더하기' }).click();
    await page.getByLabel('사람의 코드').fill(randomUUID());
    await page.getByRole('button', { name: '사람 더하기' }).click();
    expect(await group.textContent()).toContain('1');
    await group.getByRole('link', { name: '사람 빼기' }).click();
    await page.getByRole('button', { name: '사람 빼기' }).click();
    await group.getByRole('link', { name: '해산' }).click();
    await page.getByRole('button', { name: '해산' }).click();
    expect(await group.count()).toBe(0);

    await page.goto(url(`/ko/desk/forums/${forum}`));
    await page.locator('main ol').getByRole('link', { name: '실행계획 주기 시작' }).click();
    await page.getByRole('button', { name: '새 주기 열기' }).click();
    await page.waitForURL(/desk\/timetable/);
    const cycle = idIn(page.url());
    await expect
      .poll(
        async () => {
          await page.goto(url(`/ko/desk/timetable/${cycle}`));
          return page.locator('input[name=drafting-opens]').count();
        },
        { timeout: 20_000 },
      )
      .toBe(1);
    await page.getByRole('button', { name: '추진 일정 공개' }).click();
    expect(await page.getByRole('status').textContent()).toContain('기록했습니다');
    await page.goto(url(`/ko/desk/forums/${forum}`));
    expect(await main(page)).not.toContain('첫 실행계획을 시작하기까지');

    // The cycle is halted and goes on; both with who decided it and why.
    const halt = async (name: string): Promise<void> => {
      await page.goto(url(`/ko/desk/cycles/${cycle}`));
      await page.getByRole('link', { name }).click();
      await page.getByLabel('이유').fill('선거 기간입니다.');
      await page.getByRole('button', { name }).click();
      expect(await page.getByRole('status').textContent()).toContain('기록했습니다');
    };
    await halt('주기 중단');
    await halt('주기 재개');
    const zip = await context.request.get(url(`/ko/cycles/${cycle}/data.zip`));
    expect((await zip.body()).subarray(0, 2).toString()).toBe('PK');
    const seats = await context.request.get(url(`/ko/cycles/${cycle}/seats.csv`));
    expect(await seats.text()).toContain('투명사회 시민모임');
    founded = { forum, cycle };
    await context.close();
  });

  it('finds nothing wrong with the pages of a forum that has little so far', async () => {
    const { page, context } = await openPage(browser, {});
    await signInAs(page, 'secretariat');
    const { forum, cycle } = founded;
    expect(
      await wrongWith(context, [
        ...['/desk', `/desk/forums/${forum}`, `/desk/forums/${forum}/table`],
        ...[`/desk/forums/${forum}/institutions`, `/desk/cycles/${cycle}`, `/cycles/${cycle}/data`],
      ]),
    ).toEqual([]);
    await context.close();
  });

  it('founds a forum in English', async () => {
    const { page, context } = await openPage(browser, { lang: 'en' });
    await signInAs(page, 'secretariat');
    await page.goto(url('/en/desk/found-forum'));
    await page.getByLabel('Name in Korean').fill('두 번째 포럼');
    await page.getByLabel('Name in English').fill('A second forum');
    await page.getByRole('button', { name: 'Found a forum' }).click();
    await page.waitForURL(/desk\/forums/);
    const forum = idIn(page.url());
    await page.getByRole('link', { name: 'Adopt rules of procedure' }).click();
    await page.getByRole('button', { name: 'Record adopted rules' }).click();
    await settled(page, `/en/desk/forums/${forum}/table`, 'Version 1');
    const code = await register(page, 'en', forum);
    await page.goto(url(`/en/desk/seat-member/${forum}`));
    await page.getByLabel('Speaks for (in Korean)').fill('코드');
    await page.getByLabel('Speaks for (in English)').fill('CODE');
    await page.getByLabel('Sector').selectOption('civil-society');
    await page.getByLabel('Code of the person').fill(code);
    await page.getByRole('button', { name: 'Seat a member' }).click();
    expect(await page.locator('tr', { hasText: 'CODE' }).textContent()).toContain('Civil society');
    await context.close();
  });

  it('is for the secretariat: a member is told so', async () => {
    const { page, context } = await openPage(browser, {});
    await signInAs(page, 'member');
    for (const path of ['/ko/desk', '/ko/desk/found-forum']) {
      expect((await page.goto(url(path)))?.status()).toBe(403);
      expect(await page.locator('main form').count()).toBe(0);
    }
    await context.close();
  });
});
