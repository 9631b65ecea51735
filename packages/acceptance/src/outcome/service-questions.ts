import {
  CommitmentFactsOfForum,
  CommitmentPositions,
  ForumFactsOfForum,
  ForumPositions,
  MinistryFactsOfForum,
  MinistryPositions,
  PeopleFactsOfForum,
  PeoplePositions,
} from '@madang/contracts';

/** What is asked of every service alike. */
export const serviceQuestions = [
  { service: 'forums', positions: ForumPositions, facts: ForumFactsOfForum },
  { service: 'commitments', positions: CommitmentPositions, facts: CommitmentFactsOfForum },
  { service: 'ministries', positions: MinistryPositions, facts: MinistryFactsOfForum },
  { service: 'people', positions: PeoplePositions, facts: PeopleFactsOfForum },
] as const;
