import { randomUUID } from 'node:crypto';
import type { Actor } from '@madang/contracts';
import { canary, until } from '@madang/testing';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PeoplePlace, peoplePlace } from './skeleton/people-place.ts';

let place: PeoplePlace;
const ask: PeoplePlace['ask'] = (...how) => place.ask(...how);
const see: PeoplePlace['see'] = (...how) => place.see(...how);

beforeAll(async () => {
  place = await peoplePlace();
});
afterAll(() => place.close());

describe('a mail that a server took and that came back', () => {
  const official: Actor = { id: randomUUID(), roles: ['ministry'] };
  const theirAddress = `${canary('official')}@example.org`.toLowerCase();
  const deliveries = async (obligationId: string) =>
    ((await see('deliveries-of', { obligationId })) as { deliveries: { mail: string; noticeId: string }[] })
      .deliveries;
  const isNow = (obligationId: string, mail: string) =>
    until(async () => (await deliveries(obligationId)).every((one) => one.mail === mail), {
      within: 15_000,
      what: `a delivery that is ${mail}`,
    });
  const overdueFor = (obligationId: string) =>
    place.tell(place.ministries, 'ministries.obligation.fell-due.v1', `obligation/${obligationId}`, {
      ...{ forumId: place.forumId, obligationId, institutionId: randomUUID(), obligationKind: 'sign-off' },
      ...{ dueOn: '2026-02-01', toPersonIds: [official.id] },
    });
  const heard = (obligationId: string) =>
    until(async () => (await deliveries(obligationId)).length === 1, { within: 10_000, what: 'the notice' });

  beforeAll(async () => {
    await ask('open-account', { personId: official.id, mail: { lang: 'ko', text: theirAddress } });
  });
  const report = (status: string, action = 'failed') =>
    [
      'From: MAILER-DAEMON@mx.example.org',
      'Subject: =?UTF-8?B?67CY7Iah?=',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      ...['', '--b', 'Content-Type: text/plain; charset=utf-8', '', '메일을 전하지 못했습니다.'],
      ...['--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example.org', ''],
      ...[`Final-Recipient: rfc822; ${theirAddress}`, `Action: ${action}`, `Status: ${status}`, ''],
      ...['--b', 'Content-Type: message/rfc822', '', 'Subject: told', '', 'words', '--b--', ''],
    ].join('\r\n');
  /** Another server brings what came back, as it does: from nobody. */
  const bring = async (to: string, raw: string): Promise<number> => {
    const transport = createTransport({ host: '127.0.0.1', port: place.bouncePort(), ignoreTLS: true });
    return transport.sendMail({ envelope: { from: '', to }, raw }).then(
      () => 250,
      (fault: { readonly responseCode?: number }) => fault.responseCode ?? 0,
    );
  };
  const sent = async (): Promise<readonly [obligationId: string, returnPath: string]> => {
    const [obligationId, before] = [randomUUID(), place.senders.length];
    await overdueFor(obligationId);
    await heard(obligationId);
    await isNow(obligationId, 'accepted');
    return [obligationId, place.senders[before] ?? ''];
  };

  it('is recorded by the report of its delivery, once, with its steps', async () => {
    const [obligationId, returnPath] = await sent();
    expect(returnPath).toMatch(/^bounces\+[0-9a-f]{48}@example\.org$/);
    expect(await bring(returnPath.toUpperCase(), report('5.1.1'))).toBe(250);
    await isNow(obligationId, 'bounced');
    expect(await bring(returnPath, report('5.1.1'))).toBe(250);
    const [found] = (await deliveries(obligationId)) as unknown as { steps: { what: string }[] }[];
    expect(found?.steps.map(({ what }) => what)).toEqual(['raised', 'accepted', 'bounced']);
  });
  it('is no bounce when it is only late, was answered by a machine, or cannot be read', async () => {
    const [obligationId, returnPath] = await sent();
    for (const raw of [
      report('4.4.7', 'delayed'),
      report('2.0.0', 'delivered'),
      'Subject: Out of office\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n',
      '\0\r\n\r\n--',
    ])
      expect(await bring(returnPath, raw)).toBe(250);
    expect(await deliveries(obligationId)).toMatchObject([{ mail: 'accepted' }]);
  });
  it('is not taken for an address that was not made here', async () => {
    const [, returnPath] = await sent();
    const forged = returnPath.replace(/.(?=@)/, (last) => (last === '0' ? '1' : '0'));
    for (const to of [forged, 'bounces@example.org', theirAddress])
      expect(await bring(to, report('5.1.1'))).toBe(550);
  });
  it('leaves no address in the log', async () => {
    const rows = await place.database.$queryRawUnsafe<unknown[]>(
      "SELECT 1 FROM event WHERE bytes LIKE '%' || $1 || '%'",
      theirAddress,
    );
    expect(rows).toHaveLength(0);
  });
});
