import { allQueries } from '@madang/contracts';
import { names } from '@madang/contracts/names';
import { turningPoints } from './listener/targets.ts';

const sources = ['forums', 'commitments', 'ministries'] as const;

/** The clock: what it asks, answers at its desk, and hears. */
export const service = {
  name: 'workflows',
  asks: [
    ...Object.values(names),
    'forums.step-clock.v1',
    'people.record-repair.v1',
    'forums.open-cycles.v1',
    'ministries.open-obligations.v1',
  ],
  answers: allQueries.filter((one) => one.service === 'workflows').map((one) => one.type),
  tells: [],
  hears: sources.map((source) => ({
    source,
    types: turningPoints.filter((type) => type.startsWith(`${source}.`)),
  })),
};
