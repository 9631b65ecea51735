import {
  CallClosed,
  CallOpened,
  ClusterNamed,
  CommitmentAdopted,
  CommitmentDrafted,
  CommitmentWithdrawn,
  ConsultationClosed,
  ConsultationOpened,
  ConsultationSealed,
  ContributionAccepted,
  ContributionAnswered,
  ContributionSetAside,
  ProposalBecamePart,
  ProposalDeclined,
  ProposalMerged,
  ProposalReceived,
  ProposalSplit,
  ReportingWindowClosed,
  ReportingWindowOpened,
  ResponseDrafted,
  ResponsePublished,
  ResponseWaived,
} from '@madang/contracts';
import { happened } from '@madang/decider';
import { call } from '../domain/call/evolve.ts';
import { cluster } from '../domain/cluster/evolve.ts';
import { commitment } from '../domain/commitment/evolve.ts';
import { consultation } from '../domain/consultation/evolve.ts';
import { contribution } from '../domain/contribution/evolve.ts';
import { proposal } from '../domain/proposal/evolve.ts';
import { reportingWindow } from '../domain/reporting-window/evolve.ts';
import { response } from '../domain/response/evolve.ts';
import { sealed } from './asking.ts';
import {
  CLOSES_AT,
  callId,
  citizenId,
  clusterId,
  commitmentIds,
  consultationId,
  cycleId,
  forumId,
  milestoneIds,
  ministry,
  releaseId,
  TODAY,
  windowId,
} from './names.ts';

const inForum = { forumId, cycleId };
const zone = 'Asia/Seoul';

/** A commitment in the template as an asker writes it. */
export const template = {
  number: 1,
  title: { ko: '공공데이터', en: 'Open data' },
  periodFrom: '2026-01-01',
  periodUntil: '2027-12-31',
  leadInstitutionId: ministry,
  values: ['transparency'],
  problem: { lang: 'ko', text: '문제' },
  solution: { lang: 'ko', text: '해결' },
  results: { lang: 'ko', text: '결과' },
  milestones: [
    {
      milestoneId: milestoneIds[0],
      name: { ko: '하나', en: 'One' },
      dueOn: '2026-12-31',
      leadInstitutionId: ministry,
    },
    {
      milestoneId: milestoneIds[1],
      name: { ko: '둘', en: 'Two' },
      dueOn: '2027-06-30',
      leadInstitutionId: ministry,
    },
  ],
} as const;

const draft = {
  ...template,
  supporters: [],
  sdgTargets: [],
  problem: sealed('문제'),
  solution: sealed('해결'),
  results: sealed('결과'),
};

export const callOpened = happened(call.ref(callId), CallOpened, {
  ...inForum,
  callId,
  closesAt: CLOSES_AT,
  zone,
});
export const callClosed = happened(call.ref(callId), CallClosed, { ...inForum, callId });

export const received = (proposalId: string, more: object = {}) =>
  happened(proposal.ref(proposalId), ProposalReceived, {
    ...inForum,
    proposalId,
    callId,
    channel: 'online',
    contributorId: citizenId,
    contributorKind: 'person',
    receivedOn: TODAY,
    title: sealed('제안'),
    ...more,
  });
export const merged = (proposalId: string, intoProposalId: string) =>
  happened(proposal.ref(proposalId), ProposalMerged, {
    forumId,
    proposalId,
    intoProposalId,
    reason: sealed('이유'),
  });
export const split = (proposalId: string) =>
  happened(proposal.ref(proposalId), ProposalSplit, {
    forumId,
    proposalId,
    parts: [],
    reason: sealed('이유'),
  });
export const declined = (proposalId: string) =>
  happened(proposal.ref(proposalId), ProposalDeclined, {
    forumId,
    proposalId,
    reasonCode: 'duplicate',
    reason: sealed('이유'),
  });
export const becamePart = (proposalId: string, commitmentId: string) =>
  happened(proposal.ref(proposalId), ProposalBecamePart, { forumId, proposalId, commitmentId });

export const drafted = (commitmentId: string, more: object = {}) =>
  happened(commitment.ref(commitmentId), CommitmentDrafted, {
    ...inForum,
    commitmentId,
    version: 1,
    draft,
    fromProposals: [],
    warnings: [],
    ...more,
  });
export const adopted = (commitmentId: string) =>
  happened(commitment.ref(commitmentId), CommitmentAdopted, {
    ...inForum,
    commitmentId,
    version: 1,
    on: TODAY,
  });
export const withdrawn = (commitmentId: string) =>
  happened(commitment.ref(commitmentId), CommitmentWithdrawn, {
    ...inForum,
    commitmentId,
    authority: 'plenary',
    reason: sealed('이유'),
  });

export const consultationOpened = happened(consultation.ref(consultationId), ConsultationOpened, {
  ...inForum,
  consultationId,
  commitmentIds: [...commitmentIds],
  closesAt: CLOSES_AT,
  zone,
});
export const consultationClosed = happened(consultation.ref(consultationId), ConsultationClosed, {
  ...inForum,
  consultationId,
  accepted: 0,
  setAside: 0,
});
export const consultationSealed = happened(consultation.ref(consultationId), ConsultationSealed, {
  ...inForum,
  consultationId,
  accepted: 0,
  answered: 0,
  waived: 0,
});

export const contributed = (contributionId: string, more: object = {}) =>
  happened(contribution.ref(contributionId), ContributionAccepted, {
    ...inForum,
    contributionId,
    consultationId,
    commitmentId: commitmentIds[0],
    contributorId: citizenId,
    contributorKind: 'person',
    channel: 'online',
    receivedOn: TODAY,
    text: sealed('의견'),
    ...more,
  });
export const setAside = (contributionId: string) =>
  happened(contribution.ref(contributionId), ContributionSetAside, {
    forumId,
    contributionId,
    consultationId,
    reasonCode: 'spam',
  });
export const answered = (contributionId: string, responseId: string) =>
  happened(contribution.ref(contributionId), ContributionAnswered, {
    forumId,
    contributionId,
    consultationId,
    responseId,
    outcome: 'adopted',
  });
export const waived = (contributionId: string) =>
  happened(contribution.ref(contributionId), ResponseWaived, {
    forumId,
    contributionId,
    consultationId,
    authority: 'plenary',
    reason: sealed('이유'),
  });

export const clusterNamed = (ids: readonly string[]) =>
  happened(cluster.ref(clusterId), ClusterNamed, {
    forumId,
    clusterId,
    consultationId,
    theme: '데이터',
    contributionIds: ids,
  });
export const responseDrafted = (responseId: string, ids: readonly string[]) =>
  happened(response.ref(responseId), ResponseDrafted, {
    forumId,
    responseId,
    consultationId,
    contributionIds: ids,
    outcome: 'adopted',
    reason: sealed('이유'),
    changedCommitmentIds: [],
  });
export const responsePublished = (responseId: string, ids: readonly string[]) =>
  happened(response.ref(responseId), ResponsePublished, {
    forumId,
    responseId,
    consultationId,
    releaseId,
    authority: 'secretariat',
    outcome: 'adopted',
    contributionIds: ids,
  });

export const windowOpened = happened(reportingWindow.ref(windowId), ReportingWindowOpened, {
  ...inForum,
  windowId,
  number: 1,
  from: '2026-01-01',
  until: '2026-06-30',
  closesAt: CLOSES_AT,
});
export const windowClosed = happened(reportingWindow.ref(windowId), ReportingWindowClosed, {
  ...inForum,
  windowId,
  number: 1,
  reported: 0,
  milestones: 0,
});
