import {
  AccountOpened,
  AddressLeft,
  AddressVerified,
  ContactChanged,
  NoticeDelivered,
  NoticeRaised,
  NoticeRead,
  PersonErased,
  RoleGranted,
  RoleRevoked,
} from '@madang/contracts';
import { defineService } from '@madang/decider';
import type { Rows } from './adapters/rows.ts';
import { changeContact, erasePerson, grantRole, openAccount, revokeRole } from './commands/accounts.ts';
import { leaveAddress, verifyAddress } from './commands/addresses.ts';
import { raiseNotice, readNotice, recordDelivery } from './commands/notices.ts';
import { submissionCopies } from './copies/submissions.ts';
import { account } from './domain/account.ts';
import { notice } from './domain/notice.ts';
import { contactProjections } from './projections/contacts.ts';
import { noticeProjections } from './projections/notices.ts';
import { roleProjections } from './projections/roles.ts';
import { linkOf, receiptLinkOf, receiptOf } from './queries/links.ts';
import { accountOf, noticesOf } from './queries/people.ts';
import { tellContributor } from './reactions/tell-contributor.ts';
import { tellOfObligation } from './reactions/tell-of-obligation.ts';
import { tellOfRequirement } from './reactions/tell-of-requirement.ts';

/** The names and the post: accounts, roles, the vault, notices. */
export const service = defineService<Rows>({
  name: 'people',
  aggregates: [account, notice],
  answers: [
    openAccount,
    changeContact,
    grantRole,
    revokeRole,
    erasePerson,
    leaveAddress,
    verifyAddress,
    raiseNotice,
    readNotice,
    recordDelivery,
  ],
  responds: [accountOf, noticesOf, linkOf, receiptLinkOf, receiptOf],
  projections: [...contactProjections, ...noticeProjections, ...roleProjections],
  hears: {
    forums: tellOfRequirement,
    commitments: [...submissionCopies, ...tellContributor],
    ministries: tellOfObligation,
  },
  tells: [
    AccountOpened,
    AddressLeft,
    AddressVerified,
    ContactChanged,
    RoleGranted,
    RoleRevoked,
    PersonErased,
    NoticeRaised,
    NoticeRead,
    NoticeDelivered,
  ],
});
