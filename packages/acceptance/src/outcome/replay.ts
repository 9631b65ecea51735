import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '@madang/contracts';
import type { Portal } from '../portal/portal.ts';
import { inLanes } from '../rehearsal/in-lanes.ts';
import { factsOf, headsOf } from './facts.ts';
import type { Invariant } from './invariant.ts';

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
    detail: `${entries.length} commands${wrong.length > 0 ? `, ${wrong.length} answered otherwise: ${wrong.slice(0, 5).join(', ')}` : ''}${
      changed.length > 0
        ? `, ${changed.length} new facts: ${changed
            .slice(0, 5)
            .map(({ type }) => type)
            .join(', ')}`
        : ''
    }`,
  };
};
