export { actionPlanCycle } from './action-plan-cycle.ts';
export { forumCalendar } from './forum-calendar.ts';
export { monitoring } from './monitoring.ts';
export { obligation } from './obligation.ts';
export { approval, consultation, drafting, response } from './stages.ts';
