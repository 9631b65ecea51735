import { z } from 'zod';
import { ReadTextsBody, ReadTextsResult } from '../forums/queries.ts';
import { query } from '../kernel/define.ts';
import { Day, Id, Instant } from '../kernel/primitives.ts';
import { AboutOneself, CommitmentFact, Completion, Outcome } from './words.ts';

export const ResponseCoverage = query(
  'commitments.response-coverage.v1',
  'anyone',
  'How many accepted contributions have their answer.',
  z.strictObject({ consultationId: Id }),
  z.object({
    consultationId: Id,
    state: z.enum(['open', 'closed', 'sealed']),
    accepted: z.int(),
    answered: z.int(),
    waived: z.int(),
    drafted: z.int(),
    unanswered: z.int(),
  }),
);
export const UnansweredContributions = query(
  'commitments.unanswered-contributions.v1',
  ['secretariat', 'ministry', 'operator', 'process'],
  'Accepted contributions without an answer, a page at a time.',
  z.strictObject({
    consultationId: Id,
    cursor: Id.optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  z.object({ contributionIds: z.array(Id), next: Id.nullable() }),
);
export const ContributionFate = query(
  'commitments.contribution-fate.v1',
  'anyone',
  'What became of a contribution.',
  z.strictObject({ contributionId: Id }),
  z.object({
    contributionId: Id,
    state: z.enum(['accepted', 'set-aside', 'answered', 'waived']),
    outcome: Outcome.nullable(),
    responseId: Id.nullable(),
    reasonTextId: Id.nullable(),
    changedCommitmentIds: z.array(Id),
    textId: Id,
    erased: z.boolean(),
  }),
);
export const ProposalFate = query(
  'commitments.proposal-fate.v1',
  'anyone',
  'What became of a proposal, through merges and splits.',
  z.strictObject({ proposalId: Id }),
  z.object({
    proposalId: Id,
    state: z.enum(['received', 'merged', 'split', 'declined', 'part-of', 'set-aside']),
    mergedInto: Id.nullable(),
    parts: z.array(Id),
    commitmentIds: z.array(Id),
    declinedBecause: z.string().nullable(),
  }),
);
/** What the processes ask: who leads what in a cycle. */
export const CycleCommitments = query(
  'commitments.cycle-commitments.v1',
  'anyone',
  'The commitments of a cycle with their leads and milestones.',
  z.strictObject({ cycleId: Id }),
  z.object({
    cycleId: Id,
    callId: Id.nullable(),
    consultationId: Id.nullable(),
    consultationState: z.enum(['none', 'open', 'closed', 'sealed']),
    commitments: z.array(
      z.object({
        commitmentId: Id,
        number: z.int(),
        state: z.enum(['draft', 'adopted', 'withdrawn']),
        version: z.int(),
        leadInstitutionId: Id,
        milestones: z.array(z.object({ milestoneId: Id, dueOn: Day, leadInstitutionId: Id })),
        contributions: z.int(),
      }),
    ),
    windows: z.array(
      z.object({ windowId: Id, number: z.int(), state: z.enum(['open', 'closed']), closesAt: Instant }),
    ),
  }),
);
export const CommitmentText = query(
  'commitments.commitment.v1',
  'anyone',
  'A commitment, its version or the latest.',
  z.strictObject({ commitmentId: Id, version: z.coerce.number().int().min(1).optional() }),
  z.object({
    commitmentId: Id,
    cycleId: Id,
    state: z.enum(['draft', 'adopted', 'withdrawn']),
    version: z.int(),
    versions: z.array(z.object({ version: z.int(), at: Instant, reasonTextId: Id.nullable() })),
    draft: CommitmentFact,
    fromProposals: z.array(Id),
    nationalCommitmentId: Id.nullable(),
    reports: z.array(
      z.object({ windowId: Id, milestoneId: Id, completion: Completion, progressTextId: Id, on: Day }),
    ),
  }),
);
export const CommitmentDiff = query(
  'commitments.commitment-diff.v1',
  'anyone',
  'What changed between two versions, field by field.',
  z.strictObject({
    commitmentId: Id,
    from: z.coerce.number().int().min(1),
    to: z.coerce.number().int().min(1),
  }),
  z.object({
    commitmentId: Id,
    changes: z.array(z.object({ path: z.string(), before: z.unknown(), after: z.unknown() })),
  }),
);
/** Counts below five are hidden (null). */
export const ParticipationTallies = query(
  'commitments.participation-tallies.v1',
  'anyone',
  'Who took part, as tallies; counts below five are hidden.',
  z.strictObject({ cycleId: Id }),
  z.object({
    tallies: z.array(
      z.object({
        question: z.enum(Object.keys(AboutOneself.shape) as [string, ...string[]]),
        answer: z.string(),
        count: z.int().nullable(),
      }),
    ),
  }),
);
export const PlanCompletion = query(
  'commitments.plan-completion.v1',
  'anyone',
  'Completion per commitment from the latest reports, with those of linked local plans.',
  z.strictObject({ cycleId: Id }),
  z.object({
    commitments: z.array(
      z.object({
        commitmentId: Id,
        number: z.int(),
        completion: Completion,
        reported: z.int(),
        milestones: z.int(),
        overdueMilestones: z.int(),
        localCommitments: z.int(),
      }),
    ),
  }),
);
export const ReadCommitmentTexts = query(
  'commitments.read-texts.v1',
  'anyone',
  'Texts of proposals, commitments, contributions and answers that the asker may read.',
  ReadTextsBody,
  ReadTextsResult,
);
