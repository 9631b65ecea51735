import { BallotStanding, CastBallot, Choice, ForumTable, Recuse } from '@madang/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ballotPage, RECUSALS } from '../../pages/ballot-page.tsx';
import type { FormError } from '../../pages/kit/form.tsx';
import { type Lang, saying } from '../../pages/messages/say.ts';
import { notFoundPage, receivedPage } from '../../pages/not-found-page.tsx';
import { anyone } from '../rights/by.ts';
import { isFromElsewhere } from '../who.ts';
import type { SiteDeps } from './site-deps.ts';
import { FormId, takingForms } from './taking-forms.ts';

const html = (reply: FastifyReply, text: string): FastifyReply =>
  reply.type('text/html; charset=utf-8').send(text);
const Sent = z.object({
  id: FormId.catch(() => crypto.randomUUID()),
  seatId: FormId.catch(''),
  choice: Choice.optional().catch(undefined),
  reasonCode: z.enum(RECUSALS).optional().catch(undefined),
});

/** Ballots, and the form by which a seat votes once. */
export const ballotRoutes = (app: FastifyInstance, lang: Lang, deps: SiteDeps): void => {
  const { site, asker, actorOf } = deps;
  const say = saying(lang);
  const { take } = takingForms(lang, deps);
  const found = async (request: FastifyRequest) => {
    const id = FormId.safeParse((request.params as { readonly id?: string }).id);
    const ballot = id.success ? await site.ballot(id.data) : undefined;
    const place = ballot?.cycleId ? await site.place(ballot.cycleId) : undefined;
    return ballot && place ? { ballot, place } : undefined;
  };
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { ballot, place }: NonNullable<Awaited<ReturnType<typeof found>>>,
    shown: { readonly id: string; readonly errors: readonly FormError[]; readonly status: number },
  ): Promise<FastifyReply> => {
    const actor = actorOf(request);
    const ask = (type: string, body: object) => asker.query({ type, actor, after: {}, body }, 4_500);
    const [standing, table] = await Promise.all([
      ask(BallotStanding.type, { ballotId: ballot.id }),
      ask(ForumTable.type, { forumId: ballot.forumId }),
    ]);
    const seats =
      table.status === 200
        ? ForumTable.result.parse(table.result).seats.filter((one) => one.personId === actor.id)
        : [];
    const { done } = request.query as { readonly done?: string };
    const did = new Map(
      (
        await site.ballotSeats(
          ballot.id,
          seats.map((one) => one.seatId),
        )
      ).map((one) => [one.seatId, one.did]),
    );
    return html(
      reply.code(shown.status),
      ballotPage(
        {
          ...{ place, ballot, ...shown, done: done === 'recused' ? done : done && 'cast' },
          turnout: standing.status === 200 ? BallotStanding.result.parse(standing.result) : undefined,
          seats: seats.flatMap(({ seatId: id, organisation }) => {
            const has = did.get(id);
            return has === undefined ? [] : [{ id, name: organisation[lang], did: has }];
          }),
        },
        lang,
      ),
    );
  };
  app.get('/ballots/:id', anyone, async (request, reply) => {
    const at = await found(request);
    if (at) return show(request, reply, at, { id: crypto.randomUUID(), errors: [], status: 200 });
    return (request.query as { readonly sent?: string }).sent === undefined
      ? html(reply.code(404), notFoundPage(lang))
      : html(reply.code(202), receivedPage(lang));
  });
  app.post('/ballots/:id', anyone, async (request, reply) => {
    const at = await found(request);
    if (!at) return html(reply.code(404), notFoundPage(lang));
    const { id, seatId, choice } = Sent.parse(request.body ?? {});
    if (choice === undefined)
      return show(request, reply, at, {
        ...{ id, status: 400 },
        errors: [{ field: 'choice', message: say('error.unchosen', { field: say('ballot.choice') }) }],
      });
    if (isFromElsewhere(request))
      return show(request, reply, at, { id, errors: [{ message: say('error.elsewhere') }], status: 403 });
    const body = { forumId: at.ballot.forumId, ballotId: at.ballot.id, seatId, choice };
    const { status, errors } = await take(request, reply, CastBallot, id, body, {
      seatId: say('ballot.seat'),
    });
    if (status !== 200) return show(request, reply, at, { id, errors, status });
    return reply.redirect(`/${lang}/ballots/${at.ballot.id}?done=1`, 303);
  });
  app.post('/ballots/:id/recuse', anyone, async (request, reply) => {
    const at = await found(request);
    if (!at) return html(reply.code(404), notFoundPage(lang));
    const { id, seatId, reasonCode } = Sent.parse(request.body ?? {});
    if (isFromElsewhere(request))
      return show(request, reply, at, { id, errors: [{ message: say('error.elsewhere') }], status: 403 });
    if (reasonCode === undefined)
      return show(request, reply, at, {
        ...{ id, status: 400 },
        errors: [{ field: 'reasonCode', message: say('error.unchosen', { field: say('desk.reasonCode') }) }],
      });
    const body = { forumId: at.ballot.forumId, ballotId: at.ballot.id, seatId, reasonCode };
    const { status, errors } = await take(request, reply, Recuse, id, body, { seatId: say('ballot.seat') });
    if (status !== 200) return show(request, reply, at, { id, errors, status });
    return reply.redirect(`/${lang}/ballots/${at.ballot.id}?done=recused`, 303);
  });
};
