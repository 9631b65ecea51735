import { ForumHealth } from '@madang/contracts';
import { rulePack } from '@madang/standards';
import type { FastifyInstance } from 'fastify';
import type { Lang } from '../../pages/messages/say.ts';
import { awayPage, notFoundPage } from '../../pages/not-found-page.tsx';
import { type RequirementSeen, requirementsPage } from '../../pages/requirements-page.tsx';
import { anyone } from '../rights/by.ts';
import type { SiteDeps } from './site-deps.ts';
import { FormId } from './taking-forms.ts';

const PATIENCE = 4_500;

/**
 * Where a plan stands under the minimum requirements. The forum that owns the plan judges; the portal shows its judgement
 * beside what it has heard itself, and judges nothing a second time.
 */
export const requirementRoutes = (app: FastifyInstance, lang: Lang, deps: SiteDeps): void => {
  const { site, asker, actorOf } = deps;
  app.get('/cycles/:id/requirements', anyone, async (request, reply) => {
    reply.type('text/html; charset=utf-8');
    const id = FormId.safeParse((request.params as { readonly id?: string }).id);
    const page = id.success ? await site.cycle(id.data) : undefined;
    if (!page) return reply.code(404).send(notFoundPage(lang));
    const body = { forumId: page.forum.id, cycleId: page.cycle.id };
    const answer = await asker.query(
      { type: ForumHealth.type, actor: actorOf(request), after: {}, body },
      PATIENCE,
    );
    if (answer.status !== 200) return reply.code(503).header('retry-after', '2').send(awayPage(lang));
    const health = ForumHealth.result.parse(answer.result);
    const pack = rulePack(health.rulePack ?? 'ogp-2022');
    const requirements = health.requirements.flatMap(
      ({ id: of, status, why, evidence }): RequirementSeen[] => {
        const found = pack.requirements.find((one) => one.id === of);
        const atLeast = found?.check === 'results-discussed' ? pack.monitoringMeetingsPerYear : undefined;
        return found
          ? [
              {
                ...{ id: of, check: found.check, isRead: found.verification === 'verified', status, why },
                evidence: evidence && (atLeast === undefined ? evidence : { atLeast, ...evidence }),
                dueOn: health.watch.find((one) => one.requirement === of && one.dueOn >= health.asOf)?.dueOn,
              },
            ]
          : [];
      },
    );
    return reply.send(
      requirementsPage(
        { page, requirements, rulePack: pack.id, asOf: health.asOf, updates: health.repositoryUpdates },
        lang,
      ),
    );
  });
};
