import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idIn, signInAs } from './at-desk.ts';
import { bothWays, findChromium, noBrowser, openBrowser, openPage, wordsIn } from './browser.ts';
import { type HeldRehearsal, holdRehearsal, leftToUs, OURS } from './held-rehearsal.ts';
import { url } from './site-at-hand.ts';

const chromium = findChromium();
if (!chromium) console.log(noBrowser);

let browser: Browser;

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
  if (chromium) browser = await openBrowser(chromium);
});
afterAll(() => browser?.close());

describe.runIf(chromium).each(bothWays)(
  'what the secretariat decides on its desk (in $lang, with script: $script)',
  ({ lang, script }) => {
    const say = wordsIn(lang);
    const opened = () => openPage(browser, { lang, script });
    let held: HeldRehearsal;
    beforeAll(() => {
      held = holdRehearsal(leftToUs, url(''), `extending-${lang}`);
    });

    it('a ministry asks for more time, the secretariat grants it, and the ministry sees the new day', async () => {
      await held.until(({ awaited }) =>
        awaited.some((one) => one.institution === OURS && one.kind === 'feasibility-opinion'),
      );
      const ministry = await opened();
      await signInAs(ministry.page, 'ministry', held.institutionId(OURS));
      await shown(ministry.page, `/${lang}/inbox`, 'main tbody a');
      await ministry.page
        .locator('main tbody a', { hasText: say('실현 가능성', 'Feasibility') })
        .first()
        .click();
      const duty = idIn(ministry.page.url());
      await ministry.page.locator('summary', { hasText: say('기한 연장 요청', 'Ask for more time') }).click();
      const due = (await ministry.page.getByLabel(say('언제까지', 'Until')).getAttribute('min')) ?? '';
      const later = new Date(Date.parse(due) + 9 * 86_400_000).toISOString().slice(0, 10);
      await ministry.page.getByLabel(say('언제까지', 'Until')).fill(later);
      await ministry.page.locator('#extend-reason').fill('자료를 모으고 있습니다. 😀');
      await ministry.page.getByRole('button', { name: say('기한 연장 요청', 'Ask for more time') }).click();

      const desk = await opened();
      await signInAs(desk.page, 'secretariat');
      await shown(desk.page, `/${lang}/desk/cycles/${held.cycleId}`, `a[href*="decide-extension/${duty}"]`);
      // Whoever asks stands first.
      expect(await desk.page.locator('#awaited ~ table tbody tr').first().textContent()).toContain(
        say('연장 요청', 'asks for time'),
      );
      await desk.page.locator(`a[href*="decide-extension/${duty}"]`).first().click();
      expect(await desk.page.locator('main').textContent()).toContain('자료를 모으고 있습니다. 😀');
      // A day that is not later is not granted, and nothing typed is lost.
      await desk.page.getByLabel(say('결정', 'Decision'), { exact: true }).selectOption('yes');
      await desk.page.getByLabel(say('새 기한', 'New due day')).fill(due);
      await desk.page.getByLabel(say('이유', 'Reason')).fill('한 번에 한해 연장합니다.');
      await desk.page
        .getByRole('button', { name: say('기한 연장 요청 결정', 'Decide on more time') })
        .click();
      expect(await desk.page.getByRole('alert').textContent()).toContain(
        say('뒤여야 합니다', 'must be after'),
      );
      expect(await desk.page.getByLabel(say('이유', 'Reason')).inputValue()).toBe('한 번에 한해 연장합니다.');
      await desk.page.getByLabel(say('새 기한', 'New due day')).fill(later);
      await desk.page
        .getByRole('button', { name: say('기한 연장 요청 결정', 'Decide on more time') })
        .click();
      expect(await desk.page.getByRole('status').textContent()).toContain(
        say('기록했습니다', 'was recorded'),
      );
      await desk.page.goto(url(`/${lang}/desk/decide-extension/${duty}`));
      expect(await desk.page.locator('main').textContent()).toContain(
        say('결정을 기다리는 기한 연장 요청이 없습니다', 'No request for more time waits'),
      );

      await ministry.page.goto(url(`/${lang}/duties/${duty}`));
      const said = new Intl.DateTimeFormat(say('ko-KR', 'en-GB'), {
        ...{ dateStyle: lang === 'ko' ? ('long' as const) : ('medium' as const), timeZone: 'UTC' },
      }).format(new Date(later));
      expect(await ministry.page.locator('h1').textContent()).toContain(said);
      await ministry.context.close();

      // What a new date breaks is shown before it counts.
      await desk.page.goto(url(`/${lang}/desk/move-deadline/${held.cycleId}`));
      await desk.page.getByLabel(say('단계', 'Stage')).selectOption('consultation');
      await desk.page.getByLabel(say('새로 마감할 날', 'New closing day')).fill('2030-01-01');
      await desk.page.getByLabel(say('이유', 'Reason')).fill('늦어졌습니다.');
      await desk.page.getByRole('button', { name: say('기한 옮기기', 'Move a deadline') }).click();
      expect(await desk.page.locator('h1').textContent()).toContain(say('확인', 'Check'));
      expect(await desk.page.locator('#found').count()).toBe(1);
      await desk.page.getByRole('button', { name: say('고치기', 'Change it') }).click();
      expect(await desk.page.getByLabel(say('이유', 'Reason')).inputValue()).toBe('늦어졌습니다.');
      await desk.context.close();
    });

    it('a member votes once and another stands aside, each seeing what their seat did', async () => {
      const desk = await opened();
      await signInAs(desk.page, 'secretariat');
      await desk.page.goto(url(`/${lang}/desk/open-ballot/${held.cycleId}`));
      await desk.page.getByLabel(say('안건', 'Matter')).selectOption('other');
      const heldOn = await desk.page.getByLabel(say('열린 날', 'Held on')).inputValue();
      await desk.page.getByLabel(say('마감일', 'Closes on')).fill(heldOn);
      await desk.page.getByRole('button', { name: say('투표 열기', 'Open a ballot') }).click();
      const ballot = idIn(desk.page.url());
      await shown(desk.page, `/${lang}/ballots/${ballot}`, 'dl.facts');
      const answer = await desk.context.request.get(url(`/api/forums/forum-table?forumId=${held.forumId}`));
      const { seats } = (await answer.json()) as { readonly seats: readonly { readonly personId: string }[] };
      const persons = [...new Set(seats.map((one) => one.personId))];
      const asMember = async (personId: string | undefined) => {
        const member = await opened();
        await member.context.request.post(url('/sign-in'), {
          data: { personId, roles: ['member'], forumIds: [held.forumId] },
        });
        await member.page.goto(url(`/${lang}/ballots/${ballot}`));
        return member;
      };
      const voting = await asMember(persons[0]);
      expect(await voting.page.locator('main').textContent()).toContain(
        say('아직 투표하지 않음', 'has not voted yet'),
      );
      await voting.page.getByLabel(say('선택', 'Choice')).selectOption('yes');
      await voting.page.getByRole('button', { name: say('투표하기', 'Cast the ballot') }).click();
      expect(await voting.page.getByRole('status').textContent()).toContain(
        say('투표했습니다', 'You have voted'),
      );
      expect(await voting.page.locator('main li .tag').first().textContent()).toBe(
        say('투표함', 'has voted'),
      );
      expect(
        await voting.page.getByRole('button', { name: say('투표하기', 'Cast the ballot') }).count(),
      ).toBe(0);
      // The page of their seats says so again, and of nobody else's.
      await voting.page.getByRole('status').getByRole('link').click();
      const tags = await voting.page.locator('main .tag').allTextContents();
      expect(tags).toContain(say('투표했습니다', 'You have voted'));
      await voting.context.close();

      const aside = await asMember(persons[1]);
      await aside.page.locator('summary', { hasText: say('회피하기', 'Stand aside') }).click();
      await aside.page.getByLabel(say('사유', 'Reason')).selectOption('conflict-of-interest');
      await aside.page
        .getByRole('button', { name: say('이 안건에서 회피하기', 'Stand aside from this matter') })
        .click();
      expect(await aside.page.getByRole('status').textContent()).toContain(
        say('회피를 기록했습니다', 'stands aside'),
      );
      expect(await aside.page.locator('main li .tag').first().textContent()).toBe(
        say('회피함', 'stands aside'),
      );
      await aside.page.goto(url(`/${lang}/notices`));
      expect(await aside.page.locator('main').textContent()).toContain(
        say('투표가 열렸습니다', 'A ballot is open'),
      );
      await aside.context.close();
      await desk.context.close();
    });

    it('a drafted single answer is found again, changed and released after it was looked at', async () => {
      let seen = false;
      await held.until(async ({ stage }) => {
        if (stage !== 'consultation' && stage !== 'response') return false;
        const { page, context } = await opened();
        await signInAs(page, 'secretariat');
        const answers = `/${lang}/desk/cycles/${held.cycleId}/answers`;
        await page.goto(url(answers));
        const alone = page.getByRole('link', { name: say('따로 답변하기', 'Answer it alone') });
        if ((await alone.count()) < 2) {
          await context.close();
          return false;
        }
        await alone.first().click();
        const contribution = idIn(page.url());
        await page.getByLabel(say('결과', 'Outcome'), { exact: true }).selectOption('adopted');
        await page.getByLabel(say('답변의 이유', 'Reason')).fill('처음 쓴 이유입니다.');
        await page.getByRole('button', { name: say('초안 저장', 'Keep the draft') }).click();
        expect(await page.getByRole('status').textContent()).toContain(say('기록했습니다', 'was recorded'));
        const mine = page.locator(`#drafts ~ table a[href*="/desk/answer/${contribution}"]`);
        expect(await mine.count()).toBe(1);
        expect(await page.locator('main').textContent()).toContain('처음 쓴 이유입니다.');
        await mine.click();
        expect(await page.getByLabel(say('답변의 이유', 'Reason')).inputValue()).toBe('처음 쓴 이유입니다.');
        await page.getByLabel(say('답변의 이유', 'Reason')).fill('고쳐 쓴 이유입니다.');
        await page.getByRole('button', { name: say('초안 저장', 'Keep the draft') }).click();
        await page
          .getByRole('link', { name: say('함께 공개하러 가기', 'Go on to release them together') })
          .click();
        const chosen = page.locator('input[name=responseIds]');
        for (let at = 0; at < (await chosen.count()); at += 1) {
          const text = await chosen.nth(at).locator('..').textContent();
          await chosen.nth(at).setChecked(text?.includes('고쳐 쓴') ?? false);
        }
        await page.getByRole('button', { name: say('함께 공개하기', 'Release together') }).click();
        expect(await page.locator('h1').textContent()).toContain(say('확인', 'Check'));
        expect(await page.locator('main').textContent()).toContain('고쳐 쓴 이유입니다.');
        await page.getByRole('button', { name: say('함께 공개하기', 'Release together') }).click();
        expect(await page.getByRole('status').textContent()).toContain(say('기록했습니다', 'was recorded'));
        await expect
          .poll(
            async () => {
              await page.goto(url(`/${lang}/contributions/${contribution}`));
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
  },
);
