import {
  type Actor,
  holdsIn,
  query,
  ReadTextsBody,
  ReadTextsResult,
  type ServiceName,
  type Visibility,
} from '@madang/contracts';
import { type QueryHandler, responds } from '@madang/decider';
import { type Database, keyRing, unseal } from '@madang/record';

type Row = {
  readonly id: string;
  readonly forum_id: string;
  readonly key_id: string;
  readonly author_id: string;
  readonly institution_id: string | null;
  readonly lang: 'ko' | 'en';
  readonly visibility: Visibility;
  readonly withdrawn: boolean;
  readonly sealed: string;
};

const forumRoles: readonly string[] = [
  'member',
  'co-chair',
  'secretariat',
  'ministry',
  'operator',
  'process',
];

/** Who may read: everybody what is public, the forum what is the forum's, an institution (and the secretariat) what is its own; a writer always. */
const mayRead = (row: Row, actor: Actor): boolean => {
  if (row.visibility === 'public' || row.author_id === actor.id) return true;
  if (!holdsIn(actor, row.forum_id)) return false;
  if (row.visibility === 'forum') return actor.roles.some((role) => forumRoles.includes(role));
  return (
    actor.roles.includes('secretariat') ||
    (row.institution_id !== null && row.institution_id === actor.institutionId)
  );
};

/** Opens sealed texts for those who may read them. A text whose key is gone is `erased`. */
export const readTexts = (service: ServiceName, database: Database, masterKey: Buffer): QueryHandler =>
  responds(
    query(
      `${service}.read-texts.v1`,
      'anyone',
      'Texts that the asker may read.',
      ReadTextsBody,
      ReadTextsResult,
    ),
    async (_rows: unknown, body, { actor }) => {
      const rows = await database.$queryRawUnsafe<Row[]>(
        `SELECT t.id, t.forum_id, t.author_id, t.institution_id, coalesce(c.lang, t.lang) AS lang, t.visibility, t.withdrawn, coalesce(c.sealed, t.sealed) AS sealed,
              coalesce(c.key_id, t.key_id) AS key_id
       FROM text t LEFT JOIN text c ON c.id = t.corrected_by WHERE t.id = ANY($1::uuid[])`,
        body.textIds,
      );
      const ring = await keyRing(
        database,
        masterKey,
        rows.map((row) => row.key_id),
      );
      const texts = rows.map((row) => {
        const key = ring.get(row.key_id);
        const state = !key
          ? 'erased'
          : row.withdrawn
            ? 'withdrawn'
            : mayRead(row, actor)
              ? 'readable'
              : 'not-for-you';
        const text = key && state === 'readable' ? unseal(key, row.sealed).toString('utf8') : null;
        return { textId: row.id, lang: row.lang, text, visibility: row.visibility, state } as const;
      });
      return { texts };
    },
  ) as QueryHandler;
