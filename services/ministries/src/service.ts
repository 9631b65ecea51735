import {
  ExtensionAsked,
  ExtensionRefused,
  InstitutionRegistered,
  InstitutionRenamed,
  InstitutionSucceeded,
  ObligationDelegated,
  ObligationDischarged,
  ObligationEscalated,
  ObligationExtended,
  ObligationFellDue,
  ObligationImposed,
  ObligationOverdue,
  ObligationPassed,
  ObligationReminded,
  ObligationReturned,
  ObligationWithdrawn,
  PostCreated,
  PostHandedOver,
  SignOffsSealed,
  SilenceStated,
} from '@madang/contracts';
import { defineService } from '@madang/decider';
import type { Rows } from './adapters/rows.ts';
import {
  createPost,
  handOverPost,
  registerInstitution,
  renameInstitution,
  succeedInstitution,
} from './commands/institutions.ts';
import {
  askExtension,
  climbObligation,
  decideExtension,
  delegateObligation,
  dischargeObligation,
  imposeObligation,
  remindObligation,
  returnObligation,
  shiftObligation,
  withdrawObligation,
} from './commands/obligations.ts';
import { sealSignOffs } from './commands/sign-offs.ts';
import { copyForum, copyResumed, copySuspended, shiftWhenResumed } from './copies/forums.ts';
import { institution } from './domain/institution.ts';
import { obligation, signOffs } from './domain/obligation.ts';
import { obligationProjections } from './projections/obligations.ts';
import { institutionOn, obligationStanding, obligationsOf, openObligations } from './queries/obligations.ts';

/** The duty: institutions, posts, obligations and their ladder, sign-offs. */
export const service = defineService<Rows>({
  name: 'ministries',
  aggregates: [institution, obligation, signOffs],
  answers: [
    registerInstitution,
    renameInstitution,
    succeedInstitution,
    createPost,
    handOverPost,
    imposeObligation,
    climbObligation,
    remindObligation,
    delegateObligation,
    askExtension,
    decideExtension,
    shiftObligation,
    dischargeObligation,
    returnObligation,
    withdrawObligation,
    sealSignOffs,
  ],
  responds: [obligationStanding, obligationsOf, openObligations, institutionOn],
  projections: obligationProjections,
  hears: { forums: [copyForum, copySuspended, copyResumed, shiftWhenResumed] },
  tells: [
    InstitutionRegistered,
    InstitutionRenamed,
    InstitutionSucceeded,
    PostCreated,
    PostHandedOver,
    ObligationImposed,
    ObligationReminded,
    ObligationFellDue,
    ObligationOverdue,
    ObligationEscalated,
    SilenceStated,
    ObligationDelegated,
    ObligationPassed,
    ExtensionAsked,
    ExtensionRefused,
    ObligationExtended,
    ObligationDischarged,
    ObligationReturned,
    ObligationWithdrawn,
    SignOffsSealed,
  ],
});
