import { ExtendReportingWindow } from '@madang/contracts';
import { answers } from '@madang/decider';
import { reportingWindow } from '../domain/reporting-window/evolve.ts';
import { extendReportingWindow as decide } from '../domain/reporting-window/extend-reporting-window.ts';
import type { PlanRows } from './ports/plan-rows.ts';

export const extendReportingWindow = answers(ExtendReportingWindow, {
  on: (body) => reportingWindow.ref(body.windowId),
  looks: (rows: PlanRows, { body }) => rows.planOf(body.cycleId),
  decide,
});
