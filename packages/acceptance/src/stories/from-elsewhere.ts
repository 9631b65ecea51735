import { randomUUID } from 'node:crypto';
import { type Actor, FoundForum } from '@madang/contracts';
import { type Fact, factsOf } from '../outcome/facts.ts';
import { inLanes } from '../rehearsal/in-lanes.ts';
import type { Rehearsed } from '../rehearse-scenario.ts';

/** A person may come into many forums; nothing else that began in one may be touched from another. */
const OF_MANY = /^people\/(account|notice)\//;

/**
 * Founds another forum and asks there, by the same people in the same offices, for everything that was asked in a rehearsal.
 * @returns facts that came of it in the first forum, facts of the second about what began in the first, and how often each status was answered
 */
export const askedFromElsewhere = async ({ portal, driven }: Rehearsed) => {
  const { forumId, cast } = driven.rehearsal;
  const other = randomUUID();
  const { entries } = portal.journal;
  const answers: Record<string, number> = {};
  const there = async (actor: Actor, type: string, body: unknown): Promise<void> => {
    const asked = { ...(body as object), forumId: other };
    const { status } = await portal.send({ ...actor, forumIds: [other] }, type, randomUUID(), asked);
    answers[status] = (answers[status] ?? 0) + 1;
  };
  await there(cast.secretariat, FoundForum.type, entries.find(({ type }) => type === FoundForum.type)?.body);
  const before = await factsOf(portal, cast.operator, forumId);
  await inLanes(
    entries,
    ({ id }) => id,
    ({ actor, type, body }) => there(actor, type, body),
  );
  const nameOf = ({ service, subject }: Fact): string => `${service}/${subject}`;
  const theirs = new Set(before.map(nameOf).filter((one) => !OF_MANY.test(one)));
  const known = new Set(before.map(({ service, sequence }) => `${service} ${sequence}`));
  return {
    answers,
    changed: (await factsOf(portal, cast.operator, forumId)).filter(
      ({ service, sequence }) => !known.has(`${service} ${sequence}`),
    ),
    touched: (await factsOf(portal, cast.operator, other)).filter((one) => theirs.has(nameOf(one))),
  };
};
