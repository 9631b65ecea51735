import { SubmissionsOf } from '@madang/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Lang } from '../../pages/messages/say.ts';
import { type Handed, minePage } from '../../pages/mine-page.tsx';
import { anyone } from '../rights/by.ts';
import type { FormDeps } from './taking-forms.ts';

const PER_PAGE = 25;
const Asked = z.object({ cursor: z.uuid().lowercase().optional().catch(undefined) });

/** What whoever asks has handed in, with or without an account, and what became of it. */
export const mineRoutes = (app: FastifyInstance, lang: Lang, { asker, actorOf, site }: FormDeps): void => {
  const handedBy = async (request: FastifyRequest, after: string | undefined) => {
    const actor = actorOf(request);
    const body = { personId: actor.id, limit: PER_PAGE + 1, ...(after ? { after } : {}) };
    const answer = await asker.query({ type: SubmissionsOf.type, actor, body });
    return answer.status === 200 ? SubmissionsOf.result.parse(answer.result).submissions : [];
  };
  app.get('/mine', anyone, async (request, reply) => {
    const { cursor } = Asked.parse(request.query);
    const found = await handedBy(request, cursor);
    const page = found.slice(0, PER_PAGE);
    const handed = await Promise.all(
      page.map(
        async ({ submissionId: id, kind }): Promise<Handed> =>
          kind === 'proposal'
            ? { kind, id, shown: await site.proposal(id) }
            : { kind, id, shown: await site.contribution(id) },
      ),
    );
    const next = found.length > PER_PAGE ? (page.at(-1)?.submissionId ?? null) : null;
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(minePage({ handed, next, isFirst: cursor === undefined }, lang));
  });
};
