export { actionPlanCycle } from './action-plan-cycle.ts';
export { forumCalendar } from './forum-calendar.ts';
export { obligation } from './obligation.ts';
export { approval, consultation, drafting, monitoring, response } from './stages.ts';
