import type { Db } from '@madang/record';
import type { PublicTable } from '../copies/public-rows.ts';
import type { PublicWriter } from '../copies/public-writer.ts';
import { gramsOf } from '../domain/bigrams.ts';

type Delegate = {
  readonly createMany: (of: { data: readonly object[]; skipDuplicates: true }) => Promise<unknown>;
  readonly updateMany: (of: { where: object; data: object }) => Promise<unknown>;
  readonly deleteMany: (of: { where?: object }) => Promise<unknown>;
};

/** Tables of the public site in the order in which they are emptied. */
export const PUBLIC_TABLES = [
  ...(['proposalRow', 'proposalLink', 'commitmentVersion', 'versionCause', 'contributionRow'] as const),
  ...([
    'clusterRow',
    'moderationRow',
    'responseRow',
    'reportRow',
    'evidenceRow',
    'dutyTurn',
    'callRow',
    'windowRow',
    'meetingRow',
    'seatHeld',
    'seatTerm',
  ] as const),
  ...([
    'rulesRow',
    'ballotRow',
    'ballotSeat',
    'decisionRow',
    'deadlineMove',
    'publicMoment',
    'workingGroupRow',
    'groupMember',
    'institutionRow',
    'postRow',
    'riskRow',
    'timetableVersion',
    'withdrawalRow',
  ] as const),
  ...(['textRow', 'textWords', 'wordsToClean'] as const),
] satisfies readonly PublicTable[];

/** At PostgreSQL at most 32,767 values go with one statement. */
const AT_ONCE = 1000;

const withoutNulls = (row: object): object =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

/** Writes the rows of the public site. */
export const publicWriters = (db: Db): PublicWriter => {
  const of = (table: PublicTable): Delegate => (db as unknown as Record<PublicTable, Delegate>)[table];
  return {
    add: async (table, rows) => {
      for (let from = 0; from < rows.length; from += AT_ONCE)
        await of(table).createMany({
          data: rows.slice(from, from + AT_ONCE).map(withoutNulls),
          skipDuplicates: true,
        });
    },
    change: async (table, where, to) => void (await of(table).updateMany({ where, data: to })),
    drop: async (table, where) => void (await of(table).deleteMany({ where })),
    endTerms: ({ forumId, seatId }, on, how) =>
      of('seatTerm')
        .updateMany({ where: { forumId, seatId, untilDay: { gt: on } }, data: { ...how, untilDay: on } })
        .then(() => undefined),
    countPeople: async (groupId, by) =>
      void (await db.$executeRawUnsafe(
        'UPDATE working_group_row SET people = people + $2 WHERE id = $1::uuid',
        groupId,
        by,
      )),
    textsOf: async (contributorId) =>
      (
        await db.$queryRawUnsafe<{ text_id: string }[]>(
          'SELECT text_id FROM text_row WHERE contributor_id = $1::uuid',
          contributorId,
        )
      ).map((one) => one.text_id),
    addNames: async (rows) => {
      for (const { kind, id, forumId, name } of rows)
        for (const lang of ['ko', 'en'] as const)
          await db.$executeRawUnsafe(
            `INSERT INTO name_words (kind, id, lang, forum_id, words, grams) VALUES ($1, $2::uuid, $3, $4::uuid, $5, $6::text[])
             ON CONFLICT (kind, id, lang) DO UPDATE SET words = excluded.words, grams = excluded.grams`,
            kind,
            id,
            lang,
            forumId,
            name[lang],
            gramsOf(name[lang]),
          );
    },
  };
};

/** Empties the public site; its words are fetched again. */
export const emptyPublicRows = async (db: Db): Promise<void> => {
  for (const table of PUBLIC_TABLES)
    await (db as unknown as Record<PublicTable, Delegate>)[table].deleteMany({});
  await db.$executeRawUnsafe('DELETE FROM name_words');
};
