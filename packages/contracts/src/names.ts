/**
 * Types of the facts that processes know, as plain strings: a process runs where zod would cost megabytes for each one
 * that is kept in memory. A spec holds them against the contracts.
 */
export const factNames = {
  cycleOpened: 'forums.cycle.opened.v1',
  timetablePublished: 'forums.cycle.timetable-published.v1',
  deadlineMoved: 'forums.cycle.deadline-moved.v1',
  cycleSuspended: 'forums.cycle.suspended.v1',
  cycleResumed: 'forums.cycle.resumed.v1',
  planApproved: 'forums.cycle.plan-approved.v1',
  planSubmitted: 'forums.cycle.plan-submitted.v1',
  cycleClosed: 'forums.cycle.closed.v1',
  ballotOpened: 'forums.ballot.opened.v1',
  ballotClosed: 'forums.ballot.closed.v1',
  forumFounded: 'forums.forum.founded.v1',
  meetingHeld: 'forums.meeting.held.v1',
  repositoryUpdated: 'forums.forum.repository-updated.v1',
  clockStepped: 'forums.clock.stepped.v1',
  commitmentDrafted: 'commitments.commitment.drafted.v1',
  consultationClosed: 'commitments.consultation.closed.v1',
  consultationSealed: 'commitments.consultation.sealed.v1',
  responsePublished: 'commitments.response.published.v1',
  responseWaived: 'commitments.contribution.response-waived.v1',
  obligationImposed: 'ministries.obligation.imposed.v1',
  obligationExtended: 'ministries.obligation.extended.v1',
  obligationReturned: 'ministries.obligation.returned.v1',
  obligationDischarged: 'ministries.obligation.discharged.v1',
  obligationWithdrawn: 'ministries.obligation.withdrawn.v1',
  signOffsSealed: 'ministries.sign-offs.sealed.v1',
} as const;
