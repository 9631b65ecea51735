import { METRICS, runService } from '@madang/service-kit';
import { connect } from './adapters/connect.ts';
import { rows } from './adapters/rows.ts';
import { service } from './service.ts';

type Counted = {
  readonly state: string;
  readonly kind: string;
  readonly late: boolean;
  readonly institution: string;
  readonly count: number;
};

await runService(service, {
  connect,
  rows,
  gauges: async (database) =>
    (
      await database.$queryRawUnsafe<Counted[]>(
        `SELECT state, obligation_kind AS kind, late, acting_institution_id AS institution, count(*)::int AS count
         FROM obligation_row GROUP BY 1, 2, 3, 4 ORDER BY 5 DESC LIMIT 500`,
      )
    ).map(({ count, late, ...labels }) => ({
      name: METRICS.obligations,
      value: count,
      labels: { ...labels, late: String(late) },
    })),
});
