import {
  AppealDecided,
  ContributionAccepted,
  ContributionAnswered,
  ContributionAppealed,
  ContributionRestored,
  ContributionSetAside,
  ContributorErased,
  ResponseWaived,
} from '@madang/contracts';
import { projection } from '@madang/decider';
import type { ContributionStatus } from '../domain/contribution/state.ts';

export type NewContribution = {
  readonly contributionId: string;
  readonly forumId: string;
  readonly consultationId: string;
  readonly commitmentId: string;
  readonly contributorId: string;
  readonly textId: string;
};

export type ContributionRows = {
  readonly addContributions: (contributions: readonly NewContribution[]) => Promise<void>;
  readonly setContributionStates: (
    contributionIds: readonly string[],
    state: ContributionStatus,
  ) => Promise<void>;
  readonly setAppeals: (
    contributionIds: readonly string[],
    appeal: 'open' | 'upheld' | 'restored',
  ) => Promise<void>;
  readonly setAnswers: (
    answers: readonly {
      readonly contributionId: string;
      readonly responseId: string;
      readonly outcome: string;
    }[],
  ) => Promise<void>;
  readonly addErased: (contributorIds: readonly string[]) => Promise<void>;
};

export const contributionProjections = [
  projection(ContributionAccepted, (rows: ContributionRows, facts) =>
    rows.addContributions(
      facts.map(
        ({ data: { contributionId, forumId, consultationId, commitmentId, contributorId, text } }) => ({
          contributionId,
          forumId,
          consultationId,
          commitmentId,
          contributorId,
          textId: text.textId,
        }),
      ),
    ),
  ),
  projection(ContributionSetAside, (rows: ContributionRows, facts) =>
    rows.setContributionStates(
      facts.map((fact) => fact.data.contributionId),
      'set-aside',
    ),
  ),
  projection(ContributionRestored, (rows: ContributionRows, facts) =>
    rows.setContributionStates(
      facts.map((fact) => fact.data.contributionId),
      'accepted',
    ),
  ),
  projection(ContributionAppealed, (rows: ContributionRows, facts) =>
    rows.setAppeals(
      facts.map((fact) => fact.data.contributionId),
      'open',
    ),
  ),
  projection(AppealDecided, async (rows: ContributionRows, facts) => {
    for (const { data } of facts) await rows.setAppeals([data.contributionId], data.outcome);
  }),
  projection(ResponseWaived, (rows: ContributionRows, facts) =>
    rows.setContributionStates(
      facts.map((fact) => fact.data.contributionId),
      'waived',
    ),
  ),
  projection(ContributionAnswered, (rows: ContributionRows, facts) =>
    rows.setAnswers(
      facts.map(({ data: { contributionId, responseId, outcome } }) => ({
        contributionId,
        responseId,
        outcome,
      })),
    ),
  ),
  projection(ContributorErased, (rows: ContributionRows, facts) =>
    rows.addErased(facts.map((fact) => fact.data.contributorId)),
  ),
];
