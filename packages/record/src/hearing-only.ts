import type { ServiceName } from '@madang/contracts';
import type { Service } from '@madang/decider';
import type { Database, Db } from './database.ts';
import type { RecordContext } from './types.ts';

/** What a room says of itself that hears facts into rows of its own and neither answers, decides nor tells. */
export type HearingOnly<P> = {
  /** The listener's name in its position rows. */
  readonly name: string;
  readonly hears: Service<P>['hears'];
  readonly database: Database;
  readonly rows: (tx: Db) => P;
  readonly at?: RecordContext['at'];
};

/** The context in which such a room's listeners run. */
export const hearingOnly = <P>({ name, hears, database, rows, at }: HearingOnly<P>): RecordContext => {
  const service: Service<P> = {
    // Only as the name of a listener: nothing is ever recorded or published under it.
    name: name as ServiceName,
    aggregates: [],
    answers: [],
    responds: [],
    projections: [],
    hears,
    tells: [],
  };
  return {
    service: service as unknown as Service,
    database,
    rows,
    masterKey: Buffer.alloc(0),
    wallNow: () => new Date().toISOString(),
    at: at ?? (() => undefined),
  };
};
