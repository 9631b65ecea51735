import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A Chromium of this machine: the one that MADANG_CHROMIUM names, or where it usually lies. */
export const findChromium = (): string | undefined =>
  [process.env.MADANG_CHROMIUM ?? '', ...usual].find((path) => path !== '' && existsSync(path));

/** Said in place of the tests where there is no browser. */
export const noBrowser =
  'No Chromium was found (MADANG_CHROMIUM can name one): pages are not tried in a browser here.';

export const openBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: ['--no-sandbox'] });

/** Opens a page of a given width. Without script unless it is asked for: nothing of Madang may need one. */
export const openPage = async (
  browser: Browser,
  {
    width = 1280,
    script = false,
    lang = 'ko',
  }: { readonly width?: number; readonly script?: boolean; readonly lang?: string },
): Promise<{ readonly page: Page; readonly context: BrowserContext }> => {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: script,
    // Only so that the audit can be run inside the page.
    bypassCSP: script,
    locale: lang === 'ko' ? 'ko-KR' : 'en-GB',
  });
  return { page: await context.newPage(), context };
};

/** A story that is told twice: in Korean without script, in English with it. */
export const bothWays = [
  { lang: 'ko', script: false },
  { lang: 'en', script: true },
] as const;

/** Picks the words that a page says in its language. */
export const wordsIn =
  (lang: 'ko' | 'en') =>
  (ko: string, en: string): string =>
    lang === 'ko' ? ko : en;
