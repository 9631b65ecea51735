export {
  actedContraryToProcess,
  callsForProceduralReview,
  type Ground,
  type ProcessFacts,
  type ProcessVerdict,
} from './acted-contrary-to-process.ts';
export { adviseCommitments } from './advise-commitments.ts';
export { checkRequirements } from './check-requirements.ts';
export { nextMeetingDueOn } from './checks/dialogue-regular.ts';
export type { CycleFacts, InputWindow } from './cycle-facts.ts';
export {
  type Ballot,
  type BallotJudgement,
  type BallotReason,
  type BallotRules,
  type EntitledSeat,
  judgeBallot,
  type Tally,
  type Vote,
} from './judge-ballot.ts';
export type {
  CheckName,
  LadderDefaults,
  Level,
  Provenance,
  Requirement,
  RulePack,
  Terms,
  Verification,
} from './rule-pack.ts';
export { rulePack, rulePackFor, rulePacks } from './rule-packs.ts';
export type { Evidence, Finding, Standing, Status } from './standing.ts';
export { type Watch, watchRequirements } from './watch.ts';
export { completionValues, ogpValues, responseOutcomes, sectors } from './words.ts';
