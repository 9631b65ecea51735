import type { Db } from '@madang/record';

/** Whose turn it is to do what must not be done twice at the same time. Judged by the database's clock, which all share. */
export type Turns = {
  /** Takes the turn, or keeps it, for so many seconds. @returns whether it is the holder's */
  readonly takeTurn: (name: string, holder: string, seconds: number) => Promise<boolean>;
  readonly giveTurn: (name: string, holder: string) => Promise<void>;
};

export const turns = (db: Db): Turns => ({
  takeTurn: async (name, holder, seconds) => {
    const taken = await db.$queryRawUnsafe<unknown[]>(
      `INSERT INTO turn (name, holder, until) VALUES ($1, $2::uuid, clock_timestamp() + make_interval(secs => $3))
       ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
       WHERE turn.holder = excluded.holder OR turn.until < clock_timestamp() RETURNING name`,
      name,
      holder,
      seconds,
    );
    return taken.length > 0;
  },
  giveTurn: async (name, holder) =>
    void (await db.$executeRawUnsafe('DELETE FROM turn WHERE name = $1 AND holder = $2::uuid', name, holder)),
});
