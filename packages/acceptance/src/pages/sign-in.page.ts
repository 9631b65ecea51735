import { randomUUID } from 'node:crypto';
import { NO_FORUM_ID } from '@madang/contracts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs, wrongAt } from './at-desk.ts';
import { audit, overflows } from './audit.ts';
import { findChromium, noBrowser, openBrowser, openPage } from './browser.ts';
import { url } from './site-at-hand.ts';

const chromium = findChromium();
if (!chromium) console.log(noBrowser);

let browser: Browser;
const today = new Date().toISOString().slice(0, 10);

/** What is wrong with a page that needs no session. */
const wrongWith = async (path: string): Promise<readonly string[]> => {
  const { page, context } = await openPage(browser, { width: 320, script: true });
  await page.goto(url(path));
  const found = [...(await audit(page)), ...((await overflows(page)) ? [`${path} overflows`] : [])];
  await context.close();
  return found;
};
/** What is wrong with a page as whoever has this session sees it, whatever its status. */
const wrongWithHeld = async (context: BrowserContext, path: string): Promise<readonly string[]> =>
  (await wrongAt(browser, context, [path])).filter((one) => !/ is 4\d\d$/.test(one));
const ask = async (token: string, path: string, body: object): Promise<number> => {
  const answer = await fetch(url(`/api/${path}`), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return answer.status;
};
const believed = async (role: string): Promise<string> => {
  const answer = await fetch(url('/sign-in'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId: randomUUID(), roles: [role] }),
  });
  return ((await answer.json()) as { readonly token: string }).token;
};
type Told = { readonly type: string; readonly data: Readonly<Record<string, string>> };
/** Facts about signing in that belong to no forum. */
const factsInNone = async (token: string): Promise<readonly Told[]> => {
  const found: Told[] = [];
  for (let next: number | null = 0; next !== null; ) {
    const answer: Response = await fetch(
      url(`/api/people/facts-of-forum?forumId=${NO_FORUM_ID}&afterSequence=${next}`),
      { headers: { authorization: `Bearer ${token}` } },
    );
    const page = (await answer.json()) as { readonly facts: readonly Told[]; readonly next: number | null };
    found.push(...page.facts.filter((one) => /sign-in|session/.test(one.type)));
    next = page.next;
  }
  return found;
};
/** By the provider: its own pages ask who comes and whether we may know. */
const comeIn = async (page: Page, name: string): Promise<void> => {
  await page.goto(url('/ko/sign-in'));
  await page.getByRole('link', { name: '기관 계정으로 들어가기' }).click();
  const login = page.locator('input[name=login]');
  if ((await login.count()) > 0) {
    await login.fill(name);
    await page.locator('input[name=password]').fill('any');
    await page.locator('button[type=submit]').click();
  }
  const consent = page.getByRole('button', { name: 'Continue' });
  if ((await consent.count()) > 0) await consent.click();
};

beforeAll(async () => {
  if (!chromium) return;
  browser = await openBrowser(chromium);
});
afterAll(() => browser?.close());

describe.runIf(chromium)('an official, without script', () => {
  it('comes by OpenID Connect, is granted a role by the code shown, and acts in that forum alone', async () => {
    const secretariat = await believed('secretariat');
    const [own, other] = [randomUUID(), randomUUID()];
    for (const forumId of [own, other])
      expect(
        await ask(secretariat, 'forums/found-forum', {
          ...{ forumId, name: { ko: `포럼 ${forumId}`, en: `Forum ${forumId}` }, level: 'national' },
          ...{ zone: 'Asia/Seoul', country: 'KR', languages: ['ko', 'en'], rulePack: 'ogp-2022' },
        }),
      ).toBe(200);
    await expect
      .poll(async () => (await fetch(url(`/ko/forums/${own}`))).status, { timeout: 10_000 })
      .toBe(200);
    expect(await wrongWith('/ko/sign-in')).toEqual([]);
    expect(await wrongWith('/en/sign-in')).toEqual([]);

    const { page, context } = await openPage(browser, {});
    await comeIn(page, 'kim');
    expect(await page.locator('h1').textContent()).toBe('아직 맡은 역할이 없습니다');
    const code = (await page.locator('#code').textContent()) ?? '';
    expect(code).toMatch(/^[0-9a-f-]{36}$/);
    // What the provider calls somebody is not what we call them.
    expect(code).not.toContain('kim');

    const granting = await openPage(browser, {});
    await granting.page.goto(url('/ko/sign-in'));
    await granting.page.getByLabel('역할').selectOption('secretariat');
    await granting.page.getByRole('button', { name: '들어가기', exact: true }).click();
    await granting.page.goto(url(`/ko/desk/grant-role/${own}`));
    await granting.page.getByLabel('코드').fill(code);
    await granting.page.getByLabel('역할', { exact: true }).selectOption('secretariat');
    await granting.page.getByRole('button', { name: '역할 주기' }).click();
    expect(await granting.page.getByRole('status').textContent()).toContain('기록했습니다');
    await granting.context.close();

    await comeIn(page, 'kim');
    expect(new URL(page.url()).pathname).toBe('/ko/desk');
    const cookies = await context.cookies();
    const session = cookies.find((one) => one.name === 'madang-session');
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    const update = (forumId: string) => ({
      forumId,
      updateId: randomUUID(),
      on: today,
      link: 'https://example.org/',
    });
    const record = 'forums/record-repository-update';
    expect(await ask(session?.value ?? '', record, update(own))).toBe(200);
    expect(await ask(session?.value ?? '', record, update(other))).toBe(403);

    // A second role elsewhere: from now on one says in which office one acts.
    expect(
      await ask(secretariat, 'people/grant-role', {
        forumId: other,
        personId: code,
        role: 'operator',
        from: today,
      }),
    ).toBe(200);
    await page.goto(url('/ko/sign-in'));
    await page.getByRole('button', { name: '나가기' }).first().click();
    await comeIn(page, 'kim');
    expect(await page.locator('h1').textContent()).toBe('어떤 역할로 일하시겠습니까?');
    await page.getByRole('button', { name: `운영자 · 포럼 ${other}` }).click();
    expect(new URL(page.url()).pathname).toBe('/ko/console');
    await context.close();
  });

  it('sees where they are signed in, ends one of them from another, and loses a page with the role', async () => {
    const operator = await believed('operator');
    const forumId = randomUUID();
    const secretariat = await believed('secretariat');
    expect(
      await ask(secretariat, 'forums/found-forum', {
        ...{ forumId, name: { ko: '로그인 포럼', en: 'Sign-in forum' }, level: 'national' },
        ...{ zone: 'Asia/Seoul', country: 'KR', languages: ['ko', 'en'], rulePack: 'ogp-2022' },
      }),
    ).toBe(200);
    const listed = async () => (await fetch(url(`/ko/forums/${forumId}`))).status;
    await expect.poll(listed, { timeout: 10_000 }).toBe(200);
    const [one, other] = [await openPage(browser, {}), await openPage(browser, {})];
    await comeIn(one.page, 'lee');
    const personId = (await one.page.locator('#code').textContent()) ?? '';
    const role = { forumId, personId, role: 'co-chair' };
    expect(await ask(operator, 'people/grant-role', { ...role, from: today })).toBe(200);

    await comeIn(one.page, 'lee');
    await comeIn(other.page, 'lee');
    expect(new URL(one.page.url()).pathname).toBe('/ko/seat');
    expect(await one.page.locator('.signed-in').textContent()).toContain('공동위원장 · 로그인 포럼');
    expect(await wrongAt(browser, one.context, ['/seat', '/sessions'])).toEqual([]);

    await one.page.getByRole('link', { name: '내 로그인 기록' }).first().click();
    const buttons = one.page.locator('main form[action$="/end"] button');
    expect(await buttons.count()).toBe(2);
    const [copied] = (await other.context.cookies()).filter((cookie) => cookie.name === 'madang-session');
    await one.page.getByRole('button', { name: '다른 곳에서 모두 로그아웃' }).click();
    expect(await one.page.getByRole('status').textContent()).toContain('끝냈습니다');
    expect(await buttons.count()).toBe(1);
    // The browser whose session was ended is led to the sign-in and back; its token is worth nothing.
    await other.page.goto(url('/ko/seat?x=1'));
    expect(new URL(other.page.url()).pathname).toBe('/ko/sign-in');
    expect(await other.page.getByRole('status').textContent()).toContain('로그인 시간이 끝났습니다');
    expect(await ask(copied?.value ?? '', 'people/read-notice', {})).toBe(401);
    await other.page.getByRole('link', { name: '기관 계정으로 들어가기' }).click();
    await other.page.waitForURL('**/ko/seat?x=1');

    // What is for others says for whom it is.
    const refused = await one.page.goto(url(`/ko/desk/forums/${forumId}`));
    expect(refused?.status()).toBe(403);
    expect(await one.page.getByRole('alert').textContent()).toContain('사무국');
    expect(await wrongWithHeld(one.context, `/desk/forums/${forumId}`)).toEqual([]);

    expect(await ask(operator, 'people/revoke-role', { ...role, on: today })).toBe(200);
    const lands = async () => {
      await one.page.goto(url('/ko/seat'));
      return new URL(one.page.url()).pathname;
    };
    await expect.poll(lands, { timeout: 30_000, interval: 1_000 }).toBe('/ko/sign-in');
    await one.context.close();
    await other.context.close();
  });

  it('who was not sent by the provider, or comes back twice, does not come in', async () => {
    const { page, context } = await openPage(browser, {});
    await page.goto(url('/sign-in/callback?code=forged&state=forged'));
    expect(new URL(page.url()).pathname).toBe('/ko/sign-in');
    await page.goto(url('/sign-in/provider?lang=en'));
    await page.goto(url('/sign-in/callback?code=forged&state=forged'));
    expect(await page.getByRole('alert').textContent()).toContain('That did not work');
    expect((await context.cookies()).some((one) => one.name === 'madang-session')).toBe(false);
    // Both attempts are facts, in no forum, and so are those who are believed in development and sign out.
    const operator = await believed('operator');
    const headers = { authorization: `Bearer ${await believed('secretariat')}` };
    await fetch(url('/sign-out'), { method: 'POST', headers });
    const told = async () =>
      (await factsInNone(operator)).map(({ type, data }) => `${type} ${data.why ?? ''}`);
    await expect
      .poll(told, { timeout: 10_000 })
      .toEqual(
        expect.arrayContaining([
          'people.refused-sign-in.recorded.v1 not-begun-here',
          'people.refused-sign-in.recorded.v1 not-valid',
          'people.session.ended.v1 signed-out',
          'people.sign-in.attempted.v1 ',
        ]),
      );
    const said = (await factsInNone(operator)).flatMap(({ data }) => Object.entries(data));
    for (const [name, value] of said) if (name.endsWith('Id')) expect(value).toMatch(/^[0-9a-f-]{36}$/);
    const names = ['attemptId', 'forumId', 'outcome', 'personId', 'sessionId', 'signInId', 'why'];
    expect(said.map(([name]) => name).filter((name) => !names.includes(name))).toEqual([]);
    await context.close();
  });

  it('whose session ended while a form was filled in finds it again, signs in and sends it', async () => {
    const { page, context } = await openPage(browser, {});
    await signInAs(page, 'secretariat');
    expect(new URL(page.url()).pathname).toBe('/ko/desk');
    const forumId = randomUUID();
    const [session] = (await context.cookies()).filter((cookie) => cookie.name === 'madang-session');
    expect(
      await ask(session?.value ?? '', 'forums/found-forum', {
        ...{ forumId, name: { ko: '양식 포럼', en: 'Form forum' }, level: 'national' },
        ...{ zone: 'Asia/Seoul', country: 'KR', languages: ['ko', 'en'], rulePack: 'ogp-2022' },
      }),
    ).toBe(200);
    const form = `/ko/desk/schedule-meeting/${forumId}`;
    const status = async () => (await page.goto(url(form)))?.status();
    await expect.poll(status, { timeout: 10_000 }).toBe(200);
    await page.locator('#startsAt').fill('2030-05-01T10:00');
    await page.locator('#agenda').fill('회의 안건: 버스 정류장 대기질 공개와 그 밖의 것');
    await fetch(url('/sign-out'), { method: 'POST', headers: { authorization: `Bearer ${session?.value}` } });
    await page.locator('main button[type=submit]').click();
    expect(await page.locator('h1').textContent()).toBe('보내려면 로그인이 필요합니다');
    expect(await page.locator('.kept').textContent()).toContain('버스 정류장 대기질 공개');
    const again = await context.newPage();
    await signInAs(again, 'secretariat');
    await page.getByRole('button', { name: '다시 보내기' }).click();
    expect(new URL(page.url()).pathname).toBe(`/ko/desk/forums/${forumId}`);
    await context.close();
  });
});
