import type { Db } from '@madang/record';

/** Things that an address may name, each with the way to its forum. */
const THINGS = [
  'SELECT id AS forum_id FROM forum_row WHERE id = $1::uuid',
  ...['cycle_row', 'proposal_row', 'ballot_row', 'meeting_row', 'obligation_row', 'decision_row'].map(
    (table) => `SELECT forum_id FROM ${table} WHERE id = $1::uuid`,
  ),
  ...['commitment_row', 'consultation_row', 'contribution_row', 'call_row', 'window_row'].map(
    (table) =>
      `SELECT c.forum_id FROM ${table} t JOIN cycle_row c ON c.id = t.cycle_id WHERE t.id = $1::uuid`,
  ),
  ...['cluster_row', 'response_row'].map(
    (table) =>
      `SELECT c.forum_id FROM ${table} t JOIN consultation_row s ON s.id = t.consultation_id
         JOIN cycle_row c ON c.id = s.cycle_id WHERE t.id = $1::uuid`,
  ),
].join(' UNION ALL ');

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The forum of whatever an id names; every look is by a primary key. */
export const forumOfRows =
  (db: Db) =>
  async (id: string): Promise<string | undefined> => {
    if (!ID.test(id)) return undefined;
    const rows = await db.$queryRawUnsafe<{ readonly forum_id: string }[]>(`${THINGS} LIMIT 1`, id);
    return rows[0]?.forum_id;
  };
