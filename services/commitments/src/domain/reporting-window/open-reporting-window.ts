import { type OpenReportingWindow, ReportingWindowOpened } from '@madang/contracts';
import { accepted, alreadySo, type Decision, type Given, happened, refused, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { inForum } from '../in-forum.ts';
import type { Plan } from '../plan/plan.ts';
import { planClosed } from '../plan/plan-closed.ts';
import { reportingWindow } from './evolve.ts';
import type { ReportingWindow } from './state.ts';

/** Opens a window once; what was announced moves only by a decision. */
export const openReportingWindow = (
  { body }: Asks<typeof OpenReportingWindow>,
  { self, look }: Given<ReportingWindow, Plan | undefined>,
): Decision => {
  const { windowId, cycleId } = body;
  const plan = inForum(look, body.forumId);
  if (!plan) return unknown('cycle', cycleId);
  if (self) {
    if (self.cycleId !== cycleId || self.number !== body.number)
      return refused('window-of-another-half-year', 'Choose another id for this window.', {
        windowId,
        number: self.number,
      });
    if (self.status === 'closed')
      return refused('reporting-window-already-closed', 'A window that was closed stays closed.', {
        windowId,
      });
    return self.closesAt === body.closesAt
      ? alreadySo()
      : refused('reporting-window-already-open', 'Extend it by a decision with a reason and notice.', {
          closesAt: self.closesAt,
        });
  }
  if (body.until < body.from)
    return refused('window-ends-before-it-begins', 'Give the first and the last day of the half-year.', {
      from: body.from,
      until: body.until,
    });
  return (
    planClosed(plan) ?? accepted(happened(reportingWindow.ref(windowId), ReportingWindowOpened, { ...body }))
  );
};
