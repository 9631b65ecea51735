export { actionPlanCycle } from './action-plan-cycle.ts';
export { forumCalendar } from './forum-calendar.ts';
export { obligation } from './obligation.ts';
export { approval } from './stages/approval.ts';
export { consultation } from './stages/consultation.ts';
export { drafting } from './stages/drafting.ts';
export { monitoring } from './stages/monitoring.ts';
export { response } from './stages/response.ts';
