import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { bareServer } from '../../skeleton/every-route.ts';

const [forumId, personId, subjectId] = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
let app: FastifyInstance | undefined;
const asked: { readonly type: string; readonly body: object }[] = [];

/** A portal to which people answers that a link is for this. */
const portal = async (purpose: 'notice' | 'verify'): Promise<FastifyInstance> => {
  asked.length = 0;
  const result = { purpose, forumId, personId, subjectId, until: null, submission: null };
  app = await bareServer({
    asker: {
      query: async () => ({ status: 200, result }),
      command: async (command: { readonly type: string; readonly body: object }) => {
        asked.push(command);
        return { status: 200, source: 'people', sequence: 1, effects: [] };
      },
    } as never,
  });
  return app;
};
const post = (at: FastifyInstance, payload: string, headers: Readonly<Record<string, string>> = {}) =>
  at.inject({
    ...{ method: 'POST', url: '/ko/link?t=a.b', payload },
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
afterEach(() => app?.close());

describe('a mail program that is told to stop the mails', () => {
  it('stops them by one request to the link, with no page, no cookie and no session', async () => {
    const answer = await post(await portal('notice'), 'List-Unsubscribe=One-Click');
    expect(answer.statusCode).toBe(200);
    expect(asked).toMatchObject([
      {
        type: 'people.choose-digest.v1',
        body: { forumId, personId, digest: 'none', token: 'a.b' },
      },
    ]);
  });
  it('stops nothing by a link that verifies an address', async () => {
    const answer = await post(await portal('verify'), 'List-Unsubscribe=One-Click');
    expect([answer.statusCode, asked.length]).toEqual([404, 0]);
  });
  it('is not what a page of another site can do in its name', async () => {
    const from = { 'sec-fetch-site': 'cross-site' };
    const answer = await post(await portal('notice'), 'List-Unsubscribe=One-Click', from);
    expect([answer.statusCode, asked.length]).toEqual([403, 0]);
  });
  it('is told apart from whoever opens the link by its button', async () => {
    const answer = await post(await portal('notice'), 't=a.b');
    expect(answer.statusCode).toBe(303);
    expect(asked).toMatchObject([{ type: 'people.open-link.v1' }]);
  });
});
