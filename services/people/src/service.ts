import {
  AccountOpened,
  AddressLeft,
  AddressVerified,
  ContactChanged,
  DigestChosen,
  LinkOpened,
  NoticeDelivered,
  NoticeRaised,
  NoticeRead,
  PersonErased,
  RepairRecorded,
  RoleGranted,
  RoleRevoked,
  SessionEnded,
  SignInAttempted,
  SignInLinked,
  SignInRefused,
  WebhookCallMade,
  WebhookCallRaised,
  WebhookParked,
  WebhookResumed,
  WebhookSecretRotated,
  WebhookSubscribed,
  WebhookUnsubscribed,
} from '@madang/contracts';
import { defineService } from '@madang/decider';
import type { Rows } from './adapters/rows.ts';
import { changeContact, erasePerson, grantRole, openAccount, revokeRole } from './commands/accounts.ts';
import { chooseDigest, leaveAddress, verifyAddress } from './commands/addresses.ts';
import { openLink, raiseNotice, readNotice, recordBounce, recordDelivery } from './commands/notices.ts';
import { recordRepair } from './commands/record-repair.ts';
import { linkSignIn, recordRefusedSignIn, recordSessionEnd, recordSignIn } from './commands/sign-ins.ts';
import { raiseWebhookCall, recordWebhookCall } from './commands/webhook-calls.ts';
import {
  resumeWebhook,
  rotateWebhookSecret,
  subscribeWebhook,
  unsubscribeWebhook,
} from './commands/webhooks.ts';
import { copyZone } from './copies/forum-zones.ts';
import { postCopies } from './copies/posts.ts';
import { ballotCopies } from './copies/settled-ballots.ts';
import { settlingCopies } from './copies/settled-obligations.ts';
import { submissionCopies } from './copies/submissions.ts';
import { account } from './domain/account.ts';
import { notice } from './domain/notice.ts';
import { refusedSignIn } from './domain/refused-sign-in.ts';
import { repair } from './domain/repair.ts';
import { session } from './domain/session-end.ts';
import { signIn } from './domain/sign-in.ts';
import { webhook } from './domain/webhook.ts';
import { webhookCall } from './domain/webhook-call.ts';
import { contactProjections } from './projections/contacts.ts';
import { noticeProjections } from './projections/notices.ts';
import { repairProjections } from './projections/repairs.ts';
import { roleProjections } from './projections/roles.ts';
import { signInProjections } from './projections/sign-ins.ts';
import { webhookProjections } from './projections/webhooks.ts';
import { deliveriesOf } from './queries/deliveries.ts';
import { calendarLinkOf, linkOf, receiptLinkOf, receiptOf, submissionsOf } from './queries/links.ts';
import { accountOf, noticesOf } from './queries/people.ts';
import { repairsOf } from './queries/repairs.ts';
import { personOfSignIn, rolesOf } from './queries/sign-ins.ts';
import { webhookCallsOf, webhooksOf } from './queries/webhooks.ts';
import { callOfObligation } from './reactions/call-of-obligation.ts';
import { tellContributor } from './reactions/tell-contributor.ts';
import { tellOfBallot } from './reactions/tell-of-ballot.ts';
import { tellOfNewDuty } from './reactions/tell-of-new-duty.ts';
import { tellOfObligation } from './reactions/tell-of-obligation.ts';
import { tellOfRequirement } from './reactions/tell-of-requirement.ts';

/** The names and the post: accounts, roles, the vault, notices. */
export const service = defineService<Rows>({
  name: 'people',
  aggregates: [account, notice, webhook, webhookCall, repair, signIn, refusedSignIn, session],
  answers: [
    openAccount,
    changeContact,
    grantRole,
    revokeRole,
    erasePerson,
    leaveAddress,
    verifyAddress,
    chooseDigest,
    raiseNotice,
    readNotice,
    recordDelivery,
    recordBounce,
    openLink,
    subscribeWebhook,
    rotateWebhookSecret,
    resumeWebhook,
    unsubscribeWebhook,
    raiseWebhookCall,
    recordWebhookCall,
    recordRepair,
    linkSignIn,
    recordSignIn,
    recordRefusedSignIn,
    recordSessionEnd,
  ],
  responds: [
    accountOf,
    noticesOf,
    linkOf,
    receiptLinkOf,
    receiptOf,
    submissionsOf,
    calendarLinkOf,
    deliveriesOf,
    webhooksOf,
    webhookCallsOf,
    repairsOf,
    personOfSignIn,
    rolesOf,
  ],
  projections: [
    ...contactProjections,
    ...noticeProjections,
    ...roleProjections,
    ...webhookProjections,
    ...repairProjections,
    ...signInProjections,
  ],
  hears: {
    forums: [copyZone, ...ballotCopies, ...tellOfBallot, ...tellOfRequirement],
    commitments: [...submissionCopies, ...tellContributor],
    ministries: [
      ...settlingCopies,
      ...postCopies,
      ...tellOfObligation,
      ...tellOfNewDuty,
      ...callOfObligation,
    ],
  },
  tells: [
    AccountOpened,
    AddressLeft,
    AddressVerified,
    ContactChanged,
    DigestChosen,
    LinkOpened,
    RoleGranted,
    RoleRevoked,
    PersonErased,
    NoticeRaised,
    NoticeRead,
    NoticeDelivered,
    WebhookSubscribed,
    WebhookSecretRotated,
    WebhookParked,
    WebhookResumed,
    WebhookUnsubscribed,
    WebhookCallRaised,
    WebhookCallMade,
    RepairRecorded,
    SignInLinked,
    SignInAttempted,
    SignInRefused,
    SessionEnded,
  ],
});
