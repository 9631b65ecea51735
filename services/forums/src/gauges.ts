import type { Database } from '@madang/record';
import { type Gauge, METRICS } from '@madang/service-kit';
import { type CountedStages, countStages } from './adapters/count-stages.ts';

const gaugesOf = ({ stage, finished, count, half, most, longest }: CountedStages): readonly Gauge[] =>
  finished
    ? [
        { name: METRICS.finishedStages, value: count, labels: { stage } },
        { name: METRICS.finishedStageDays, value: half, labels: { stage, quantile: '0.5' } },
        { name: METRICS.finishedStageDays, value: most, labels: { stage, quantile: '0.9' } },
        { name: METRICS.finishedStageDays, value: longest, labels: { stage, quantile: '1' } },
      ]
    : [
        { name: METRICS.cycles, value: count, labels: { stage } },
        { name: METRICS.stageDays, value: longest, labels: { stage } },
      ];

/** What operators count of cycles. */
export const gauges = async (database: Database): Promise<readonly Gauge[]> =>
  (await countStages(database)).flatMap(gaugesOf);
