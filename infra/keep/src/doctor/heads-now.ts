import { withClient } from '@madang/postgres-infra';
import { KEPT } from '../manifest.ts';
import { headOf } from '../schema-tables.ts';

export type Heads = ReadonlyMap<string, number>;

/**
 * The number of the last fact that each service has recorded by now; none where PostgreSQL does not tell. Asked after
 * whatever it is compared with, since facts are recorded before anybody else has them.
 */
export const headsNow = (databaseUrl: string): Promise<Heads> =>
  withClient(databaseUrl, async (client) => {
    const heads = new Map<string, number>();
    for (const service of KEPT) heads.set(service, await headOf(client, service));
    return heads;
  }).catch(() => new Map());
