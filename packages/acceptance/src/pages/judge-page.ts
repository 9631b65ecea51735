import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { Page } from 'playwright-core';
import { audit, overflows } from './audit.ts';
import { url } from './site-at-hand.ts';

/** Bytes that a page and its style may have on the way, compressed. */
const MOST_BYTES = 60_000;
const WIDTHS = [320, 768, 1280] as const;

const checker = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:standard', 'html-validate:document'],
    rules: {
      // The style comes from the portal itself, under a name made of what is in it.
      'require-sri': 'off',
    },
  }),
);
const keys = new Set(
  Object.keys(
    JSON.parse(
      readFileSync(
        new URL('../../../../services/portal/src/pages/messages/ko.json', import.meta.url),
        'utf8',
      ),
    ),
  ).filter((key) => key.includes('.')),
);

type Seen = {
  readonly lang: string;
  readonly title: string;
  readonly headings: number;
  readonly text: string;
  readonly other: string | null;
  /** Korean in an English page that does not say so. */
  readonly strays: readonly string[];
};
/** Asked inside the page. What is folded away is opened, so that all of it is judged. */
const look = `(() => {
  for (const one of document.querySelectorAll('details')) one.open = true;
  const other = document.documentElement.lang === 'ko' ? 'en' : 'ko';
  const strays = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let one = texts.nextNode(); one; one = texts.nextNode())
    if (/[가-힣]/.test(one.data.replace('한국어', '')) && one.parentElement.closest('[lang]').lang === 'en')
      strays.push(one.parentElement.outerHTML.slice(0, 120));
  return {
    lang: document.documentElement.lang,
    title: document.title,
    headings: document.querySelectorAll('h1').length,
    text: document.body.innerText,
    other: document.querySelector('header a[hreflang=' + other + ']')?.getAttribute('href') ?? null,
    strays,
  };
})()`;

/** What nobody should read: a message that has no words, or a value that is none. */
const unsaid = (text: string): readonly string[] => [
  ...(text.match(/\bundefined\b|\[object|\bNaN\b|Invalid Date|\{\$/g) ?? []),
  ...(text.match(/[a-zA-Z]+(\.[a-zA-Z-]+)+/g) ?? []).filter((word) => keys.has(word)),
];

const wrongInHtml = async (html: string): Promise<readonly string[]> => {
  const { results } = await checker.validateString(html);
  const found = results.flatMap(({ messages }) => messages);
  return found.map(
    ({ ruleId, message, offset }) => `${ruleId}: ${message} ${html.slice(offset - 40, offset + 80)}`,
  );
};

/** What is wrong with a page, opened by whoever the browser's session is of. `at`: its address after the language. */
export const judgePage = async (
  page: Page,
  lang: 'ko' | 'en',
  at: string,
  status = 200,
): Promise<readonly string[]> => {
  const answer = await page.goto(url(`/${lang}${at === '/' ? '' : at}`));
  const html = (await answer?.text()) ?? '';
  const style = await page.evaluate<string>(
    'Array.from(document.styleSheets, (sheet) => Array.from(sheet.cssRules, (rule) => rule.cssText).join("")).join("")',
  );
  const found: string[] = [];
  if (answer?.status() !== status) found.push(`is answered ${answer?.status()}`);
  const bytes = gzipSync(html).length + gzipSync(style).length;
  if (bytes > MOST_BYTES) found.push(`has ${bytes} bytes compressed`);
  found.push(...(await wrongInHtml(html)));
  const seen = await page.evaluate<Seen>(look);
  if (seen.lang !== lang) found.push(`says it is in ${seen.lang}`);
  if (seen.headings !== 1) found.push(`has ${seen.headings} h1`);
  if (seen.title.trim().length < 3) found.push('has no title');
  for (const one of seen.strays.slice(0, 3)) found.push(`does not say in which language is ${one}`);
  for (const one of unsaid(seen.text)) found.push(`shows ${one}`);
  // Where nothing is, the way leads to the first page.
  const other = `/${lang === 'ko' ? 'en' : 'ko'}${at === '/' || status !== 200 ? '' : at}`;
  if (decodeURIComponent(seen.other ?? '') !== decodeURIComponent(other))
    found.push(`leads to ${seen.other} in the other language`);
  for (const one of await audit(page)) found.push(one);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    if (await overflows(page)) found.push(`must be scrolled sideways at ${width}`);
  }
  return found.map((one) => `/${lang}${at} ${one}`);
};
