import { z } from 'zod';
import { command, event } from '../kernel/define.ts';
import { freeText, Id, TextRef, word } from '../kernel/primitives.ts';
import { anybody, secretariat } from '../kernel/who.ts';
import { AppealOutcome } from './moderation-contracts.ts';

export const ThemeProposals = command(
  'commitments.theme-proposals.v1',
  secretariat,
  'Sort proposals by theme, many at once; a theme that is null is taken off.',
  z.strictObject({
    forumId: Id,
    cycleId: Id,
    themes: z
      .array(z.strictObject({ proposalId: Id, theme: word(60).nullable() }))
      .min(1)
      .max(200),
  }),
);
export const SetAsideProposal = command(
  'commitments.set-aside-proposal.v1',
  secretariat,
  'Set a proposal aside by a rule of moderation; it keeps its place and can be restored.',
  z.strictObject({
    forumId: Id,
    proposalId: Id,
    reasonCode: z.enum(['abusive', 'personal-data', 'spam', 'not-a-proposal']),
  }),
);
export const RestoreProposal = command(
  'commitments.restore-proposal.v1',
  secretariat,
  'Restore a proposal that was set aside.',
  z.strictObject({ forumId: Id, proposalId: Id }),
);
export const AppealProposal = command(
  'commitments.appeal-proposal.v1',
  anybody,
  'Appeal against a proposal having been set aside; once, by whoever wrote it.',
  z.strictObject({
    forumId: Id,
    proposalId: Id,
    contributorId: Id,
    /** Read by the secretariat and whoever wrote it. */
    text: freeText(5_000, 'institution'),
  }),
);
export const DecideProposalAppeal = command(
  'commitments.decide-proposal-appeal.v1',
  ['secretariat', 'co-chair'],
  'Decide an appeal for a proposal; never who set it aside.',
  z.strictObject({
    forumId: Id,
    proposalId: Id,
    outcome: AppealOutcome,
    reason: freeText(5_000, 'public'),
  }),
);

const about = { forumId: Id, proposalId: Id, cycleId: Id };
export const ProposalThemed = event(
  'commitments.proposal.themed.v1',
  'A proposal was sorted by theme.',
  z.object({ ...about, theme: z.string().nullable() }),
);
export const ProposalSetAside = event(
  'commitments.proposal.set-aside.v1',
  'A proposal was set aside.',
  z.object({ ...about, reasonCode: z.string() }),
);
export const ProposalRestored = event(
  'commitments.proposal.restored.v1',
  'A proposal was restored.',
  z.object(about),
);
export const ProposalAppealed = event(
  'commitments.proposal.appealed.v1',
  'Whoever wrote it appeals against a proposal having been set aside.',
  z.object({ ...about, contributorId: Id, text: TextRef }),
);
export const ProposalAppealDecided = event(
  'commitments.proposal.appeal-decided.v1',
  'An appeal for a proposal was decided, with a reason.',
  z.object({ ...about, outcome: AppealOutcome, reason: TextRef }),
);
