import { z } from 'zod';
import { command, event } from '../kernel/define.ts';
import { freeText, Id, TextRef } from '../kernel/primitives.ts';
import { anybody } from '../kernel/who.ts';

export const AppealOutcome = z.enum(['upheld', 'restored']);

export const AppealModeration = command(
  'commitments.appeal-moderation.v1',
  anybody,
  'Appeal against a contribution having been set aside; once, by whoever wrote it.',
  z.strictObject({
    forumId: Id,
    contributionId: Id,
    contributorId: Id,
    /** Read by the secretariat and whoever wrote it. */
    text: freeText(5_000, 'institution'),
  }),
);
export const DecideAppeal = command(
  'commitments.decide-appeal.v1',
  ['secretariat', 'co-chair'],
  'Decide an appeal against moderation; never who set the contribution aside.',
  z.strictObject({
    forumId: Id,
    contributionId: Id,
    outcome: AppealOutcome,
    reason: freeText(5_000, 'public'),
  }),
);
export const ContributionAppealed = event(
  'commitments.contribution.appealed.v1',
  'Whoever wrote it appeals against a contribution having been set aside.',
  z.object({ forumId: Id, contributionId: Id, consultationId: Id, contributorId: Id, text: TextRef }),
);
export const AppealDecided = event(
  'commitments.contribution.appeal-decided.v1',
  'An appeal against moderation was decided, with a reason.',
  z.object({ forumId: Id, contributionId: Id, consultationId: Id, outcome: AppealOutcome, reason: TextRef }),
);
