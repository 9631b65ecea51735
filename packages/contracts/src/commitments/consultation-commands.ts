import { z } from 'zod';
import { command } from '../kernel/define.ts';
import { Day, freeText, Id, Instant, Letter, word } from '../kernel/primitives.ts';
import { anybody, official, secretariat, secretariatOrProcess } from '../kernel/who.ts';
import {
  AboutOneself,
  Channel,
  Clause,
  CommitmentTemplate,
  Completion,
  ContributorKind,
  Evidence,
  Outcome,
} from './words.ts';

const Reason = freeText(10_000, 'public');

// Consultation and reasoned response
export const OpenConsultation = command(
  'commitments.open-consultation.v1',
  secretariatOrProcess,
  'Open a consultation on draft commitments.',
  z.strictObject({
    forumId: Id,
    consultationId: Id,
    cycleId: Id,
    commitmentIds: z.array(Id).max(200),
    closesAt: Instant,
  }),
);
export const Contribute = command(
  'commitments.contribute.v1',
  anybody,
  'Contribute to a consultation, on a commitment or one of its clauses.',
  z.strictObject({
    forumId: Id,
    contributionId: Id,
    consultationId: Id,
    commitmentId: Id,
    clause: Clause.optional(),
    contributorId: Id,
    contributorKind: ContributorKind,
    channel: Channel,
    receivedOn: Day,
    text: freeText(20_000, 'public'),
  }),
);
export const SetAsideContribution = command(
  'commitments.set-aside-contribution.v1',
  secretariat,
  'Set a contribution aside by a rule of moderation; it keeps its place and can be restored.',
  z.strictObject({
    forumId: Id,
    contributionId: Id,
    reasonCode: z.enum(['abusive', 'personal-data', 'spam', 'not-a-contribution', 'duplicate']),
  }),
);
export const RestoreContribution = command(
  'commitments.restore-contribution.v1',
  secretariat,
  'Restore a contribution that was set aside.',
  z.strictObject({ forumId: Id, contributionId: Id }),
);
export const CountParticipation = command(
  'commitments.count-participation.v1',
  ['process'],
  'Count optional answers about oneself, apart from the person.',
  z.strictObject({ forumId: Id, cycleId: Id, about: AboutOneself }),
);
export const CloseConsultation = command(
  'commitments.close-consultation.v1',
  secretariatOrProcess,
  'Close the intake of a consultation on its closing day.',
  z.strictObject({ forumId: Id, consultationId: Id }),
);
export const ClusterContributions = command(
  'commitments.cluster-contributions.v1',
  secretariat,
  'Name a cluster of contributions that one answer may cover.',
  z.strictObject({
    forumId: Id,
    clusterId: Id,
    consultationId: Id,
    theme: word(120),
    contributionIds: z.array(Id).min(1).max(1000),
  }),
);
export const DraftResponse = command(
  'commitments.draft-response.v1',
  official,
  'Draft a reasoned response: outcome and reason, for contributions or a named cluster.',
  z.strictObject({
    forumId: Id,
    responseId: Id,
    consultationId: Id,
    clusterId: Id.optional(),
    contributionIds: z.array(Id).max(1000).default([]),
    outcome: Outcome,
    /** Read by the forum until the response is released, then by everybody. */
    reason: freeText(20_000, 'forum'),
    changedCommitmentIds: z.array(Id).max(50).default([]),
  }),
);
export const ReleaseResponses = command(
  'commitments.release-responses.v1',
  secretariat,
  'Publish drafted responses together by one decision.',
  z.strictObject({
    forumId: Id,
    releaseId: Id,
    consultationId: Id,
    responseIds: z.array(Id).min(1).max(1000),
    authority: z.enum(['secretariat', 'co-chairs', 'plenary']),
    letter: Letter.optional(),
  }),
);
export const WaiveResponse = command(
  'commitments.waive-response.v1',
  ['secretariat', 'co-chair'],
  'Record that a contribution gets no answer, by whose authority and why.',
  z.strictObject({
    forumId: Id,
    contributionId: Id,
    authority: z.enum(['plenary', 'co-chairs']),
    reason: Reason,
  }),
);
export const SealConsultation = command(
  'commitments.seal-consultation.v1',
  secretariatOrProcess,
  'Seal a consultation: every accepted contribution is answered or waived.',
  z.strictObject({ forumId: Id, consultationId: Id }),
);

// The adopted plan
export const AdoptCommitments = command(
  'commitments.adopt-commitments.v1',
  ['process'],
  'Adopt the draft commitments of an approved plan.',
  z.strictObject({ forumId: Id, cycleId: Id, commitmentIds: z.array(Id).min(1).max(200) }),
);
export const AmendCommitment = command(
  'commitments.amend-commitment.v1',
  secretariat,
  'Amend an adopted commitment with authority and reason.',
  z.strictObject({
    forumId: Id,
    commitmentId: Id,
    draft: CommitmentTemplate,
    /** The version that was written on; refused when another was written meanwhile. */
    onVersion: z.int().min(1).optional(),
    authority: z.enum(['plenary', 'co-chairs']),
    reason: Reason,
    letter: Letter.optional(),
    /** Contributions because of which it is amended: whoever wrote them is told. */
    because: z.array(Id).max(500).optional(),
  }),
);
export const OpenReportingWindow = command(
  'commitments.open-reporting-window.v1',
  secretariatOrProcess,
  'Open a half-yearly reporting window.',
  z.strictObject({
    forumId: Id,
    windowId: Id,
    cycleId: Id,
    number: z.int().min(1).max(20),
    from: Day,
    until: Day,
    closesAt: Instant,
  }),
);
/** Ministries may report until the end of the day; what is owed for the window is due that much later. */
export const ExtendReportingWindow = command(
  'commitments.extend-reporting-window.v1',
  secretariat,
  'Let an open reporting window close later, by a decision with authority, reason and notice.',
  z.strictObject({
    forumId: Id,
    windowId: Id,
    cycleId: Id,
    closesOn: Day,
    authority: z.enum(['plenary', 'co-chairs', 'secretariat', 'minister']),
    noticeGivenOn: Day,
    reason: Reason,
    letter: Letter.optional(),
  }),
);
export const ReportProgress = command(
  'commitments.report-progress.v1',
  official,
  'Report the progress of a milestone in a reporting window.',
  z.strictObject({
    forumId: Id,
    windowId: Id,
    commitmentId: Id,
    milestoneId: Id,
    completion: Completion,
    progress: freeText(20_000, 'public'),
    challenges: freeText(20_000, 'public').optional(),
    evidence: z.array(Evidence).max(50).default([]),
  }),
);
export const AddEvidence = command(
  'commitments.add-evidence.v1',
  official,
  'Add evidence to a milestone.',
  z.strictObject({ forumId: Id, evidenceId: Id, commitmentId: Id, milestoneId: Id, evidence: Evidence }),
);
export const CloseReportingWindow = command(
  'commitments.close-reporting-window.v1',
  secretariatOrProcess,
  'Close a reporting window.',
  z.strictObject({ forumId: Id, windowId: Id }),
);

/** Also issued by our own reaction when people tells that a person was erased. */
export const EraseContributor = command(
  'commitments.erase-contributor.v1',
  ['secretariat', 'process'],
  "Destroy the key under which a contributor's texts are sealed.",
  z.strictObject({ forumId: Id, contributorId: Id }),
);
