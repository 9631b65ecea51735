import { ReportingWindowClosed, ReportingWindowExtended, ReportingWindowOpened } from '@madang/contracts';
import { aggregate, type DomainEvent } from '@madang/decider';
import { begun, is } from '../fact-is.ts';
import type { ReportingWindow } from './state.ts';

const evolve = (state: ReportingWindow | undefined, event: DomainEvent): ReportingWindow => {
  if (is(event, ReportingWindowOpened)) {
    const { forumId, windowId, cycleId, number, closesAt } = event.data;
    return { forumId, windowId, cycleId, number, closesAt, status: 'open' };
  }
  if (is(event, ReportingWindowExtended)) return { ...begun(state), closesAt: event.data.closesAt };
  if (is(event, ReportingWindowClosed)) return { ...begun(state), status: 'closed' };
  return begun(state);
};

export const reportingWindow = aggregate('reporting-window', evolve);
