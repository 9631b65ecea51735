import { operationContracts } from './kernel/operations.ts';

export const {
  Positions: ForumPositions,
  ParkedFacts: ForumParkedFacts,
  ReplayParked: ReplayForumParked,
  FactsOf: ForumFactsOf,
  FactsOfForum: ForumFactsOfForum,
} = operationContracts('forums');
export const {
  Positions: CommitmentPositions,
  ParkedFacts: CommitmentParkedFacts,
  ReplayParked: ReplayCommitmentParked,
  FactsOf: CommitmentFactsOf,
  FactsOfForum: CommitmentFactsOfForum,
} = operationContracts('commitments');
export const {
  Positions: MinistryPositions,
  ParkedFacts: MinistryParkedFacts,
  ReplayParked: ReplayMinistryParked,
  FactsOf: MinistryFactsOf,
  FactsOfForum: MinistryFactsOfForum,
} = operationContracts('ministries');
export const {
  Positions: PeoplePositions,
  ParkedFacts: PeopleParkedFacts,
  ReplayParked: ReplayPeopleParked,
  FactsOf: PeopleFactsOf,
  FactsOfForum: PeopleFactsOfForum,
} = operationContracts('people');
