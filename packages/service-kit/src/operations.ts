import {
  type After,
  type EventEnvelope,
  mayHear,
  operationContracts,
  type ServiceName,
} from '@madang/contracts';
import { type QueryHandler, responds } from '@madang/decider';
import { type Database, parkedFacts, positions } from '@madang/record';
import { rolesIn } from './roles-in.ts';

const RUN = 1000;

/** What every service tells its operators: positions, parked facts, the facts of an aggregate; and the replay of parked ones. */
export const operationPart = (
  service: ServiceName,
  deps: {
    readonly database: Database;
    readonly published: () => number;
    /** Every source it listens to, at 0: what was never heard is behind, not absent. */
    readonly unheard: After;
    readonly replay: (aggregate: string) => Promise<number>;
  },
): readonly QueryHandler[] => {
  const { Positions, ParkedFacts, ReplayParked, FactsOf, FactsOfForum } = operationContracts(service);
  const { database } = deps;
  const count = async (where: string, ...values: unknown[]): Promise<number> => {
    const [row] = await database.$queryRawUnsafe<{ n: bigint }[]>(
      `SELECT count(*) AS n FROM waiting WHERE ${where}`,
      ...values,
    );
    return Number(row?.n ?? 0);
  };
  return [
    responds(Positions, async () => {
      const [row] = await database.$queryRawUnsafe<{ sequence: bigint }[]>('SELECT sequence FROM head');
      const published = deps.published();
      const [oldest] = await database.$queryRawUnsafe<{ bytes: string }[]>(
        'SELECT bytes FROM event WHERE sequence > $1 ORDER BY sequence LIMIT 1',
        published,
      );
      return {
        head: Number(row?.sequence ?? 0),
        published,
        heard: { ...deps.unheard, ...(await positions(database)) },
        waiting: await count("state <> 'parked'"),
        parked: await count("state = 'parked'"),
        unpublishedSince: oldest ? (JSON.parse(oldest.bytes) as EventEnvelope).recordedat : null,
      };
    }),
    responds(ParkedFacts, async (_rows: unknown, { cursor }) => {
      const { parked, next } = await parkedFacts(database, cursor);
      return { parked: [...parked], next };
    }),
    responds(ReplayParked, async (_rows: unknown, { aggregate }) => ({
      replayed: await deps.replay(aggregate),
      stillParked: await count("state = 'parked' AND aggregate = $1", aggregate),
    })),
    responds(FactsOf, async (_rows: unknown, { aggregateType, aggregateId }, { actor }) => {
      const rows = await database.$queryRawUnsafe<{ bytes: string }[]>(
        'SELECT bytes FROM event WHERE aggregate_type = $1 AND aggregate_id = $2 ORDER BY version',
        aggregateType,
        aggregateId,
      );
      return {
        facts: rows
          .map((row) => JSON.parse(row.bytes) as EventEnvelope)
          .filter(({ type, forumid }) => mayHear(rolesIn(actor, forumid), type))
          .map(({ sequence, type, time, data }) => ({ sequence, type, time, data })),
      };
    }),
    responds(FactsOfForum, async (_rows: unknown, { forumId, afterSequence }) => {
      const rows = await database.$queryRawUnsafe<{ sequence: bigint; forum_id: string; bytes: string }[]>(
        'SELECT sequence, forum_id, bytes FROM event WHERE sequence > $1 ORDER BY sequence LIMIT $2',
        afterSequence,
        RUN,
      );
      const facts = rows
        .filter((row) => row.forum_id === forumId)
        .map((row) => JSON.parse(row.bytes) as EventEnvelope);
      const last = rows.at(-1);
      return {
        facts: facts.map(({ sequence, subject, aggregateversion, type, time, commandid, data }) => ({
          sequence,
          subject,
          version: aggregateversion,
          type,
          time,
          commandId: commandid,
          data,
        })),
        next: rows.length === RUN && last ? Number(last.sequence) : null,
      };
    }),
  ] as readonly QueryHandler[];
};
