import { DraftResponse, ReleaseResponses, ReviseCommitment } from '@madang/contracts';
import { until } from '@madang/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPortal } from '../portal/portal.ts';
import { castOf } from '../rehearsal/cast.ts';
import { cycleMatters, templateOf } from '../rehearsal/cycle-matters.ts';
import { prepareRehearsal, written } from '../rehearsal/rehearsal.ts';
import { idIn } from './at-desk.ts';
import { bothWays, findChromium, noBrowser, openBrowser, openPage, wordsIn } from './browser.ts';
import { holdRehearsal, smallCycle } from './held-rehearsal.ts';
import { url } from './site-at-hand.ts';

const chromium = findChromium();
if (!chromium) console.log(noBrowser);

let browser: Browser;

beforeAll(async () => {
  if (chromium) browser = await openBrowser(chromium);
});
afterAll(() => browser?.close());

describe.runIf(chromium).each(bothWays)(
  'a citizen without an account (in $lang, with script: $script)',
  ({ lang, script }) => {
    const say = wordsIn(lang);

    it('proposes, gives an opinion, is answered, and sees what changed in the plan because of it', async () => {
      const run = `citizen-${lang}`;
      const held = holdRehearsal(smallCycle, url(''), run);
      const { page, context } = await openPage(browser, { lang, script });
      const main = async (): Promise<string> => (await page.locator('main').textContent()) ?? '';
      const shows = async (path: string, said: string): Promise<void> => {
        const shown = async (): Promise<boolean> => {
          await page.goto(url(path));
          return (await main()).includes(said);
        };
        await until(shown, { within: 20_000, what: `"${said}" on ${path}` });
      };
      const [proposal, opinion] = [
        say('회의를 중계해 주세요 🙂', 'Please stream the meetings 🙂'),
        say('첫 단계를 앞당겨 주세요.', 'Please bring the first step forward.'),
      ];

      await held.until(({ stage }) => stage === 'drafting');
      const call = say('제안하기', 'Hand in a proposal');
      await shows(`/${lang}/cycles/${held.cycleId}`, call);
      await page.locator('main a[href$="/propose"]').first().click();
      await page.getByLabel(say('제목', 'Title'), { exact: true }).fill(proposal);
      await page.getByLabel(say('제안 내용', 'Your proposal')).fill(proposal.repeat(5));
      await page.getByRole('button', { name: say('보내기', 'Send') }).click();
      expect(await page.getByRole('status').textContent()).toContain(say('접수했습니다', 'received'));

      await held.until(({ stage }) => stage === 'consultation');
      const r = prepareRehearsal(smallCycle, openPortal(url('')), run);
      const { ids, portal, forumId } = r;
      const [order] = smallCycle.commitments;
      const commitmentId = ids.of(`commitment/${order?.number}`);
      const about = `/${lang}/commitments/${commitmentId}`;
      await until(
        async () => {
          await page.goto(url(about));
          return (await page.locator('main a[href$="/contribute"]').count()) > 0;
        },
        { within: 20_000, what: 'the consultation' },
      );
      await page.locator('main a[href$="/contribute"]').first().click();
      await page
        .getByLabel(say('어느 항목에 대한 의견인가요', 'About which part'))
        .selectOption('milestones');
      await page.getByLabel(say('의견', 'Your opinion'), { exact: true }).fill(opinion);
      await page.getByRole('button', { name: say('보내기', 'Send') }).click();
      expect(await page.getByRole('status').textContent()).toContain(say('접수했습니다', 'received'));
      const contribution = idIn(page.url());

      // The ministry writes the plan anew because of it, and the secretariat answers.
      const { secretariat, post } = castOf(smallCycle, ids);
      const { consultationId } = await cycleMatters(r);
      if (!order || consultationId === null) throw new Error('There is nothing to answer.');
      await portal.must(post(order.lead), ReviseCommitment, ids.of('ask/revise-for'), {
        ...{ forumId, commitmentId, because: [contribution], reason: written('의견을 반영했습니다.') },
        draft: templateOf(r, order, ' 첫 단계를 석 달 앞당긴다.'),
      });
      const responseId = ids.of('response-for');
      await portal.must(secretariat, DraftResponse, ids.of('ask/draft-for'), {
        ...{ forumId, consultationId, responseId, contributionIds: [contribution] },
        ...{ outcome: 'adopted' as const, changedCommitmentIds: [commitmentId] },
        reason: written('의견을 받아들여 앞당겼습니다.'),
      });
      await portal.must(secretariat, ReleaseResponses, ids.of('ask/release-for'), {
        ...{ forumId, consultationId, releaseId: ids.of('release-for'), responseIds: [responseId] },
        authority: 'secretariat' as const,
      });

      await shows(`/${lang}/mine`, say('답변 완료', 'answered'));
      expect(await main()).toContain(proposal);
      await page.locator('main a', { hasText: opinion }).click();
      expect(await main()).toContain('의견을 받아들여 앞당겼습니다.');
      expect(await main()).toContain(say('반영', 'adopted'));
      await page.locator('main a[href*="#version-"]').first().click();
      expect(new URL(page.url()).pathname).toBe(about);
      expect(await page.locator('ins').allTextContents()).toEqual([
        expect.stringContaining('첫 단계를 석 달 앞당긴다.'),
      ]);
      expect(await main()).toContain('의견을 반영했습니다.');
      await context.close();
    });
  },
);
