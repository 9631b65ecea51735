import { randomUUID } from 'node:crypto';
import { until } from '@madang/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asSecretariat, holderOf } from './as-secretariat.ts';
import { signInAs, wrongAt } from './at-desk.ts';
import { bothWays, findChromium, noBrowser, openBrowser, openPage, wordsIn } from './browser.ts';
import { holdRehearsal, smallCycle } from './held-rehearsal.ts';
import { mailsTo } from './mailbox.ts';
import { mailFolder, url } from './site-at-hand.ts';

const chromium = findChromium();
if (!chromium) console.log(noBrowser);

const PDF = Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');
const pdf = { name: '이행 결과.pdf', mimeType: 'application/pdf', buffer: PDF };
const program = {
  name: 'setup.exe',
  mimeType: 'application/pdf',
  buffer: Buffer.from('MZ\u0090\0\u0003\0\0\0'),
};

let browser: Browser;

/** The row of a duty to report in the inbox of whoever is signed in. */
const reportIn = async (page: Page, lang: 'ko' | 'en') => {
  const row = page.locator('main tbody tr', {
    has: page.locator('a[href*="/duties/"]', { hasText: lang === 'ko' ? '이행 보고' : 'Progress report' }),
  });
  const shown = async (): Promise<boolean> => {
    await page.goto(url(`/${lang}/inbox`));
    return (await row.count()) > 0;
  };
  await until(shown, { within: 15_000, what: 'the report in the inbox' });
  return row.first();
};

beforeAll(async () => {
  if (!chromium) return;
  browser = await openBrowser(chromium);
});
afterAll(() => browser?.close());

describe.runIf(chromium).each(bothWays)(
  'a duty to report (in $lang, with script: $script)',
  ({ lang, script }) => {
    const say = wordsIn(lang);
    const address = `director-${lang}@example.go.kr`;

    it('is called to mind by mail, delegated by its link, discharged by a report with a file, and proven to everybody', async () => {
      const held = holdRehearsal(smallCycle, url(''), `proving-${lang}`);
      const isReport = (one: { readonly kind: string }): boolean => one.kind === 'progress-report';
      const { awaited } = await held.until((glimpse) => glimpse.awaited.some(isReport));
      const { forumId } = held;
      const owner = held.institutionId(awaited.find(isReport)?.institution ?? '');
      const { page, context } = await openPage(browser, { lang, script });
      await signInAs(page, 'ministry', owner);
      const href = await (await reportIn(page, lang)).locator('a[href*="/duties/"]').getAttribute('href');
      const obligationId = href?.split('/').at(-1) ?? '';

      const ask = await asSecretariat();
      const contact = { forumId, personId: await holderOf(owner), mail: { lang, text: address } };
      expect(await ask('/api/people/change-contact', contact)).toBe(200);
      const reminder = { forumId, obligationId, reminderId: randomUUID() };
      expect(await ask('/api/ministries/remind-obligation', reminder)).toBe(200);
      const reminders = async () =>
        (await mailsTo(mailFolder(), address)).filter((one) => one.subject === '이행의무 기한이 다가옵니다');
      await until(async () => (await reminders()).length > 0, { within: 30_000, what: 'the mail' });
      const [link = ''] = /http\S+link\?t=\S+/.exec((await reminders())[0]?.text ?? '') ?? [];

      // Whoever follows the link hands the duty on, without signing in.
      const delegate = say('다른 기관에 맡기기', 'Delegate');
      const guest = await openPage(browser, { lang, script });
      await guest.page.goto(link);
      // The mail is in the language of the account; whoever reads the other goes over to it.
      if (lang === 'en') await guest.page.getByRole('link', { name: 'English', exact: true }).click();
      await guest.page.getByRole('button', { name: say('이동', 'Go on') }).click();
      expect(await guest.page.locator('main').textContent()).toContain(say('모두 보고하면', 'When all are'));
      await guest.page.locator('summary', { hasText: delegate }).click();
      const choice = guest.page.getByLabel(say('맡을 기관', 'To the institution')).locator('option').first();
      const [agency, agencyName] = [
        (await choice.getAttribute('value')) ?? '',
        (await choice.textContent()) ?? '',
      ];
      await guest.page.locator('#delegate-reason').fill('전문 기관이 이행을 맡고 있습니다. 🙂');
      await guest.page.getByRole('button', { name: delegate }).click();
      expect(await guest.page.getByRole('status').textContent()).toContain(say('기록했습니다', 'recorded'));
      expect(await guest.page.locator('dl').first().textContent()).toContain(agencyName);
      await guest.context.close();

      // It stays in the sight of whoever is answerable.
      expect(await (await reportIn(page, lang)).textContent()).toContain(agencyName);

      // The other finds it with the reason, and asks for more time from the table.
      const other = await openPage(browser, { lang, script });
      await signInAs(other.page, 'ministry', agency);
      await reportIn(other.page, lang);
      await other.page.getByRole('button', { name: say('기한 연장 요청', 'Ask for more time') }).click();
      expect(await other.page.getByRole('alert').textContent()).toContain(say('하나 이상', 'at least one'));
      const row = await reportIn(other.page, lang);
      await row.getByRole('checkbox').check();
      await other.page.getByLabel(say('이유', 'Reason')).fill('자료를 모으고 있습니다.');
      await other.page.getByLabel(say('언제까지', 'Until')).fill('2099-12-31');
      await other.page.getByRole('button', { name: say('기한 연장 요청', 'Ask for more time') }).click();
      expect(await other.page.locator('main tbody').first().textContent()).toContain(
        say('기한 연장을 요청했습니다', 'More time was asked for'),
      );
      expect(await wrongAt(browser, other.context, ['/inbox', `/duties/${obligationId}`])).toEqual([]);
      await other.page.goto(url(`/${lang}/duties/${obligationId}`));
      expect(await other.page.locator('main ol').first().textContent()).toContain(
        '전문 기관이 이행을 맡고 있습니다. 🙂',
      );

      const rows = other.page.locator('main fieldset');
      const many = await rows.count();
      expect(many).toBeGreaterThan(0);
      for (let at = 0; at < many; at += 1) {
        await rows.nth(at).getByLabel(say('이행 정도', 'Completion')).selectOption('complete');
        await rows
          .nth(at)
          .getByLabel(say('진행 상황', 'Progress'), { exact: true })
          .fill(`${at + 1}단계를 마쳤습니다.`);
      }
      // A program that calls itself a document is not taken, and nothing else is lost; the other file need not be chosen again.
      await rows.nth(0).locator('input[type=file]').setInputFiles([program, pdf]);
      await other.page
        .getByRole('button', { name: say('고른 것 모두 보고하기', 'Send all that are chosen') })
        .click();
      expect(await rows.nth(0).locator('.bad').textContent()).toContain('setup.exe');
      expect(await rows.nth(0).getByLabel(say('진행 상황', 'Progress'), { exact: true }).inputValue()).toBe(
        '1단계를 마쳤습니다.',
      );
      expect(await rows.nth(0).getByRole('checkbox').isChecked()).toBe(true);
      await other.page
        .getByRole('button', { name: say('고른 것 모두 보고하기', 'Send all that are chosen') })
        .click();
      expect(await other.page.getByRole('status').first().textContent()).toContain(
        say('이행의무를 마쳤습니다', 'The obligation is discharged'),
      );
      expect(await other.page.locator('main').textContent()).toContain(
        say('이미 끝난 일입니다', 'not open any more'),
      );

      // Evidence can still be added; everybody opens what was handed in.
      const commitment =
        (await other.page.locator('main details a[href*="/commitments/"]').first().getAttribute('href')) ??
        '';
      const proving = commitment.replace(`/${lang}`, '');
      await other.page.goto(url(commitment));
      await other.page.getByRole('link', { name: say('증빙 더하기', 'Add evidence') }).click();
      await other.page.getByRole('button', { name: say('증빙 올리기', 'Hand in the evidence') }).click();
      expect(await other.page.getByRole('alert').textContent()).toContain(
        say('파일을 고르십시오', 'choose a file'),
      );
      const table = { name: '참여자.csv', mimeType: 'text/csv', buffer: Buffer.from('월,참여자\n1,120\n') };
      await other.page.locator('input[type=file]').setInputFiles(table);
      await other.page.getByRole('button', { name: say('증빙 올리기', 'Hand in the evidence') }).click();
      expect(await other.page.getByRole('status').textContent()).toContain(
        say('증빙을 올렸습니다', 'evidence was added'),
      );
      const pages = [`${proving}/evidence`, proving, `/duties/${obligationId}`];
      expect(await wrongAt(browser, other.context, pages)).toEqual([]);
      await other.context.close();

      const citizen = await openPage(browser, { lang, script });
      await citizen.page.goto(url(commitment));
      expect(await citizen.page.getByRole('link', { name: say('증빙 더하기', 'Add evidence') }).count()).toBe(
        0,
      );
      const files = citizen.page.locator('a[href^="/api/evidence/"]');
      expect(await files.count()).toBe(2);
      const found = await fetch(url((await files.filter({ hasText: 'pdf' }).getAttribute('href')) ?? ''));
      expect(found.headers.get('content-type')).toBe('application/pdf');
      expect(found.headers.get('content-disposition')).toMatch(/\.pdf"$/);
      expect(Buffer.from(await found.arrayBuffer())).toEqual(PDF);
      await citizen.page.goto(url(`${commitment}/evidence`));
      expect(new URL(citizen.page.url()).pathname).toBe(`/${lang}/sign-in`);
      expect(await citizen.page.locator('input[type=file]').count()).toBe(0);
      await citizen.context.close();
      await context.close();
    });
  },
);
