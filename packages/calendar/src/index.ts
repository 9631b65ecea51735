export { addDays, addMonths, compareDays, type Day, daysBetween } from './day.ts';
export { halfYearWindows, type ReportingWindow } from './half-year-windows.ts';
export type { Country, Holiday } from './holiday.ts';
export { holidaysOf, koreanHolidayYears } from './holidays-of.ts';
export { dayOf, type Instant, instantOfDay, instantOfTime, type Zone } from './instant.ts';
export {
  type LadderRules,
  type LadderRung,
  type LadderStep,
  ladderOf,
  reminderInstants,
} from './ladder-of.ts';
export { addWorkingDays, isWorkingDay, nextWorkingDay, previousWorkingDay } from './working-day.ts';
