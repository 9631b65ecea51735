import { mkdirSync } from 'node:fs';
import type { Actor, Role } from '@madang/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Glimpse } from '../rehearsal/drive.ts';
import { findChromium, noBrowser, openBrowser, openPage } from './browser.ts';
import { type HeldRehearsal, holdRehearsal, leftToUs, OURS } from './held-rehearsal.ts';
import { judgePage } from './judge-page.ts';
import { pageRoutes } from './page-routes.ts';
import { mailFolder, url } from './site-at-hand.ts';
import { thingsAt } from './things-at.ts';
import { type PageOnTour, pagesAt } from './tour.ts';

const chromium = findChromium();
if (!chromium) console.log(noBrowser);
/** Pictures of every page are kept for looking at when a folder is named. */
const pictures = process.env.MADANG_PICTURES;

const RUN = 'every';
let browser: Browser;
const opened = new Map<string, Page>();
const visited = new Set<string>();

beforeAll(async () => {
  if (chromium) browser = await openBrowser(chromium);
  if (pictures) mkdirSync(pictures, { recursive: true });
});
afterAll(() => browser?.close());

/** One window for each who looks, signed in once. */
const windowOf = async (who: Actor | undefined): Promise<Page> => {
  const key = who?.id ?? '';
  const known = opened.get(key);
  if (known) return known;
  const { page, context } = await openPage(browser, { script: true });
  if (who) {
    const data = { personId: who.id, roles: who.roles, institutionId: who.institutionId };
    await context.request.post(url('/sign-in'), { data });
  }
  opened.set(key, page);
  return page;
};

describe.runIf(chromium)('every page', () => {
  let held: HeldRehearsal;
  let scene: ReturnType<typeof thingsAt>;
  beforeAll(() => {
    held = holdRehearsal(leftToUs, url(''), RUN);
    scene = thingsAt(held, url(''), RUN, mailFolder());
  });
  const stages = [
    {
      stage: 'drafting',
      comes: ({ awaited }: Glimpse) =>
        awaited.some((one) => one.institution === OURS && one.kind === 'feasibility-opinion'),
    },
    { stage: 'consultation', comes: ({ act }: Glimpse) => act.endsWith('contributions are set aside') },
    { stage: 'response', comes: ({ act }: Glimpse) => act === `${OURS} answers (reasoned-response)` },
    { stage: 'approval', comes: ({ act }: Glimpse) => act === 'ballot plan is opened' },
    {
      stage: 'monitoring',
      comes: ({ awaited }: Glimpse) => awaited.some((one) => one.kind === 'progress-report'),
    },
  ] as const;

  it.each(stages)(
    'in $stage passes axe and the check of its HTML, is small, fits 320 pixels, and says all in its language',
    async ({ stage, comes }) => {
      const { now, awaited } = await held.until(comes);
      const { things, ministry } = await scene[stage](now.slice(0, 10), awaited[0]?.institution ?? OURS);
      const { secretariat, operator, post, holder, citizen } = scene.cast;
      const whoIs: Partial<Record<Role, Actor>> = {
        ...{ secretariat, operator, citizen: citizen(1), member: holder('opennet') },
        ...{ 'co-chair': holder('code'), ministry: post(ministry) },
      };
      const found: string[] = [];
      const judge = async (page: Page, lang: 'ko' | 'en', one: PageOnTour): Promise<void> => {
        const { route, path, name } = one;
        await page.setViewportSize({ width: 320, height: 900 });
        found.push(...(await judgePage(page, lang, path)).map((wrong) => `${name}: ${wrong}`));
        visited.add(route);
        if (!pictures) return;
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 900 });
          await page.screenshot({ path: `${pictures}/${name}.${lang}.${width}.png`, fullPage: true });
        }
      };
      for (const one of pagesAt(stage, things)) {
        const page = await windowOf(one.as && whoIs[one.as]);
        for (const lang of ['ko', 'en'] as const) await judge(page, lang, one);
      }
      expect(found).toEqual([]);
    },
  );

  it('says so where nothing is, in the same way', async () => {
    const found: string[] = [];
    const [anybody, member] = [await windowOf(undefined), await windowOf(scene.cast.holder('opennet'))];
    for (const lang of ['ko', 'en'] as const) {
      found.push(...(await judgePage(anybody, lang, '/nothing/here', 404)));
      found.push(...(await judgePage(anybody, lang, `/cycles/${'0'.repeat(8)}`, 404)));
      found.push(...(await judgePage(anybody, lang, `/proposals/${crypto.randomUUID()}?sent=1`, 202)));
      found.push(...(await judgePage(member, lang, '/desk', 403)));
      found.push(...(await judgePage(anybody, lang, '/link?t=-', 404)));
    }
    expect(found).toEqual([]);
  });

  it('was looked at: there is no route without one', () => {
    expect([...pageRoutes.keys()].filter((route) => !visited.has(route))).toEqual([]);
  });
});
