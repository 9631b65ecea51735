import {
  AppealDecided,
  ContributionAccepted,
  ContributionAnswered,
  ContributionAppealed,
  ContributionRestored,
  ContributionSetAside,
  ResponseWaived,
} from '@madang/contracts';
import { aggregate, type DomainEvent } from '@madang/decider';
import { begun, is } from '../fact-is.ts';
import type { Contribution } from './state.ts';

const evolve = (state: Contribution | undefined, event: DomainEvent): Contribution => {
  if (is(event, ContributionAccepted)) {
    const { forumId, contributionId, consultationId, commitmentId, contributorId, text } = event.data;
    return {
      forumId,
      contributionId,
      consultationId,
      commitmentId,
      contributorId,
      text: { textId: text.textId, visibility: text.visibility, digest: text.digest },
      status: 'accepted',
      responseId: null,
    };
  }
  const self = begun(state);
  if (is(event, ContributionSetAside)) return { ...self, status: 'set-aside', setAsideBy: event.actor?.id };
  if (is(event, ContributionAppealed)) return { ...self, appeal: 'open' };
  if (is(event, AppealDecided)) return { ...self, appeal: event.data.outcome };
  if (is(event, ContributionRestored)) return { ...self, status: 'accepted' };
  if (is(event, ContributionAnswered))
    return { ...self, status: 'answered', responseId: event.data.responseId };
  if (is(event, ResponseWaived)) return { ...self, status: 'waived' };
  return self;
};

export const contribution = aggregate('contribution', evolve);
