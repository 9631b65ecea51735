import { dayOf, instantOfDay } from '@madang/calendar';
import { type ExtendReportingWindow, ReportingWindowExtended } from '@madang/contracts';
import { accepted, alreadySo, type Decision, type Given, happened, refused, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { inForum } from '../in-forum.ts';
import type { Plan } from '../plan/plan.ts';
import { planClosed } from '../plan/plan-closed.ts';
import { reportingWindow } from './evolve.ts';
import type { ReportingWindow } from './state.ts';

/** A window that is still open closes later; never earlier than was announced, and never once it has closed. */
export const extendReportingWindow = (
  { body, now }: Asks<typeof ExtendReportingWindow>,
  { self, look }: Given<ReportingWindow, Plan | undefined>,
): Decision => {
  const { windowId, cycleId, closesOn, noticeGivenOn } = body;
  const plan = inForum(look, body.forumId);
  const window = inForum(self, body.forumId);
  if (!plan || !window || window.cycleId !== cycleId) return unknown('reporting-window', windowId);
  const closesAt = instantOfDay(closesOn, 'end', plan.zone);
  if (window.status === 'closed' || now >= window.closesAt)
    return refused('reporting-window-already-closed', 'A window that was closed stays closed.', { windowId });
  if (window.closesAt === closesAt) return alreadySo();
  if (closesAt < window.closesAt)
    return refused('window-not-later', 'Give a closing day after the present one.', {
      closesOn: dayOf(window.closesAt, plan.zone),
    });
  const today = dayOf(now, plan.zone);
  if (noticeGivenOn > today) return refused('notice-in-the-future', 'Give notice first.', { today });
  return (
    planClosed(plan) ??
    accepted(
      happened(reportingWindow.ref(windowId), ReportingWindowExtended, {
        ...{ ...body, number: window.number, closesAt },
      }),
    )
  );
};
