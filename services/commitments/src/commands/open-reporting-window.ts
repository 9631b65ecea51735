import { OpenReportingWindow } from '@madang/contracts';
import { answers } from '@madang/decider';
import { reportingWindow } from '../domain/reporting-window/evolve.ts';
import { openReportingWindow as decide } from '../domain/reporting-window/open-reporting-window.ts';
import type { PlanRows } from './ports/plan-rows.ts';

export const openReportingWindow = answers(OpenReportingWindow, {
  on: (body) => reportingWindow.ref(body.windowId),
  looks: (rows: PlanRows, { body }) => rows.planOf(body.cycleId),
  decide,
});
