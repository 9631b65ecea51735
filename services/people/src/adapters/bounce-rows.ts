import type { Db } from '@madang/record';
import { masterKey } from './master-key.ts';
import { makeReturnPath, readReturnPath } from './return-path.ts';

/** What is known of mails that come back. */
export type BounceRows = {
  /** What stands in the address to which a mail comes back. */
  readonly returnPathOf: (mailId: string) => string;
  readonly mailOf: (returnPath: string) => string | undefined;
  readonly noticesInMail: (
    mailId: string,
  ) => Promise<readonly { readonly id: string; readonly forumId: string }[]>;
};

export const bounceRows = (db: Db): BounceRows => ({
  returnPathOf: (mailId) => makeReturnPath(masterKey(), mailId),
  mailOf: (returnPath) => readReturnPath(masterKey(), returnPath),
  noticesInMail: (mailId) =>
    db.$queryRawUnsafe<{ id: string; forumId: string }[]>(
      `SELECT n.id, n.forum_id AS "forumId" FROM in_mail m JOIN notice_row n ON n.id = m.notice_id
       WHERE m.mail_id = $1::uuid ORDER BY n.sequence`,
      mailId,
    ),
});
