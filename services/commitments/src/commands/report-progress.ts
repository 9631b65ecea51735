import { ReportProgress } from '@madang/contracts';
import { answers } from '@madang/decider';
import { commitment } from '../domain/commitment/evolve.ts';
import { reportProgress as decide } from '../domain/commitment/report-progress.ts';
import { reportingWindow } from '../domain/reporting-window/evolve.ts';
import type { DutyRows } from './ports/duty-rows.ts';
import type { PlanRows } from './ports/plan-rows.ts';

export const reportProgress = answers(ReportProgress, {
  on: (body) => commitment.ref(body.commitmentId),
  reads: (body) => [reportingWindow.ref(body.windowId)],
  looks: async (rows: PlanRows & DutyRows, { body, actor }) => ({
    plan: await rows.planOfCommitment(body.commitmentId),
    answersFor: await rows.answersFor(actor.institutionId, body.commitmentId, body.windowId),
  }),
  decide,
});
