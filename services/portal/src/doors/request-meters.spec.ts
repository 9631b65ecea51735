import { openMeters } from '@madang/service-kit';
import { canary } from '@madang/testing';
import fastify from 'fastify';
import { afterEach, expect, it, vi } from 'vitest';
import { requestMeters } from './request-meters.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const scraped = async (...urls: readonly string[]): Promise<string> => {
  vi.stubEnv('MADANG_METRICS', 'on');
  const meters = await openMeters('portal');
  if (!meters) throw new Error('metrics are off');
  const app = fastify();
  requestMeters(app, meters);
  app.get('/:lang/receipt/:key', async () => 'here');
  app.get('/api/forums/positions', async (_request, reply) => reply.code(503).send('later'));
  for (const url of urls) await app.inject({ method: 'GET', url });
  await app.inject({ method: 'PROPFIND' as 'GET', url: '/' });
  await app.close();
  return meters.text();
};

it('a request is counted under its route and class of status, timed by its door, and its address stays outside', async () => {
  const [key, search, path] = [canary('receipt'), canary('search'), canary('path')];
  const text = await scraped(`/ko/receipt/${key}?q=${search}`, '/api/forums/positions', `/${path}`);
  expect(text).toMatch(
    /madang_requests_total\{[^}]*class="2xx",method="GET",route="\/:lang\/receipt\/:key"[^}]*\} 1/,
  );
  expect(text).toMatch(
    /madang_requests_total\{[^}]*class="5xx",method="GET",route="\/api\/forums\/positions"[^}]*\} 1/,
  );
  expect(text).toMatch(/madang_requests_total\{[^}]*class="4xx",method="GET",route="no route"[^}]*\} 1/);
  expect(text).toMatch(/madang_request_seconds_count\{[^}]*class="2xx",door="site"[^}]*\} 1/);
  expect(text).toMatch(/madang_request_seconds_bucket\{[^}]*class="5xx",door="api"[^}]*le="10"\} 1/);
  for (const secret of [key, search, path]) expect(text).not.toContain(secret);
});

it('what anybody may make up opens no further series', async () => {
  const text = await scraped('/a', '/b', '/c?d', '/ko/receipt/1', '/en/receipt/2');
  expect(text.match(/^madang_requests_total\{/gm)).toHaveLength(3);
});
