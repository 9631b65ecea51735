import type { Actor, QueryAnswer } from '@madang/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import type { DutyFound } from '../../queries/institution.ts';
import { cookiesFor } from '../cookies.ts';
import { dutyPass } from './duty-pass.ts';
import type { FormDeps } from './taking-forms.ts';

const id = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;
const [forumId, obligationId, institutionId, personId, another] = [id(1), id(2), id(3), id(4), id(5)];
const duty = { id: obligationId, forumId, institutionId, actingInstitutionId: institutionId } as DutyFound;
const link = {
  ...{ purpose: 'notice', forumId, personId, subjectId: id(6), submission: null, obligationId },
  until: '2026-05-01T00:00:00.000Z',
};
const nobody: Actor = { id: id(9), roles: ['citizen'] };

/** Who acts on the duty, by what stands in the link, who holds the post, and who is signed in. */
const actorBy = ({
  said = {},
  holder = personId,
  signedIn = nobody,
  cookies = { 'madang-duty': 'token' },
}: {
  readonly said?: Partial<Record<keyof typeof link, string | null>>;
  readonly holder?: string;
  readonly signedIn?: Actor;
  readonly cookies?: Record<string, string>;
}) => {
  const posts = [{ postId: id(7), title: { ko: '과장', en: 'Director' }, level: 1, personId: holder }];
  const name = { ko: '부', en: 'Ministry' };
  const query = async ({ type }: { readonly type: string }): Promise<QueryAnswer> => ({
    status: 200,
    heard: {},
    result:
      type === 'people.link-of.v1'
        ? { ...link, ...said }
        : { institutionId, code: 'x', name, succeededBy: [], posts },
  });
  const forumAt = async () => ({ zone: 'Asia/Seoul', now: '2026-04-01T00:00:00.000Z' });
  const own = { cookies: cookiesFor(false), actorOf: () => signedIn };
  const deps = { asker: { query }, site: { forumAt }, ...own } as unknown as FormDeps;
  return dutyPass(deps).actorFor({ cookies } as unknown as FastifyRequest, {} as FastifyReply, duty);
};
const acting = { actor: { id: personId, roles: ['ministry'], institutionId }, isYours: true };

describe('a duty', () => {
  it('is answered by whoever is signed in for its institution', async () => {
    const signedIn: Actor = { id: another, roles: ['ministry'], institutionId };
    expect(await actorBy({ signedIn, cookies: {} })).toEqual({ actor: signedIn, isYours: true });
  });
  it('is answered by whoever came by the link of a mail about it and holds a post there today', async () => {
    expect(await actorBy({})).toEqual(acting);
  });
  it('is not answered by whoever came by no link, another one, or one that is over', async () => {
    const not = { actor: nobody, isYours: false };
    expect(await actorBy({ cookies: {} })).toEqual(not);
    expect(await actorBy({ said: { obligationId: another } })).toEqual(not);
    expect(await actorBy({ said: { purpose: 'verify' } })).toEqual(not);
    expect(await actorBy({ said: { until: '2026-03-01T00:00:00.000Z' } })).toEqual(not);
  });
  it('is not answered by whoever has handed the post over since the mail', async () => {
    expect(await actorBy({ holder: another })).toEqual({ actor: nobody, isYours: false });
  });
});
