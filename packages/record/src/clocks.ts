import { type EventEnvelope, NO_FORUM_ID } from '@madang/contracts';
import type { Db } from './database.ts';

export type ForumNow = (forumId: string) => string | undefined;

/** The time of each forum: the wall's, or where its stepped clock stands. `undefined` for a forum nobody told of; in none, the wall's. */
export const forumClocks = async (
  db: Db,
  forumIds: readonly string[],
  wallNow: string,
): Promise<ForumNow> => {
  const rows = await db.$queryRawUnsafe<ClockRow[]>(
    'SELECT forum_id, clock, now FROM forum_clock WHERE forum_id = ANY($1::uuid[])',
    [...new Set(forumIds)],
  );
  return clocksIn(rows, wallNow);
};

type ClockRow = { readonly forum_id: string; readonly clock: string; readonly now: string | null };

export const clocksIn = (rows: readonly ClockRow[], wallNow: string): ForumNow => {
  const known = new Map(
    rows.map((row) => [row.forum_id, row.clock === 'stepped' ? (row.now ?? wallNow) : wallNow]),
  );
  return (forumId) => known.get(forumId) ?? (forumId === NO_FORUM_ID ? wallNow : undefined);
};

type Founded = { readonly forumId: string; readonly clock: string; readonly startsAt?: string };
type Stepped = { readonly forumId: string; readonly to: string };

/** Every service keeps the clocks of the forums it hears of. */
export const keepClocks = async (db: Db, facts: readonly EventEnvelope[]): Promise<void> => {
  for (const fact of facts) {
    if (fact.type === 'forums.forum.founded.v1') {
      const data = fact.data as Founded;
      await db.$executeRawUnsafe(
        'INSERT INTO forum_clock VALUES ($1::uuid, $2, $3) ON CONFLICT (forum_id) DO NOTHING',
        data.forumId,
        data.clock,
        data.clock === 'stepped' ? (data.startsAt ?? fact.time) : null,
      );
    }
    if (fact.type === 'forums.clock.stepped.v1') {
      const data = fact.data as Stepped;
      await db.$executeRawUnsafe(
        'UPDATE forum_clock SET now = $2 WHERE forum_id = $1::uuid AND now < $2',
        data.forumId,
        data.to,
      );
    }
  }
};
