import { z } from 'zod';
import { event } from '../kernel/define.ts';
import { Day, Id, Instant, Letter, TextRef } from '../kernel/primitives.ts';
import { textContracts } from '../kernel/texts.ts';
import { Channel, CommitmentFact, Completion, ContributorKind, Evidence } from './words.ts';

export * from './consultation-events.ts';

/** Told again with another `closesAt` when the deadline of drafting was moved; `zone` in which days of receipt are judged. */
export const CallOpened = event(
  'commitments.call.opened.v1',
  'Proposals are asked for.',
  z.object({ forumId: Id, callId: Id, cycleId: Id, closesAt: Instant, zone: z.string().optional() }),
);
export const CallClosed = event(
  'commitments.call.closed.v1',
  'The call is over.',
  z.object({ forumId: Id, callId: Id, cycleId: Id }),
);
export const ProposalReceived = event(
  'commitments.proposal.received.v1',
  'A proposal was received.',
  z.object({
    forumId: Id,
    proposalId: Id,
    callId: Id,
    cycleId: Id,
    channel: Channel,
    contributorId: Id,
    contributorKind: ContributorKind,
    receivedOn: Day,
    theme: z.string().optional(),
    title: TextRef,
    body: TextRef.optional(),
  }),
);
/** On each proposal that went into another. */
export const ProposalMerged = event(
  'commitments.proposal.merged.v1',
  'A proposal went into another.',
  z.object({ forumId: Id, proposalId: Id, intoProposalId: Id, reason: TextRef }),
);
/** On the proposal that took others in. */
export const ProposalsTakenIn = event(
  'commitments.proposal.taken-in.v1',
  'A proposal took others in.',
  z.object({ forumId: Id, proposalId: Id, proposalIds: z.array(Id) }),
);
export const ProposalSplit = event(
  'commitments.proposal.split.v1',
  'A proposal was split.',
  z.object({
    forumId: Id,
    proposalId: Id,
    parts: z.array(z.object({ proposalId: Id, title: TextRef })),
    reason: TextRef,
  }),
);
/** On each part, which begins its own life. */
export const ProposalPartMade = event(
  'commitments.proposal.part-made.v1',
  'A part of a split proposal.',
  z.object({
    forumId: Id,
    proposalId: Id,
    cycleId: Id,
    fromProposalId: Id,
    contributorId: Id,
    contributorKind: ContributorKind,
    title: TextRef,
  }),
);
export const ProposalDeclined = event(
  'commitments.proposal.declined.v1',
  'A proposal was declined with a reason.',
  z.object({ forumId: Id, proposalId: Id, reasonCode: z.string(), reason: TextRef }),
);
export const ProposalBecamePart = event(
  'commitments.proposal.became-part.v1',
  'A proposal became part of a draft commitment.',
  z.object({ forumId: Id, proposalId: Id, commitmentId: Id }),
);

/** `advisedCount` exceeded is a warning, never a refusal. */
export const CommitmentDrafted = event(
  'commitments.commitment.drafted.v1',
  'A commitment was drafted.',
  z.object({
    forumId: Id,
    cycleId: Id,
    commitmentId: Id,
    version: z.int(),
    draft: CommitmentFact,
    fromProposals: z.array(Id),
    warnings: z.array(z.enum(['more-than-advised'])),
  }),
);
export const CommitmentRevised = event(
  'commitments.commitment.revised.v1',
  'A draft has a new version.',
  z.object({
    forumId: Id,
    cycleId: Id,
    commitmentId: Id,
    version: z.int(),
    draft: CommitmentFact,
    because: z.array(Id),
    reason: TextRef.optional(),
    fromProposals: z.array(Id).optional(),
  }),
);
export const CommitmentAdopted = event(
  'commitments.commitment.adopted.v1',
  'A commitment is part of the plan.',
  z.object({ forumId: Id, cycleId: Id, commitmentId: Id, version: z.int(), on: Day }),
);
export const CommitmentAmended = event(
  'commitments.commitment.amended.v1',
  'An adopted commitment was amended.',
  z.object({
    forumId: Id,
    cycleId: Id,
    commitmentId: Id,
    version: z.int(),
    draft: CommitmentFact,
    authority: z.string(),
    reason: TextRef,
    letter: Letter.optional(),
    because: z.array(Id).optional(),
  }),
);
export const CommitmentWithdrawn = event(
  'commitments.commitment.withdrawn.v1',
  'A commitment was withdrawn.',
  z.object({
    forumId: Id,
    cycleId: Id,
    commitmentId: Id,
    authority: z.string(),
    reason: TextRef,
    letter: Letter.optional(),
  }),
);
export const CommitmentLinked = event(
  'commitments.commitment.linked.v1',
  'A local commitment serves one of the national plan.',
  z.object({ forumId: Id, commitmentId: Id, nationalCommitmentId: Id }),
);
export const EvidenceAdded = event(
  'commitments.commitment.evidence-added.v1',
  'Evidence was added to a milestone.',
  z.object({ forumId: Id, evidenceId: Id, commitmentId: Id, milestoneId: Id, evidence: Evidence, on: Day }),
);
export const ProgressReported = event(
  'commitments.commitment.progress-reported.v1',
  'The progress of a milestone was reported.',
  z.object({
    forumId: Id,
    windowId: Id,
    commitmentId: Id,
    milestoneId: Id,
    completion: Completion,
    progress: TextRef,
    challenges: TextRef.optional(),
    evidence: z.array(Evidence),
    on: Day,
  }),
);

/** Told again with another `closesAt` when the deadline of consultation was moved; `zone` in which days of receipt are judged. */

export const {
  TextPublished: CommitmentTextPublished,
  TextNarrowed: CommitmentTextNarrowed,
  TextTranslated: CommitmentTextTranslated,
  TranslationChecked: CommitmentTranslationChecked,
  TextCorrected: CommitmentTextCorrected,
  TextWithdrawn: CommitmentTextWithdrawn,
} = textContracts('commitments');
