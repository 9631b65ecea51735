import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ownSystem } from '../stories/own-system.ts';
import { findChromium } from './browser.ts';
import { openMailbox } from './mailbox.ts';
import type {} from './site-at-hand.ts';

/** Starts one system for all files of pages, with a mail server; each file plays in forums of its own. Nothing without a browser. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  if (!findChromium()) return async () => {};
  const mailbox = await openMailbox();
  const system = await ownSystem(() => {}, {
    ...{ MADANG_SMTP_URL: mailbox.url, MADANG_MAIL_GATHER_SECONDS: '0' },
  });
  const mails = join(system.home, 'mails');
  mkdirSync(mails);
  mailbox.keepIn(mails);
  project.provide('madangSite', { portalUrl: system.now().portalUrl, mails });
  return async () => {
    await system.end();
    await mailbox.close();
  };
};
