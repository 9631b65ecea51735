import type { Database } from '@madang/record';

export type CountedObligations = {
  readonly state: string;
  readonly kind: string;
  readonly late: boolean;
  readonly institution: string;
  readonly count: number;
};

/** How many institutions are named: those that are late with most, then those that owe most. */
const NAMED = 100;

/**
 * Duties of real forums by state, kind and institution. Each is counted: those of institutions beyond the first hundred under
 * `others`, so that a sum is a sum and the number of series has an end.
 */
export const countObligations = (database: Database): Promise<readonly CountedObligations[]> =>
  database.$queryRawUnsafe<CountedObligations[]>(
    `WITH counted AS (
         SELECT o.state, o.obligation_kind AS kind, o.late, o.acting_institution_id AS institution, count(*) AS count
         FROM obligation_row o JOIN forum_copy f ON f.id = o.forum_id AND f.clock = 'wall'
         GROUP BY 1, 2, 3, 4
       ), named AS (
         SELECT institution FROM counted GROUP BY 1
         ORDER BY coalesce(sum(count) FILTER (WHERE state = 'open' AND late), 0) DESC,
                  coalesce(sum(count) FILTER (WHERE state = 'open'), 0) DESC, institution
         LIMIT $1
       )
       SELECT state, kind, late, coalesce(named.institution::text, 'others') AS institution, sum(count)::int AS count
       FROM counted LEFT JOIN named USING (institution) GROUP BY 1, 2, 3, 4`,
    NAMED,
  );
