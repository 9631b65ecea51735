import { type Actor, ForumTable } from '@madang/contracts';
import type { FastifyInstance } from 'fastify';
import type { Lang } from '../../pages/messages/say.ts';
import { type SeatDid, type SeatForum, seatPage } from '../../pages/seat-page.tsx';
import { only } from '../rights/by.ts';
import type { SiteDeps } from './site-deps.ts';

const PATIENCE = 4_500;

/** What waits for whoever has a seat at a table: its open ballots, appeals for co-chairs, coming meetings. */
export const seatRoutes = (app: FastifyInstance, lang: Lang, deps: SiteDeps): void => {
  const { asker, actorOf, site, standing } = deps;

  const seatsOf = async (actor: Actor, forumId: string, today: string) => {
    const answer = await asker.query(
      { type: ForumTable.type, actor, after: {}, body: { forumId } },
      PATIENCE,
    );
    if (answer.status !== 200) return [];
    return ForumTable.result
      .parse(answer.result)
      .seats.filter((one) => one.personId === actor.id && one.from <= today && today <= one.until)
      .map(({ seatId, organisation, until }) => ({ seatId, organisation, until }));
  };
  /** Own seats that are entitled to a ballot, and what each did so far: turnout, never a choice. */
  const didIn = async (ballotId: string, seats: SeatForum['seats']): Promise<readonly SeatDid[]> => {
    const did = await site.ballotSeats(
      ballotId,
      seats.map((one) => one.seatId),
    );
    return seats.flatMap(({ seatId, organisation }) =>
      did.filter((one) => one.seatId === seatId).map((one) => ({ seatId, organisation, did: one.did })),
    );
  };
  const appealsIn = async (cycleIds: readonly string[]) => {
    const found = [];
    for (const cycleId of cycleIds) {
      for (const { id } of await site.desk.consultations(cycleId))
        for (const one of await site.desk.appeals(id))
          found.push({ kind: 'contribution' as const, id: one.id, number: one.commitmentNumber });
      for (const id of await site.drafting.appealedProposals(cycleId))
        found.push({ kind: 'proposal' as const, id, number: 0 });
    }
    return found;
  };
  const inForum = async (actor: Actor, forumId: string): Promise<SeatForum | undefined> => {
    const forum = await site.forum(forumId);
    if (!forum) return undefined;
    const { id, name, zone, today, now } = forum;
    const seats = await seatsOf(actor, forumId, today);
    const open = forum.ballots.filter((one) => one.outcome === null && one.closesOn >= today);
    return {
      ...{ id, name, zone, seats },
      ballots: await Promise.all(open.map(async (one) => ({ ...one, seats: await didIn(one.id, seats) }))),
      appeals: actor.roles.includes('co-chair')
        ? await appealsIn(forum.cycles.filter((one) => one.stage !== 'closed').map((one) => one.id))
        : undefined,
      meetings: forum.meetings
        .filter((one) => one.heldOn === null && !one.cancelled && one.startsAt >= now)
        .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt)),
    };
  };
  app.get('/seat', only('member', 'co-chair'), async (request, reply) => {
    const actor = actorOf(request);
    const ids = actor.forumIds ?? (await standing()).forums.map((one) => one.id);
    const forums = [];
    for (const id of ids) {
      const found = await inForum(actor, id);
      // Whose roles hold everywhere sees the tables where they sit.
      if (found && (actor.forumIds || found.seats.length > 0)) forums.push(found);
    }
    const isDone = (request.query as { readonly done?: string }).done !== undefined;
    return reply.type('text/html; charset=utf-8').send(seatPage({ forums, isDone }, lang));
  });
};
