import type { Database } from '@madang/record';

export type CountedStages = {
  readonly stage: string;
  readonly finished: boolean;
  readonly count: number;
  /** Days that half of them took, nine in ten, and the longest; of those that last, so far. */
  readonly half: number;
  readonly most: number;
  readonly longest: number;
};

/**
 * Stages of real forums, a rehearsal runs through its own in seconds: of those that last how many and since when the longest,
 * of those that are over how many and how long they took, in days.
 */
export const countStages = (database: Database): Promise<readonly CountedStages[]> =>
  database.$queryRawUnsafe<CountedStages[]>(
    `WITH turned AS (
         SELECT e.aggregate_id AS cycle_id, e.version, (e.bytes::json ->> 'time')::timestamptz AS at,
                CASE e.type WHEN 'forums.cycle.opened.v1' THEN 'timetable'
                            WHEN 'forums.cycle.stage-begun.v1' THEN e.bytes::json -> 'data' ->> 'stage' END AS stage
         FROM event e JOIN cycle_row c ON c.id::text = e.aggregate_id AND c.clock = 'wall'
         WHERE e.aggregate_type = 'cycle'
           AND e.type IN ('forums.cycle.opened.v1', 'forums.cycle.stage-begun.v1', 'forums.cycle.closed.v1')
       ), lasting AS (
         SELECT stage, at, lead(at) OVER (PARTITION BY cycle_id ORDER BY version) AS until FROM turned
       ), days AS (
         SELECT stage, until IS NOT NULL AS finished,
                greatest(0, extract(epoch FROM coalesce(until, now()) - at) / 86400)::float AS days
         FROM lasting WHERE stage IS NOT NULL
       )
       SELECT stage, finished, count(*)::int AS count, max(days) AS longest,
              percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS half,
              percentile_cont(0.9) WITHIN GROUP (ORDER BY days) AS most
       FROM days GROUP BY 1, 2`,
  );
