import { operationContracts } from './kernel/operations.ts';

export const { Positions: ForumPositions, ParkedFacts: ForumParkedFacts, ReplayParked: ReplayForumParked, FactsOf: ForumFactsOf } = operationContracts('forums');
export const { Positions: CommitmentPositions, ParkedFacts: CommitmentParkedFacts, ReplayParked: ReplayCommitmentParked, FactsOf: CommitmentFactsOf } = operationContracts('commitments');
export const { Positions: MinistryPositions, ParkedFacts: MinistryParkedFacts, ReplayParked: ReplayMinistryParked, FactsOf: MinistryFactsOf } = operationContracts('ministries');
export const { Positions: PeoplePositions, ParkedFacts: PeopleParkedFacts, ReplayParked: ReplayPeopleParked, FactsOf: PeopleFactsOf } = operationContracts('people');
