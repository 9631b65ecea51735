import { createHmac } from 'node:crypto';
import type { Database } from '@madang/record';
import { RateLimiterPrisma } from 'rate-limiter-flexible';
import type { LimiterOf } from '../queries/limiter.ts';

/** What all portals count together, in the portal's own schema. Whom it is about is kept as a keyed hash. */
export const countedTogether =
  (database: Database, secret: Buffer): LimiterOf =>
  (keyPrefix, points) => {
    const limiter = new RateLimiterPrisma({
      ...{ storeClient: database, tableName: 'rateCount', keyPrefix, points, duration: 60 },
      // Whoever did too much is told so without asking the database again.
      inMemoryBlockOnConsumed: points + 1,
    });
    return {
      consume: (whose) => limiter.consume(createHmac('sha256', secret).update(whose).digest('base64url')),
    };
  };
