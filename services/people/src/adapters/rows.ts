import { type Db, keyRing, unseal } from '@madang/record';
import type { AddressRows } from '../commands/addresses.ts';
import type { Submission, SubmissionWriter } from '../copies/submissions.ts';
import type { Account } from '../domain/account.ts';
import type { ContactWriter } from '../projections/contacts.ts';
import type { NoticeWriter } from '../projections/notices.ts';
import type { RoleWriter } from '../projections/roles.ts';
import type { LinkRows } from '../queries/links.ts';
import type { PeopleRows } from '../queries/people.ts';
import type { ContributorRows } from '../reactions/tell-contributor.ts';
import type { RoleRows } from '../reactions/tell-of-requirement.ts';
import type { Prisma } from './generated/prisma/client.ts';
import { masterKey } from './master-key.ts';
import { makeLink, readLink } from './signed-link.ts';

/** What the sender of mail needs: notices that wait, and addresses. */
export type MailRows = {
  readonly waitingMail: (most: number) => Promise<
    readonly {
      readonly id: string;
      readonly forumId: string;
      readonly personId: string;
      readonly about: string;
      readonly obligationId: string | null;
      readonly submissionId: string | null;
      readonly reasonCode: string | null;
      readonly dueOn: string | null;
      readonly raisedAt: string;
      readonly attempts: number;
    }[]
  >;
  /** The address that was left last and not verified, in clear, and the id of its sealed text. */
  readonly unverifiedAddress: (
    personId: string,
  ) => Promise<{ readonly textId: string; readonly mail: string } | undefined>;
};
export type Rows = ContactWriter &
  NoticeWriter &
  RoleWriter &
  RoleRows &
  PeopleRows &
  MailRows &
  SubmissionWriter &
  ContributorRows &
  AddressRows &
  LinkRows;

/** Every port of the service over the rows of one transaction. */
export const rows = (db: Db): Rows => {
  const tables = db as unknown as Prisma.TransactionClient;
  const textIn = async (textId: string | null | undefined): Promise<string | null> => {
    const text = textId ? await tables.sealedText.findUnique({ where: { id: textId } }) : null;
    if (!text) return null;
    const key = (await keyRing(db, masterKey(), [text.keyId])).get(text.keyId);
    return key ? unseal(key, text.sealed).toString('utf8') : null;
  };
  return {
    keepContact: async (personId, contact) => {
      const { nameTextId, mailTextId } = contact;
      const changed = { ...(nameTextId ? { nameTextId } : {}), ...(mailTextId ? { mailTextId } : {}) };
      await tables.contact.upsert({ where: { personId }, create: { personId, ...contact }, update: changed });
    },
    keepUnverified: async (personId, unverifiedTextId) =>
      void (await tables.contact.upsert({
        where: { personId },
        create: { personId, unverifiedTextId },
        update: { unverifiedTextId },
      })),
    keepVerified: async (personId, mailTextId) =>
      void (await tables.contact.update({
        where: { personId },
        data: { mailTextId, unverifiedTextId: null },
      })),
    keepSubmissions: async (data) =>
      void (await tables.submission.createMany({ data: [...data], skipDuplicates: true })),
    dropSubmissionsOf: async (contributorId) =>
      void (await tables.submission.deleteMany({ where: { contributorId } })),
    submissions: async (ids) =>
      (await tables.submission.findMany({
        where: { id: { in: [...ids] } },
        orderBy: { id: 'asc' },
      })) as Submission[],
    submissionsOf: async (contributorId) =>
      (await tables.submission.findMany({ where: { contributorId }, orderBy: { id: 'asc' } })) as Submission[],
    linkIn: (token) => readLink(masterKey(), token),
    makeLink: (link) => makeLink(masterKey(), link),
    unverifiedAddress: async (personId) => {
      const contact = await tables.contact.findUnique({ where: { personId } });
      const textId = contact?.unverifiedTextId;
      const mail = await textIn(textId);
      return textId && mail ? { textId, mail } : undefined;
    },
    addNotices: async (data) =>
      void (await tables.noticeRow.createMany({
        data: data.map((row) => ({ ...row, read: false, attempts: 0 })),
      })),
    markRead: async (ids) =>
      void (await tables.noticeRow.updateMany({ where: { id: { in: [...ids] } }, data: { read: true } })),
    markMail: async (id, mail, attempts) =>
      void (await tables.noticeRow.updateMany({ where: { id }, data: { mail, attempts } })),
    addRoles: async (data) =>
      void (await tables.roleRow.createMany({ data: [...data], skipDuplicates: true })),
    endRole: async (role, on) =>
      void (await tables.roleRow.updateMany({
        where: { ...role, OR: [{ untilDay: null }, { untilDay: { gte: on } }] },
        data: { untilDay: on },
      })),
    dropRolesOf: async (personId) => void (await tables.roleRow.deleteMany({ where: { personId } })),
    inRole: async (forumId, role, day) =>
      (
        await tables.roleRow.findMany({
          where: {
            ...{ forumId, role, fromDay: { lte: day } },
            OR: [{ untilDay: null }, { untilDay: { gte: day } }],
          },
          orderBy: { personId: 'asc' },
          distinct: ['personId'],
        })
      ).map((one) => one.personId),
    accountState: async (id) =>
      (await tables.aggregateState.findUnique({ where: { type_id: { type: 'account', id } } }))?.state as
        | Account
        | undefined,
    contactOf: async (personId) => {
      const contact = await tables.contact.findUnique({ where: { personId } });
      return { name: await textIn(contact?.nameTextId), mail: await textIn(contact?.mailTextId) };
    },
    noticesOf: (personId, unreadOnly, take) =>
      tables.noticeRow.findMany({
        where: { personId, ...(unreadOnly ? { read: false } : {}) },
        orderBy: { sequence: 'desc' },
        take,
      }),
    waitingMail: (take) =>
      tables.noticeRow.findMany({
        where: { mail: 'waiting', attempts: { lt: 10 } },
        orderBy: { sequence: 'asc' },
        take,
      }),
  };
};
