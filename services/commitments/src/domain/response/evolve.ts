import { ResponseDrafted, ResponsePublished } from '@madang/contracts';
import { aggregate, type DomainEvent } from '@madang/decider';
import { begun, is } from '../fact-is.ts';
import type { Response } from './state.ts';

const evolve = (state: Response | undefined, event: DomainEvent): Response => {
  if (is(event, ResponseDrafted)) {
    const { forumId, responseId, consultationId, contributionIds, outcome, reason } = event.data;
    return {
      forumId,
      responseId,
      consultationId,
      contributionIds,
      outcome,
      reason: { textId: reason.textId, visibility: reason.visibility },
      draftedBy: event.actor?.institutionId ?? null,
      status: 'drafted',
    };
  }
  if (is(event, ResponsePublished)) return { ...begun(state), status: 'published' };
  return begun(state);
};

export const response = aggregate('response', evolve);
