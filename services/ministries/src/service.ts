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
import { registerInstitution, renameInstitution, succeedInstitution } from './commands/institutions.ts';
import { imposeObligation, withdrawObligation } from './commands/obligation-begins.ts';
import { climbObligation, remindObligation } from './commands/obligation-climbs.ts';
import { dischargeObligation, returnObligation, settleReports } from './commands/obligation-ends.ts';
import {
  askExtension,
  decideExtension,
  delegateObligation,
  extendObligation,
  shiftObligation,
} from './commands/obligation-moves.ts';
import { createPost, handOverPost } from './commands/posts.ts';
import { sealSignOffs } from './commands/sign-offs.ts';
import { forumCopies } from './copies/forums.ts';
import { reportCopies } from './copies/reports.ts';
import { institution } from './domain/institution.ts';
import { obligation } from './domain/obligation.ts';
import { signOffs } from './domain/sign-offs.ts';
import { institutionProjections } from './projections/institutions.ts';
import { obligationProjections } from './projections/obligations.ts';
import { institutionOn, obligationStanding, obligationsOf, openObligations } from './queries/ministries.ts';
import { endWithTheCycle } from './reactions/end-with-the-cycle.ts';
import { settleWithTheReports } from './reactions/settle-with-the-reports.ts';
import { shiftWithTheCycle } from './reactions/shift-with-the-cycle.ts';

/** The duties: institutions and their posts, what they owe, by when, and what became of it. */
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
    extendObligation,
    shiftObligation,
    dischargeObligation,
    settleReports,
    returnObligation,
    withdrawObligation,
    sealSignOffs,
  ],
  responds: [obligationStanding, obligationsOf, openObligations, institutionOn],
  projections: [...institutionProjections, ...obligationProjections],
  hears: {
    forums: [...forumCopies, shiftWithTheCycle, endWithTheCycle],
    commitments: [...reportCopies, ...settleWithTheReports],
  },
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
