import {
  AppealDecided,
  CallClosed,
  CallOpened,
  ClusterNamed,
  CommitmentAdopted,
  CommitmentAmended,
  CommitmentDrafted,
  CommitmentLinked,
  CommitmentRevised,
  CommitmentWithdrawn,
  ConsultationClosed,
  ConsultationOpened,
  ConsultationSealed,
  ContributionAccepted,
  ContributionAnswered,
  ContributionAppealed,
  ContributionRestored,
  ContributionSetAside,
  ContributorErased,
  EvidenceAdded,
  ImportChunkErased,
  ImportChunkStaged,
  ImportCommitted,
  ImportDiscarded,
  ImportGrew,
  ParticipationCounted,
  ProgressReported,
  ProposalAppealDecided,
  ProposalAppealed,
  ProposalBecamePart,
  ProposalDeclined,
  ProposalMerged,
  ProposalPartMade,
  ProposalReceived,
  ProposalRestored,
  ProposalSetAside,
  ProposalSplit,
  ProposalsTakenIn,
  ProposalThemed,
  ReportingWindowClosed,
  ReportingWindowExtended,
  ReportingWindowOpened,
  ResponseDrafted,
  ResponsePublished,
  ResponseWaived,
} from '@madang/contracts';
import { defineService } from '@madang/decider';
import type { Rows } from './adapters/rows.ts';
import { addEvidence } from './commands/add-evidence.ts';
import { adoptCommitments } from './commands/adopt-commitments.ts';
import { amendCommitment } from './commands/amend-commitment.ts';
import { appealModeration } from './commands/appeal-moderation.ts';
import { appealProposal } from './commands/appeal-proposal.ts';
import { closeCall } from './commands/close-call.ts';
import { closeConsultation } from './commands/close-consultation.ts';
import { closeReportingWindow } from './commands/close-reporting-window.ts';
import { clusterContributions } from './commands/cluster-contributions.ts';
import { commitImport } from './commands/commit-import.ts';
import { contribute } from './commands/contribute.ts';
import { countParticipation } from './commands/count-participation.ts';
import { decideAppeal } from './commands/decide-appeal.ts';
import { decideProposalAppeal } from './commands/decide-proposal-appeal.ts';
import { declineProposal } from './commands/decline-proposal.ts';
import { discardImport } from './commands/discard-import.ts';
import { draftCommitment } from './commands/draft-commitment.ts';
import { draftResponse } from './commands/draft-response.ts';
import { eraseContributor } from './commands/erase-contributor.ts';
import { extendReportingWindow } from './commands/extend-reporting-window.ts';
import { linkCommitment } from './commands/link-commitment.ts';
import { mergeProposals } from './commands/merge-proposals.ts';
import { openCall } from './commands/open-call.ts';
import { openConsultation } from './commands/open-consultation.ts';
import { openReportingWindow } from './commands/open-reporting-window.ts';
import { receiveProposal } from './commands/receive-proposal.ts';
import { releaseResponses } from './commands/release-responses.ts';
import { reportProgress } from './commands/report-progress.ts';
import { restoreContribution } from './commands/restore-contribution.ts';
import { restoreProposal } from './commands/restore-proposal.ts';
import { reviseCommitment } from './commands/revise-commitment.ts';
import { sealConsultation } from './commands/seal-consultation.ts';
import { setAsideContribution } from './commands/set-aside-contribution.ts';
import { setAsideProposal } from './commands/set-aside-proposal.ts';
import { splitProposal } from './commands/split-proposal.ts';
import { stageContributions } from './commands/stage-contributions.ts';
import { stageProposals } from './commands/stage-proposals.ts';
import { themeProposals } from './commands/theme-proposals.ts';
import { waiveResponse } from './commands/waive-response.ts';
import { withdrawCommitment } from './commands/withdraw-commitment.ts';
import { dutyCopies } from './copies/duties.ts';
import { planCopies } from './copies/plans.ts';
import { aggregates } from './domain/aggregates.ts';
import { callProjections } from './projections/calls.ts';
import { commitmentProjections } from './projections/commitments.ts';
import { consultationProjections } from './projections/consultations.ts';
import { contributionProjections } from './projections/contributions.ts';
import { importProjections } from './projections/imports.ts';
import { proposalProjections } from './projections/proposals.ts';
import { reportingProjections } from './projections/reporting.ts';
import { responseProjections } from './projections/responses.ts';
import { commitment } from './queries/commitment.ts';
import { commitmentDiff } from './queries/commitment-diff.ts';
import { contributionFate } from './queries/contribution-fate.ts';
import { cycleCommitments } from './queries/cycle-commitments.ts';
import { importPreview, openImports } from './queries/import-preview.ts';
import { participationTallies } from './queries/participation-tallies.ts';
import { planCompletion } from './queries/plan-completion.ts';
import { proposalFate } from './queries/proposal-fate.ts';
import { responseCoverage } from './queries/response-coverage.ts';
import { unansweredContributions } from './queries/unanswered-contributions.ts';
import { eraseWithThePerson } from './reactions/erase-with-the-person.ts';
import { deadlineReactions } from './reactions/move-deadlines.ts';

/** The text: proposals, draft commitments, consultations, contributions, reasoned responses, progress and evidence. */
export const commitments = defineService<Rows>({
  name: 'commitments',
  aggregates,
  answers: [
    // Proposals
    openCall,
    closeCall,
    receiveProposal,
    mergeProposals,
    splitProposal,
    declineProposal,
    themeProposals,
    setAsideProposal,
    restoreProposal,
    appealProposal,
    decideProposalAppeal,
    // Draft commitments
    draftCommitment,
    reviseCommitment,
    withdrawCommitment,
    linkCommitment,
    // Consultation and reasoned response
    openConsultation,
    contribute,
    setAsideContribution,
    restoreContribution,
    appealModeration,
    decideAppeal,
    countParticipation,
    closeConsultation,
    clusterContributions,
    draftResponse,
    releaseResponses,
    waiveResponse,
    sealConsultation,
    // The adopted plan
    adoptCommitments,
    amendCommitment,
    openReportingWindow,
    extendReportingWindow,
    reportProgress,
    addEvidence,
    closeReportingWindow,
    // Imports
    stageContributions,
    stageProposals,
    commitImport,
    discardImport,
    // Erasure
    eraseContributor,
  ],
  responds: [
    responseCoverage,
    unansweredContributions,
    contributionFate,
    proposalFate,
    cycleCommitments,
    commitment,
    commitmentDiff,
    participationTallies,
    planCompletion,
    importPreview,
    openImports,
  ],
  projections: [
    ...callProjections,
    ...proposalProjections,
    ...commitmentProjections,
    ...consultationProjections,
    ...contributionProjections,
    ...responseProjections,
    ...reportingProjections,
    ...importProjections,
  ],
  hears: {
    forums: [...planCopies, ...deadlineReactions],
    ministries: dutyCopies,
    people: [eraseWithThePerson],
  },
  tells: [
    CallOpened,
    CallClosed,
    ProposalReceived,
    ProposalMerged,
    ProposalsTakenIn,
    ProposalSplit,
    ProposalPartMade,
    ProposalDeclined,
    ProposalBecamePart,
    ProposalThemed,
    ProposalSetAside,
    ProposalRestored,
    ProposalAppealed,
    ProposalAppealDecided,
    CommitmentDrafted,
    CommitmentRevised,
    CommitmentAdopted,
    CommitmentAmended,
    CommitmentWithdrawn,
    CommitmentLinked,
    EvidenceAdded,
    ProgressReported,
    ConsultationOpened,
    ConsultationClosed,
    ConsultationSealed,
    ClusterNamed,
    ContributionAccepted,
    ContributionSetAside,
    ContributionRestored,
    ContributionAppealed,
    AppealDecided,
    ContributionAnswered,
    ResponseWaived,
    ResponseDrafted,
    ResponsePublished,
    ParticipationCounted,
    ReportingWindowOpened,
    ReportingWindowExtended,
    ReportingWindowClosed,
    ContributorErased,
    ImportGrew,
    ImportChunkStaged,
    ImportCommitted,
    ImportDiscarded,
    ImportChunkErased,
  ],
});
