import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openTracing, spanned } from '@madang/telemetry';
import { canary } from '@madang/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { faultFacts } from './kept-out.ts';
import { type Logger, makeLog } from './log.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const lines = (say: (log: Logger) => void): readonly Record<string, unknown>[] => {
  const written: string[] = [];
  say(makeLog('spec', { write: (line) => void written.push(line) }));
  return written.map((line) => JSON.parse(line) as Record<string, unknown>);
};
const text = (say: (log: Logger) => void): string => JSON.stringify(lines(say));

/** Words of a person: in Korean, in English, with a space in them. */
const words = [canary('의견'), `${canary('word')} here`, canary('one')] as const;
const [korean, english] = words;
const mail = `${canary('mail')}@example.org`;
const secret = 'Zk3vR9qLw2Xt8BnM4hYc7Jd1';

describe('a line of the log', () => {
  it('says codes, ids, counts and where in the code a fault was', () => {
    const id = '0af76519-16cd-43dd-8448-eb211c803190';
    const [line] = lines((log) =>
      log.warn(
        {
          ...{
            type: 'commitments.contribute.v1',
            id,
            refilled: 3,
            heard: { forums: 12 },
            hears: ['forums', 'people'],
          },
          ...{ process: `obligation/${id}`, time: '2026-11-24T01:02:03.004Z', nothing: null },
          ...faultFacts(Object.assign(new TypeError('x'), { code: 'ECONNREFUSED' })),
        },
        'fault at the door',
      ),
    );
    expect(line).toMatchObject({ type: 'commitments.contribute.v1', id, refilled: 3, heard: { forums: 12 } });
    expect(line).toMatchObject({ hears: ['forums', 'people'], process: `obligation/${id}`, nothing: null });
    expect(line).toMatchObject({
      fault: 'TypeError',
      code: 'ECONNREFUSED',
      msg: 'fault at the door',
      service: 'spec',
    });
    expect(String(line?.at)).toMatch(/^at .*log\.spec\.ts:\d+:\d+/);
  });

  it.each([
    ['under a name that says so', { text: korean }],
    ['three levels deep', { req: { body: { text: english } } }],
    ['in objects in arrays', { list: [{ held: [{ contribution: { text: words[2] } }] }] }],
    [
      'of the house’s own messages',
      { envelope: { body: { name: { ko: korean }, mail }, actor: { id: words[2] } } },
    ],
    ['under a name nobody thought of', { remainder: korean, other: [english] }],
    ['as a key', { [korean]: 1, [mail]: 2 }],
    ['in a fault’s message', { err: new Error(`${korean} ${mail}`) }],
    ['in a fault below another', { held: { fault: new Error(english, { cause: new Error(mail) }) } }],
    ['in lines of a message that look like its places', { err: new Error(`no\n    at ${words[2]} ${mail}`) }],
    [
      'in what a fault carries',
      { err: Object.assign(new Error('no'), { row: { text: korean }, detail: mail }) },
    ],
    ['in an address', { route: `/ko/receipt?q=${words[2]}`, at: `at ${english}` }],
    [
      'in things that say themselves',
      { url: new URL(`http://x/${words[2]}`), raw: Buffer.from(korean), map: new Map([[mail, 1]]) },
    ],
    ['in something that speaks for itself', { held: { toJSON: () => korean } }],
    ['in what Temporal says', { temporal: `failed: ${korean}` }],
  ])('keeps out words and addresses %s', (_where, facts) => {
    const said = text((log) => log.error(facts, 'fault'));
    for (const one of [...words, mail]) expect(said).not.toContain(one);
    expect(said).toContain('fault');
  });

  it.each([
    [
      'under a name that says so',
      { password: 'hunter2', set: { clientSecret: 'hunter2', masterKey: 'hunter2' } },
    ],
    ['in headers', { req: { headers: { cookie: 'hunter2', authorization: 'Bearer hunter2' } } }],
    [
      'in an address of an engine',
      { at: 'nats://portal:hunter2@nats:4222', to: 'postgresql://a:hunter2@db/x' },
    ],
  ])('keeps out secrets %s', (_where, facts) => {
    expect(text((log) => log.info(facts, 'here'))).not.toContain('hunter2');
  });
  it('keeps out what looks drawn by chance, whatever it is called', () => {
    const said = text((log) =>
      log.info({ thing: secret, held: [{ id: `x/${secret}` }], [secret]: 1 }, 'here'),
    );
    expect(said).not.toContain(secret);
  });

  it('says no message of a fault that is thrown at it, and puts nothing into its words', () => {
    const said = text((log) => {
      log.error(new Error(korean));
      log.error(new Error(english), 'fault');
      log.info(korean);
      log.info({ code: 'ok' }, korean);
      log.info('hello %s', words[2]);
      log.info({ code: 'ok' }, 'hello %s', mail);
      log.info(`sent to ${mail}`);
      log.child({ text: korean, held: { mail } }).info('child');
    });
    for (const one of [...words, mail]) expect(said).not.toContain(one);
    expect(said).toContain('hello %s');
    expect(said).toContain('child');
  });
  it('ends, however what it is told of goes round or on', () => {
    const round: Record<string, unknown> = { code: 'round' };
    round.self = round;
    const wide = Array.from({ length: 10_000 }, (_, index) => index);
    expect(text((log) => log.info({ round, wide }, 'here')).length).toBeLessThan(2_000);
  });

  it('says in which trace it was said, and in none where nobody looks', { timeout: 60_000 }, async () => {
    const [off] = lines((log) => log.info('here'));
    expect(off).not.toHaveProperty('trace_id');
    const collector = createServer((_request, response) => response.end('{}')).listen(0, '127.0.0.1');
    await once(collector, 'listening');
    vi.stubEnv(
      'OTEL_EXPORTER_OTLP_ENDPOINT',
      `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
    );
    vi.stubEnv('OTEL_EXPORTER_OTLP_PROTOCOL', 'http/json');
    const traces = await openTracing('spec');
    const [line, traceparent] = await spanned('ask', { kind: 'client' }, async (span) => [
      lines((log) => log.info({ code: 'ok' }, 'here'))[0],
      span?.traceparent,
    ]);
    await traces?.stop();
    collector.close();
    expect(`00-${line?.trace_id}-${line?.span_id}-01`).toBe(traceparent);
  });
});
