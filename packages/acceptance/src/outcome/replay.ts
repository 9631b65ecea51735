import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '@madang/contracts';
import type { Portal } from '../portal/portal.ts';
import { inLanes } from '../rehearsal/in-lanes.ts';
import { headsOf } from './facts.ts';
import type { Invariant } from './invariant.ts';

/** Sends the whole journal again: the same answers, and nothing new in any log. */
export const replay = async (portal: Portal, operator: Actor): Promise<Invariant> => {
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
  const after = await headsOf(portal, operator);
  return {
    name: 'the journal asked again changes nothing and is answered the same',
    holds: wrong.length === 0 && isDeepStrictEqual(before, after),
    detail: `${entries.length} commands${wrong.length > 0 ? `, ${wrong.length} answered otherwise: ${wrong.slice(0, 5).join(', ')}` : ''}`,
  };
};
