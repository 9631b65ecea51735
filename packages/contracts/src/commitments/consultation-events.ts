import { z } from 'zod';
import { event } from '../kernel/define.ts';
import { Day, Id, Instant, Letter, TextRef } from '../kernel/primitives.ts';
import { AboutOneself, Channel, Clause, ContributorKind, Outcome } from './words.ts';

export const ConsultationOpened = event(
  'commitments.consultation.opened.v1',
  'A consultation is open.',
  z.object({
    forumId: Id,
    consultationId: Id,
    cycleId: Id,
    commitmentIds: z.array(Id),
    closesAt: Instant,
    zone: z.string().optional(),
  }),
);
export const ConsultationClosed = event(
  'commitments.consultation.closed.v1',
  'The intake is closed.',
  z.object({ forumId: Id, consultationId: Id, cycleId: Id, accepted: z.int(), setAside: z.int() }),
);
/** The gate of approval. OGP 4.1. */
export const ConsultationSealed = event(
  'commitments.consultation.sealed.v1',
  'Every accepted contribution is answered or waived.',
  z.object({
    forumId: Id,
    consultationId: Id,
    cycleId: Id,
    accepted: z.int(),
    answered: z.int(),
    waived: z.int(),
  }),
);
export const ClusterNamed = event(
  'commitments.cluster.named.v1',
  'A cluster of contributions was named.',
  z.object({
    forumId: Id,
    clusterId: Id,
    consultationId: Id,
    theme: z.string(),
    contributionIds: z.array(Id),
  }),
);
export const ContributionAccepted = event(
  'commitments.contribution.accepted.v1',
  'A contribution was accepted.',
  z.object({
    forumId: Id,
    contributionId: Id,
    consultationId: Id,
    cycleId: Id,
    commitmentId: Id,
    clause: Clause.optional(),
    contributorId: Id,
    contributorKind: ContributorKind,
    channel: Channel,
    receivedOn: Day,
    text: TextRef,
  }),
);
export const ContributionSetAside = event(
  'commitments.contribution.set-aside.v1',
  'A contribution was set aside.',
  z.object({ forumId: Id, contributionId: Id, consultationId: Id, reasonCode: z.string() }),
);
export const ContributionRestored = event(
  'commitments.contribution.restored.v1',
  'A contribution was restored.',
  z.object({ forumId: Id, contributionId: Id, consultationId: Id }),
);
export const ContributionAnswered = event(
  'commitments.contribution.answered.v1',
  'A contribution has its published reasoned response.',
  z.object({ forumId: Id, contributionId: Id, consultationId: Id, responseId: Id, outcome: Outcome }),
);
export const ResponseWaived = event(
  'commitments.contribution.response-waived.v1',
  'A contribution gets no answer, by recorded authority.',
  z.object({ forumId: Id, contributionId: Id, consultationId: Id, authority: z.string(), reason: TextRef }),
);
export const ResponseDrafted = event(
  'commitments.response.drafted.v1',
  'A reasoned response was drafted.',
  z.object({
    forumId: Id,
    responseId: Id,
    consultationId: Id,
    clusterId: Id.optional(),
    contributionIds: z.array(Id),
    outcome: Outcome,
    reason: TextRef,
    changedCommitmentIds: z.array(Id),
  }),
);
export const ResponsePublished = event(
  'commitments.response.published.v1',
  'A reasoned response is public.',
  z.object({
    forumId: Id,
    responseId: Id,
    consultationId: Id,
    releaseId: Id,
    authority: z.string(),
    letter: Letter.optional(),
    outcome: Outcome,
    contributionIds: z.array(Id),
  }),
);
/** On its own aggregate, with no contributor in it; the actor is the service itself. */
export const ParticipationCounted = event(
  'commitments.participation.counted.v1',
  'Answers about oneself were counted.',
  z.object({ forumId: Id, cycleId: Id, about: AboutOneself }),
);
export const ReportingWindowOpened = event(
  'commitments.reporting-window.opened.v1',
  'A reporting window is open.',
  z.object({
    forumId: Id,
    windowId: Id,
    cycleId: Id,
    number: z.int(),
    from: Day,
    until: Day,
    closesAt: Instant,
  }),
);
/** Since v1 began a moved closing was told as opened anew; it is told so from here on. */
export const ReportingWindowExtended = event(
  'commitments.reporting-window.extended.v1',
  'A reporting window closes later, by a decision.',
  z.object({
    forumId: Id,
    windowId: Id,
    cycleId: Id,
    number: z.int(),
    closesOn: Day,
    closesAt: Instant,
    authority: z.string(),
    noticeGivenOn: Day,
    reason: TextRef,
    letter: Letter.optional(),
  }),
);
export const ReportingWindowClosed = event(
  'commitments.reporting-window.closed.v1',
  'A reporting window is closed.',
  z.object({
    forumId: Id,
    windowId: Id,
    cycleId: Id,
    number: z.int(),
    reported: z.int(),
    milestones: z.int(),
  }),
);
/** `keyIds`: the keys that are destroyed; applied again after any restore. */
export const ContributorErased = event(
  'commitments.contributor.erased.v1',
  "A contributor's texts can never be read again.",
  z.object({ forumId: Id, contributorId: Id, keyIds: z.array(Id) }),
);
