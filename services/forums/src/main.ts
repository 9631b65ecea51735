import { METRICS, runService } from '@madang/service-kit';
import { connect } from './adapters/connect.ts';
import { rows } from './adapters/rows.ts';
import { service } from './service.ts';

type Counted = { readonly stage: string; readonly cycles: number; readonly days: number };

await runService(service, {
  connect,
  rows,
  // Of real forums alone: a rehearsal runs through its stages in seconds.
  gauges: async (database) =>
    (
      await database.$queryRawUnsafe<Counted[]>(
        `SELECT stage, count(*)::int AS cycles, max(extract(epoch FROM now() - since) / 86400)::float AS days
         FROM (
           SELECT c.stage, max((e.bytes::json ->> 'time')::timestamptz) AS since
           FROM cycle_row c JOIN event e ON e.aggregate_type = 'cycle' AND e.aggregate_id = c.id
           WHERE NOT c.closed AND c.clock = 'wall'
             AND e.type IN ('forums.cycle.opened.v1', 'forums.cycle.stage-begun.v1')
           GROUP BY c.id, c.stage
         ) AS open GROUP BY stage`,
      )
    ).flatMap(({ stage, cycles, days }) => [
      { name: METRICS.cycles, value: cycles, labels: { stage } },
      { name: METRICS.stageDays, value: days, labels: { stage } },
    ]),
});
