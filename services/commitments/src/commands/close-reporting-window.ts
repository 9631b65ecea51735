import { CloseReportingWindow } from '@madang/contracts';
import { answers } from '@madang/decider';
import { closeReportingWindow as decide } from '../domain/reporting-window/close-reporting-window.ts';
import { reportingWindow } from '../domain/reporting-window/evolve.ts';
import type { WindowCountRows } from './ports/window-count-rows.ts';

export const closeReportingWindow = answers(CloseReportingWindow, {
  on: (body) => reportingWindow.ref(body.windowId),
  looks: (rows: WindowCountRows, { body }) => rows.windowCount(body.windowId),
  decide,
});
