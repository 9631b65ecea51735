import { defineConfig } from 'vitest/config';
import {
  BaseSequencer,
  type TestSequencer,
  type TestSequencerConstructor,
  type TestSpecification,
  type Vitest,
} from 'vitest/node';

const everywhere = ['services', 'workflows', 'packages', 'infra'];
const named = (...endings: readonly string[]) =>
  everywhere.flatMap((room) => endings.map((ending) => `${room}/**/*.${ending}.ts`));
const never = ['**/node_modules/**', '**/dist/**', '**/generated/**', '**/.madang/**'];

/** Real engines are started once for a whole run and handed to each file as its own database, streams and queue. */
const engines = ['packages/testing/src/global-setup.ts'];

/** What takes longest begins first, so that no worker goes on alone at the end. */
function longestFirst(context: Vitest): TestSequencer {
  const usual = new BaseSequencer(context);
  const isLong = ({ moduleId }: TestSpecification): number => Number(moduleId.endsWith('every.page.ts'));
  return {
    shard: (files) => usual.shard(files),
    sort: async (files) => (await usual.sort(files)).toSorted((one, other) => isLong(other) - isLong(one)),
  };
}

export default defineConfig({
  test: {
    // It is made with `new`, and gives what is made.
    sequence: { sequencer: longestFirst as unknown as TestSequencerConstructor },
    exclude: never,
    projects: [
      {
        test: {
          name: 'pure',
          include: named('spec'),
          exclude: [...never, ...named('int.spec', 'replay.spec')],
          pool: 'threads',
          maxWorkers: 2,
          isolate: false,
          testTimeout: 10_000,
        },
      },
      {
        test: {
          name: 'engines',
          include: named('int.spec', 'replay.spec'),
          exclude: never,
          globalSetup: engines,
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 180_000,
          teardownTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'stories',
          include: named('story'),
          exclude: never,
          globalSetup: engines,
          pool: 'forks',
          maxWorkers: 1,
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 300_000,
          teardownTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'pages',
          include: named('page'),
          exclude: never,
          globalSetup: ['packages/acceptance/src/pages/one-system.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          teardownTimeout: 120_000,
        },
      },
    ],
  },
});
