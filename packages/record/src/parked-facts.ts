import type { EventEnvelope } from '@madang/contracts';
import type { Db } from './database.ts';

/** A fact that could not be taken in, and why. */
export type ParkedFact = {
  readonly source: string;
  readonly sequence: number;
  readonly aggregate: string;
  readonly reason: string;
  readonly type: string;
  readonly forumId: string;
  readonly recordedAt: string;
};
type Row = {
  readonly source: string;
  readonly sequence: bigint;
  readonly aggregate: string;
  readonly reason: string;
  readonly bytes: string;
};

const PAGE = 100;
const CURSOR = /^([a-z]+)\/(\d{1,15})$/;

/** Facts that are parked, by source and sequence, a page from after the one that the cursor names. */
export const parkedFacts = async (
  db: Db,
  cursor?: string,
): Promise<{ readonly parked: readonly ParkedFact[]; readonly next: string | null }> => {
  const [, source = '', sequence = '0'] = CURSOR.exec(cursor ?? '') ?? [];
  const rows = await db.$queryRawUnsafe<Row[]>(
    `SELECT source, sequence, aggregate, reason, bytes FROM waiting
     WHERE state = 'parked' AND (source, sequence) > ($1, $2::bigint) ORDER BY source, sequence LIMIT $3`,
    source,
    sequence,
    PAGE,
  );
  const parked = rows.map(({ bytes, sequence: at, ...row }) => {
    const { type, forumid, recordedat } = JSON.parse(bytes) as EventEnvelope;
    return { ...row, sequence: Number(at), type, forumId: forumid, recordedAt: recordedat };
  });
  const last = parked.at(-1);
  return { parked, next: parked.length === PAGE && last ? `${last.source}/${last.sequence}` : null };
};
