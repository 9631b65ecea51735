import type { Db } from '@madang/record';
import type { Prisma } from './generated/prisma/client.ts';

type Waiting = Prisma.NoticeRowGetPayload<object>;

/** What the sender of mail needs: notices that wait, into which mails they go, and addresses. */
export type MailRows = {
  /** Notices that are not yet in a mail, the oldest first. */
  readonly freeNotices: (most: number) => Promise<readonly Waiting[]>;
  readonly putInMails: (
    rows: readonly { readonly noticeId: string; readonly mailId: string }[],
  ) => Promise<void>;
  /** Mails with notices that wait, the oldest first. */
  readonly mailsWaiting: (most: number) => Promise<ReadonlyMap<string, readonly Waiting[]>>;
  readonly settledAmong: (obligationIds: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly zonesOf: (forumIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** The address that was left last and not verified, in clear, and the id of its sealed text. */
  readonly unverifiedAddress: (
    personId: string,
  ) => Promise<{ readonly textId: string; readonly mail: string } | undefined>;
};

export const mailRows = (
  db: Db,
  textIn: (textId: string | null | undefined) => Promise<string | null>,
): MailRows => {
  const tables = db as unknown as Prisma.TransactionClient;
  const notices = (ids: readonly string[]): Promise<Waiting[]> =>
    tables.noticeRow.findMany({ where: { id: { in: [...ids] } }, orderBy: [{ sequence: 'asc' }] });
  return {
    freeNotices: async (most) => {
      const found = await db.$queryRawUnsafe<{ readonly id: string }[]>(
        `SELECT id FROM notice_row n WHERE mail = 'waiting'
         AND NOT EXISTS (SELECT FROM in_mail m WHERE m.notice_id = n.id) ORDER BY sequence LIMIT $1`,
        most,
      );
      return notices(found.map(({ id }) => id));
    },
    putInMails: async (data) =>
      void (await tables.inMail.createMany({ data: [...data], skipDuplicates: true })),
    // By mail and not by notice: a mail is never cut in two.
    mailsWaiting: async (most) => {
      const places = await db.$queryRawUnsafe<{ readonly noticeId: string; readonly mailId: string }[]>(
        `SELECT i.notice_id AS "noticeId", i.mail_id AS "mailId" FROM in_mail i JOIN notice_row n ON n.id = i.notice_id
         WHERE n.mail = 'waiting' AND i.mail_id IN (
           SELECT mail_id FROM in_mail m JOIN notice_row w ON w.id = m.notice_id WHERE w.mail = 'waiting'
           GROUP BY mail_id ORDER BY min(w.sequence) LIMIT $1)`,
        most,
      );
      const mailOf = new Map(places.map(({ noticeId, mailId }) => [noticeId, mailId]));
      return Map.groupBy(await notices([...mailOf.keys()]), ({ id }) => mailOf.get(id) ?? id);
    },
    settledAmong: async (ids) =>
      new Set(
        (await tables.settledObligation.findMany({ where: { id: { in: [...ids] } } })).map(({ id }) => id),
      ),
    zonesOf: async (forumIds) => {
      const found = await tables.forumZone.findMany({ where: { forumId: { in: [...new Set(forumIds)] } } });
      return new Map(found.map(({ forumId, zone }) => [forumId, zone]));
    },
    unverifiedAddress: async (personId) => {
      const contact = await tables.contact.findUnique({ where: { personId } });
      const textId = contact?.unverifiedTextId;
      const mail = await textIn(textId);
      return textId && mail ? { textId, mail } : undefined;
    },
  };
};
