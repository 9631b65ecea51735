import type { After } from '@madang/contracts';
import type { Database } from '@madang/record';

type Seen = {
  readonly database: Database;
  readonly heard: () => After;
  readonly nats: () => string | null;
  readonly build: string | null;
};

/** What the portal sees of the engines, for operators; an engine that does not answer has no version. */
export const ownHealth =
  ({ database, heard, nats, build }: Seen) =>
  async () => {
    const postgres = await database
      .$queryRawUnsafe<{ readonly version: string }[]>("SELECT current_setting('server_version') AS version")
      .then(
        ([row]) => row?.version ?? null,
        () => null,
      );
    const [counts] = await database
      .$queryRawUnsafe<{ readonly waiting: number; readonly parked: number }[]>(
        `SELECT count(*) FILTER (WHERE state <> 'parked')::int AS waiting,
                count(*) FILTER (WHERE state = 'parked')::int AS parked FROM waiting`,
      )
      .catch(() => [{ waiting: null, parked: null }]);
    const held = { waiting: counts?.waiting ?? null, parked: counts?.parked ?? null };
    return { postgres, nats: nats(), node: process.version, build, heard: heard(), ...held };
  };
