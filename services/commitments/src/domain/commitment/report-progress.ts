import { dayOf } from '@madang/calendar';
import { ProgressReported, type ReportProgress } from '@madang/contracts';
import { accepted, type Decision, type Given, happened, refused, unknown } from '@madang/decider';
import { actsFor, notYourInstitution } from '../acting.ts';
import type { Asks } from '../asks.ts';
import { inForum } from '../in-forum.ts';
import { reportingWindow } from '../reporting-window/evolve.ts';
import { commitment } from './evolve.ts';
import type { ReportLook } from './report-look.ts';
import type { Commitment } from './state.ts';
import { statusRefusal } from './status-refusal.ts';

/** A report is made in an open window, by the milestone's lead, whoever it delegated its duty to, or the secretariat; a later one in the same window counts instead. */
export const reportProgress = (
  { body, actor, now }: Asks<typeof ReportProgress>,
  given: Given<Commitment, ReportLook>,
): Decision => {
  const { forumId, windowId, commitmentId, milestoneId, completion, challenges } = body;
  const self = inForum(given.self, forumId);
  if (!self) return unknown('commitment', commitmentId);
  const window = inForum(given.of(reportingWindow.ref(windowId)), forumId);
  if (!window || window.cycleId !== self.cycleId) return unknown('reporting-window', windowId);
  const milestone = self.milestones.find((one) => one.milestoneId === milestoneId);
  if (!milestone) return unknown('milestone', milestoneId);
  if (!actsFor(actor, milestone.leadInstitutionId, given.look.answersFor))
    return notYourInstitution(milestone.leadInstitutionId);
  if (self.status !== 'adopted') return statusRefusal(self);
  if (window.status === 'closed' || now > window.closesAt)
    return refused(
      'reporting-window-already-closed',
      'Report in the next window; add evidence at any time.',
      { windowId, closesAt: window.closesAt },
    );
  if ((completion === 'not-started' || completion === 'limited') && challenges === undefined)
    return refused(
      'challenges-missing',
      'Say what stands in the way when a milestone is not started or limited.',
      { milestoneId, completion },
    );
  const { plan } = given.look;
  if (!plan) return unknown('cycle', self.cycleId);
  return accepted(
    happened(commitment.ref(commitmentId), ProgressReported, { ...body, on: dayOf(now, plan.zone) }),
  );
};
