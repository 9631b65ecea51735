import { fileURLToPath } from 'node:url';

/** When a process starts; stopping goes the other way round. */
export const stages = ['services', 'workflows', 'portal'] as const;
export type Stage = (typeof stages)[number];

/** One Node process of the system. */
export type ProcessOrder = {
  readonly name: string;
  readonly stage: Stage;
  /** The file that node runs. */
  readonly main: string;
  readonly nodeArgs?: readonly string[] | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** Folder of its migrations, when it has a schema of its own. */
  readonly migrationsDir?: string | undefined;
};

const inHouse = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));

const service = (name: string, stage: Stage): ProcessOrder => ({
  name,
  stage,
  main: inHouse(`services/${name}/src/main.ts`),
  migrationsDir: inHouse(`services/${name}/prisma/migrations`),
});

/** The processes of the house. */
export const houseProcesses: readonly ProcessOrder[] = [
  service('forums', 'services'),
  service('commitments', 'services'),
  service('ministries', 'services'),
  service('people', 'services'),
  { name: 'workflows', stage: 'workflows', main: inHouse('workflows/src/main.ts') },
  // Its pages are written in TSX, which Node does not strip by itself.
  { ...service('portal', 'portal'), nodeArgs: ['--import', 'tsx'] },
];

/** Where state lies unless MADANG_HOME says otherwise. */
export const usualHome = (): string => process.env.MADANG_HOME || inHouse('.madang');
