import { z } from 'zod';
import { Day, Instant, OfficialName } from '../kernel/primitives.ts';

/** Stages of an action plan cycle in their order; `drafting` to `approval` is the development of the plan. */
export const Stage = z.enum([
  'timetable',
  'drafting',
  'consultation',
  'response',
  'approval',
  'submission',
  'monitoring',
  'assessment',
  'closed',
]);
export type Stage = z.infer<typeof Stage>;

/** Stages that have dates in a timetable. */
export const DatedStage = z.enum(['drafting', 'consultation', 'response', 'approval', 'monitoring']);
export type DatedStage = z.infer<typeof DatedStage>;

/** `opensAt` and `closesAt` are the instants of the two days in the forum's zone (start and end of day). */
export const StageDates = z.object({
  stage: DatedStage,
  opensOn: Day,
  closesOn: Day,
  opensAt: Instant,
  closesAt: Instant,
});
export type StageDates = z.infer<typeof StageDates>;

export const Sector = z.enum(['government', 'civil-society', 'academia', 'private', 'other-branch']);
export type Sector = z.infer<typeof Sector>;

export const RulePackId = z.enum(['ogp-2017', 'ogp-2022', 'ogp-local']);
export type RulePackId = z.infer<typeof RulePackId>;

export const VotingRules = z.strictObject({
  /** Share of entitled seats that must vote (abstention counts as voting), 0 to 1. */
  quorum: z.number().gt(0).max(1),
  parity: z.enum(['none', 'both-halves-present', 'equal-weight']),
  majority: z.enum(['simple', 'two-thirds', 'consensus']),
  ballots: z.enum(['roll-call', 'secret']),
});
export type VotingRules = z.infer<typeof VotingRules>;

export const Choice = z.enum(['yes', 'no', 'abstain']);
export type Choice = z.infer<typeof Choice>;

export const Organisation = z.strictObject({ name: OfficialName });
export const MeetingKind = z.enum(['plenary', 'working-group', 'subcommittee', 'results']);
/** `approaching`: it can still be kept; `missed`: its last day is over. */
export const RequirementRisk = z.enum(['approaching', 'missed']);
export const Matter = z.enum(['approve-plan', 'elect-co-chair', 'amend-plan', 'other']);
