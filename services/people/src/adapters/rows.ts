import { type Db, keyRing, unseal } from '@madang/record';
import type { ArrivalRows } from '../commands/accounts.ts';
import type { AddressRows } from '../commands/addresses.ts';
import type { ZoneWriter } from '../copies/forum-zones.ts';
import type { PostWriter } from '../copies/posts.ts';
import type { SettlingWriter } from '../copies/settled-obligations.ts';
import type { Submission, SubmissionWriter } from '../copies/submissions.ts';
import type { Account } from '../domain/account.ts';
import type { ContactWriter } from '../projections/contacts.ts';
import type { NoticeStep, NoticeWriter } from '../projections/notices.ts';
import type { RepairRow, RepairWriter } from '../projections/repairs.ts';
import type { RoleWriter } from '../projections/roles.ts';
import type { SignInWriter } from '../projections/sign-ins.ts';
import type { DeliveryRows } from '../queries/deliveries.ts';
import type { LinkRows } from '../queries/links.ts';
import type { PeopleRows } from '../queries/people.ts';
import type { RepairRows } from '../queries/repairs.ts';
import type { SignInRows } from '../queries/sign-ins.ts';
import type { ContributorRows } from '../reactions/tell-contributor.ts';
import type { HolderRows } from '../reactions/tell-of-new-duty.ts';
import type { RoleRows } from '../reactions/tell-of-requirement.ts';
import { type BounceRows, bounceRows } from './bounce-rows.ts';
import type { Prisma } from './generated/prisma/client.ts';
import { inForums } from './in-forums.ts';
import { type MailRows, mailRows } from './mail-rows.ts';
import { masterKey } from './master-key.ts';
import { makeLink, readLink } from './signed-link.ts';
import { type Turns, turns } from './turns.ts';
import { type AllWebhookRows, webhookRows } from './webhook-rows.ts';

export type Rows = ContactWriter &
  NoticeWriter &
  RoleWriter &
  RoleRows &
  PeopleRows &
  DeliveryRows &
  MailRows &
  BounceRows &
  SettlingWriter &
  PostWriter &
  HolderRows &
  ZoneWriter &
  SubmissionWriter &
  ContributorRows &
  AddressRows &
  ArrivalRows &
  LinkRows &
  Turns &
  RepairWriter &
  RepairRows &
  SignInWriter &
  SignInRows &
  AllWebhookRows;

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
      (await tables.submission.findMany({
        where: { contributorId },
        orderBy: { id: 'asc' },
      })) as Submission[],
    forumsOfSubmissions: async (contributorId) =>
      (
        await tables.submission.findMany({
          where: { contributorId },
          distinct: ['forumId'],
          select: { forumId: true },
        })
      ).map(({ forumId }) => forumId),
    submissionsPage: async (contributorId, { after, forumIds, limit }) =>
      (await tables.submission.findMany({
        where: { contributorId, ...inForums(forumIds), ...(after ? { id: { gt: after } } : {}) },
        orderBy: { id: 'asc' },
        take: limit,
      })) as Submission[],
    subjectOfNotice: async (id) =>
      (await tables.noticeRow.findUnique({
        where: { id },
        select: { submissionId: true, obligationId: true, ballotId: true },
      })) ?? undefined,
    linkIn: (token) => readLink(masterKey(), token),
    makeLink: (link) => makeLink(masterKey(), link),
    keepZones: async (data) =>
      void (await tables.forumZone.createMany({ data: [...data], skipDuplicates: true })),
    keepHolders: async (data) =>
      void (await tables.postHolder.createMany({ data: [...data], skipDuplicates: true })),
    contactsOf: async (institutionId, day) =>
      (
        await db.$queryRawUnsafe<{ person_id: string }[]>(
          `WITH held AS (
             SELECT DISTINCT ON (h.post_id) h.person_id,
               (SELECT l.level FROM post_holder l WHERE l.post_id = h.post_id AND l.level IS NOT NULL LIMIT 1) AS level
             FROM post_holder h WHERE h.institution_id = $1::uuid AND h.from_day <= $2
             ORDER BY h.post_id, h.from_day DESC)
           SELECT DISTINCT person_id FROM held WHERE level = (SELECT min(level) FROM held) ORDER BY person_id`,
          institutionId,
          day,
        )
      ).map((row) => row.person_id),
    settle: async (ids) =>
      void (await tables.settledObligation.createMany({
        data: ids.map((id) => ({ id })),
        skipDuplicates: true,
      })),
    unsettle: async (ids) =>
      void (await tables.settledObligation.deleteMany({ where: { id: { in: [...ids] } } })),
    deliveriesOf: (obligationId, forumIds) =>
      tables.noticeRow.findMany({
        where: { obligationId, ...inForums(forumIds) },
        orderBy: { sequence: 'asc' },
      }),
    markOpened: async (ids) =>
      void (await tables.noticeRow.updateMany({ where: { id: { in: [...ids] } }, data: { opened: true } })),
    addNotices: async (data) =>
      void (await tables.noticeRow.createMany({
        data: data.map((row) => ({ ...row, read: false, opened: false, attempts: 0 })),
      })),
    addSteps: async (steps) =>
      void (await tables.noticeStep.createMany({
        data: steps.map((one) => ({ ...one, sequence: BigInt(one.sequence) })),
      })),
    stepsOf: async (noticeIds) => {
      const found = await tables.noticeStep.findMany({
        where: { noticeId: { in: [...noticeIds] } },
        orderBy: { sequence: 'asc' },
      });
      return Map.groupBy(found as unknown as NoticeStep[], (one) => one.noticeId);
    },
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
    noticesOf: (personId, { unreadOnly, forumIds, most: take }) =>
      tables.noticeRow.findMany({
        where: { personId, ...inForums(forumIds), ...(unreadOnly ? { read: false } : {}) },
        orderBy: { sequence: 'desc' },
        take,
      }),
    linkSignIn: async (signInId, personId) =>
      void (await tables.signInRow.upsert({
        where: { signInId },
        create: { signInId, personId },
        update: { personId },
      })),
    personOf: async (signInId) => (await tables.signInRow.findUnique({ where: { signInId } }))?.personId,
    addRepairs: async (data) => void (await tables.repairRow.createMany({ data: [...data] })),
    repairs: async (forumIds, take) =>
      (await tables.repairRow.findMany({
        where: inForums(forumIds),
        orderBy: { sequence: 'desc' },
        take,
      })) as RepairRow[],
    ...turns(db),
    ...bounceRows(db),
    ...mailRows(db, textIn),
    ...webhookRows(db, textIn),
  };
};
