import type { Database } from '@madang/record';
import { type Gauge, METRICS } from '@madang/service-kit';
import { countObligations } from './adapters/count-obligations.ts';

/** What operators count of duties. */
export const gauges = async (database: Database): Promise<readonly Gauge[]> =>
  (await countObligations(database)).map(({ count, late, ...labels }) => ({
    name: METRICS.obligations,
    value: count,
    labels: { ...labels, late: String(late) },
  }));
