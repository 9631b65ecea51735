import { z } from 'zod';
import { command } from '../kernel/define.ts';
import { Day, freeText, Id, Instant, Letter, word } from '../kernel/primitives.ts';
import { textContracts } from '../kernel/texts.ts';
import { anybody, official, secretariat, secretariatOrProcess } from '../kernel/who.ts';
import { Channel, CommitmentTemplate, ContributorKind } from './words.ts';

export * from './consultation-commands.ts';

const Reason = freeText(10_000, 'public');

// Proposals
export const OpenCall = command(
  'commitments.open-call.v1',
  secretariatOrProcess,
  'Open the call for proposals of a cycle.',
  z.strictObject({ forumId: Id, callId: Id, cycleId: Id, closesAt: Instant }),
);
export const CloseCall = command(
  'commitments.close-call.v1',
  secretariatOrProcess,
  'Close the call for proposals.',
  z.strictObject({ forumId: Id, callId: Id }),
);
export const ReceiveProposal = command(
  'commitments.receive-proposal.v1',
  anybody,
  'Hand in a proposal, or record one taken at a meeting, on paper or by mail.',
  z.strictObject({
    forumId: Id,
    proposalId: Id,
    callId: Id,
    cycleId: Id,
    channel: Channel,
    contributorId: Id,
    contributorKind: ContributorKind,
    receivedOn: Day,
    theme: word(60).optional(),
    title: freeText(300, 'public'),
    body: freeText(20_000, 'public').optional(),
  }),
);
export const MergeProposals = command(
  'commitments.merge-proposals.v1',
  secretariat,
  'Merge proposals into one; their lineage is kept.',
  z.strictObject({
    forumId: Id,
    intoProposalId: Id,
    proposalIds: z.array(Id).min(1).max(200),
    reason: Reason,
  }),
);
export const SplitProposal = command(
  'commitments.split-proposal.v1',
  secretariat,
  'Split a proposal into parts that keep their lineage.',
  z.strictObject({
    forumId: Id,
    proposalId: Id,
    parts: z
      .array(z.strictObject({ proposalId: Id, title: freeText(300, 'public') }))
      .min(2)
      .max(20),
    reason: Reason,
  }),
);
export const DeclineProposal = command(
  'commitments.decline-proposal.v1',
  secretariat,
  'Decline a proposal with a reason.',
  z.strictObject({
    forumId: Id,
    proposalId: Id,
    reasonCode: z.enum([
      'empty',
      'duplicate',
      'out-of-scope',
      'not-feasible',
      'already-done',
      'abusive',
      'other',
    ]),
    reason: Reason,
  }),
);

// Draft commitments
export const DraftCommitment = command(
  'commitments.draft-commitment.v1',
  official,
  'Draft a commitment in the OGP template.',
  z.strictObject({
    forumId: Id,
    cycleId: Id,
    commitmentId: Id,
    draft: CommitmentTemplate,
    fromProposals: z.array(Id).max(200).default([]),
  }),
);
export const ReviseCommitment = command(
  'commitments.revise-commitment.v1',
  official,
  'Write a new version of a draft commitment.',
  z.strictObject({
    forumId: Id,
    commitmentId: Id,
    draft: CommitmentTemplate,
    /** Contributions because of which it is written anew. */
    because: z.array(Id).max(500).default([]),
    /** Proposals that become part of it with this version. */
    fromProposals: z.array(Id).max(200).default([]),
    /** The version that was written on; refused when another was written meanwhile. */
    onVersion: z.int().min(1).optional(),
    reason: Reason.optional(),
  }),
);
export const WithdrawCommitment = command(
  'commitments.withdraw-commitment.v1',
  secretariat,
  'Withdraw a commitment with a reason.',
  z.strictObject({
    forumId: Id,
    commitmentId: Id,
    reason: Reason,
    authority: z.enum(['plenary', 'co-chairs', 'minister', 'secretariat']),
    letter: Letter.optional(),
  }),
);
export const LinkCommitment = command(
  'commitments.link-commitment.v1',
  secretariat,
  "Link a local forum's commitment to one of the national plan.",
  z.strictObject({ forumId: Id, commitmentId: Id, nationalCommitmentId: Id }),
);

export const {
  PublishTexts: PublishCommitmentTexts,
  TranslateText: TranslateCommitmentText,
  CheckTranslation: CheckCommitmentTranslation,
  CorrectText: CorrectCommitmentText,
  WithdrawText: WithdrawCommitmentText,
} = textContracts('commitments');
