import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '@madang/contracts';
import type { Portal } from '../portal/portal.ts';
import { inLanes } from '../rehearsal/in-lanes.ts';
import { factsOf, headsOf } from './facts.ts';
import type { Invariant } from './invariant.ts';

/** How many there are and which are the first, where there are any. */
const told = (what: string, all: readonly string[]): readonly string[] =>
  all.length > 0 ? [`${all.length} ${what}: ${all.slice(0, 5).join(', ')}`] : [];

/** Sends the whole journal again: the same answers, and nothing new of the forum in any log; that somebody signed in anew is of no forum. */
export const replay = async (portal: Portal, operator: Actor, forumId: string): Promise<Invariant> => {
  const before = await headsOf(portal, operator);
  const wrong: string[] = [];
  const { entries } = portal.journal;
  await inLanes(
    entries,
    ({ id }) => id,
    async ({ id, type, actor, body, said }) => {
      const again = await portal.send(actor, type, id, body);
      if (!isDeepStrictEqual(again, said)) wrong.push(`${type} ${id}`);
    },
  );
  const changed = await factsOf(portal, operator, forumId, before);
  return {
    name: 'the journal asked again changes nothing and is answered the same',
    holds: wrong.length === 0 && changed.length === 0,
    detail: [
      `${entries.length} commands`,
      ...told('answered otherwise', wrong),
      ...told(
        'new facts',
        changed.map(({ type }) => type),
      ),
    ].join(', '),
  };
};
