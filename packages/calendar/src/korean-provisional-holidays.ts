import { addDays, compareDays, type Day, plainDate } from './day.ts';
import type { Holiday } from './holiday.ts';
import type { LunarDays } from './korean-lunar-days.ts';

/** When a holiday is made good on another day: when it meets a weekend, only when it meets a Sunday, or never. */
type Substitute = 'weekend' | 'sunday' | 'never';
type Rule = { readonly day: Day; readonly name: string; readonly substitute: Substitute };

// 관공서의 공휴일에 관한 규정 (rules on holidays of public offices), article 2, with Labour Day and Constitution Day as of 2026.
const rulesOf = (year: number, { seollal, buddha, chuseok }: LunarDays): readonly Rule[] => [
  { day: `${year}-01-01`, name: '1월 1일', substitute: 'never' },
  { day: addDays(seollal, -1), name: '설날 전날', substitute: 'sunday' },
  { day: seollal, name: '설날', substitute: 'sunday' },
  { day: addDays(seollal, 1), name: '설날 다음 날', substitute: 'sunday' },
  { day: `${year}-03-01`, name: '3ㆍ1절', substitute: 'weekend' },
  { day: `${year}-05-01`, name: '노동절', substitute: 'weekend' },
  { day: `${year}-05-05`, name: '어린이날', substitute: 'weekend' },
  { day: buddha, name: '부처님 오신 날', substitute: 'weekend' },
  { day: `${year}-06-06`, name: '현충일', substitute: 'never' },
  { day: `${year}-07-17`, name: '제헌절', substitute: 'weekend' },
  { day: `${year}-08-15`, name: '광복절', substitute: 'weekend' },
  { day: addDays(chuseok, -1), name: '추석 전날', substitute: 'sunday' },
  { day: chuseok, name: '추석', substitute: 'sunday' },
  { day: addDays(chuseok, 1), name: '추석 다음 날', substitute: 'sunday' },
  { day: `${year}-10-03`, name: '개천절', substitute: 'weekend' },
  { day: `${year}-10-09`, name: '한글날', substitute: 'weekend' },
  { day: `${year}-12-25`, name: '기독탄신일', substitute: 'weekend' },
];

const feast = (name: string): string => name.replace(/ (전날|다음 날)$/, '');

/** Why a holiday is lost: it meets a weekend that counts, or on a weekday another holiday that was there before it. */
const isLost = (rule: Rule, before: readonly Rule[]): boolean => {
  if (rule.substitute === 'never') return false;
  const weekday = plainDate(rule.day).dayOfWeek;
  if (weekday === 7) return true;
  if (weekday === 6) return rule.substitute === 'weekend';
  return before.some((other) => other.day === rule.day);
};

const firstFreeDay = (from: Day, taken: ReadonlySet<Day>): Day => {
  const free = plainDate(from).dayOfWeek < 6 && !taken.has(from);
  return free ? from : firstFreeDay(addDays(from, 1), taken);
};

/**
 * Korea's public holidays of a year that no gazette has announced yet, by the law as it stood in 2026: fixed days, lunar
 * days and substitute days (article 3). Elections and one-off holidays cannot be foreseen.
 */
export const koreanProvisionalHolidays = (year: number, lunar: LunarDays): readonly Holiday[] => {
  const rules = [...rulesOf(year, lunar)].sort((one, other) => compareDays(one.day, other.day));
  const taken = new Set(rules.map((rule) => rule.day));
  const substitutes = rules.flatMap((rule, at) => {
    if (!isLost(rule, rules.slice(0, at))) return [];
    const day = firstFreeDay(addDays(rule.day, 1), taken);
    taken.add(day);
    return [{ day, name: `대체공휴일(${feast(rule.name)})` }];
  });
  return [...rules, ...substitutes]
    .map(({ day, name }) => ({ day, name, provisional: true }))
    .sort((one, other) => compareDays(one.day, other.day));
};
