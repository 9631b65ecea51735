import { type CloseReportingWindow, ReportingWindowClosed } from '@madang/contracts';
import { accepted, alreadySo, type Decision, type Given, happened, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { closesTooEarly } from '../closes-too-early.ts';
import { inForum } from '../in-forum.ts';
import { reportingWindow } from './evolve.ts';
import type { ReportingWindow } from './state.ts';

/** Milestones of the adopted commitments, and how many of them were reported on in the window. */
export type WindowCount = { readonly reported: number; readonly milestones: number };

export const closeReportingWindow = (
  { body, actor, now }: Asks<typeof CloseReportingWindow>,
  given: Given<ReportingWindow, WindowCount>,
): Decision => {
  const self = inForum(given.self, body.forumId);
  if (!self) return unknown('reporting-window', body.windowId);
  if (self.status === 'closed') return alreadySo();
  const { forumId, windowId, cycleId, number } = self;
  return (
    closesTooEarly(actor, now, self.closesAt) ??
    accepted(
      happened(reportingWindow.ref(windowId), ReportingWindowClosed, {
        forumId,
        windowId,
        cycleId,
        number,
        ...given.look,
      }),
    )
  );
};
