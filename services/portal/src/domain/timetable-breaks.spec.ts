import { rulePack } from '@madang/standards';
import { describe, expect, it } from 'vitest';
import { type Planned, timetableBreaks } from './timetable-breaks.ts';

const planned = (
  change: Partial<Record<Planned['stages'][number]['stage'], readonly [string, string]>>,
): Planned => {
  const dates = {
    ...{ drafting: ['2026-04-01', '2026-05-29'], consultation: ['2026-06-01', '2026-06-30'] },
    ...{ response: ['2026-07-01', '2026-07-31'], approval: ['2026-08-03', '2026-08-31'] },
    ...{ monitoring: ['2026-09-01', '2028-08-31'], ...change },
  } as Record<string, readonly [string, string]>;
  return {
    stages: Object.entries(dates).map(([stage, [opensOn, closesOn]]) => ({
      ...{ opensOn, closesOn, stage: stage as 'drafting' },
    })),
    ...{ publishedOn: '2026-03-02', today: '2026-03-02', planEndsOn: '2028-08-31', country: 'KR' as const },
    pack: rulePack('ogp-2022'),
  };
};
const codes = (change: Parameters<typeof planned>[0]) =>
  timetableBreaks(planned(change)).map(({ code, stage }) => `${stage} ${code}`);

describe('a timetable', () => {
  it('in order and in time breaks nothing', () => {
    expect(codes({})).toEqual([]);
  });
  it('breaks 3.1 when drafting opens within two weeks', () => {
    expect(timetableBreaks(planned({ drafting: ['2026-03-10', '2026-05-29'] }))).toEqual([
      { code: 'notice-too-short', severity: 'breaks', stage: 'drafting', days: 8, atLeast: 14 },
    ]);
  });
  it('that opened already says so rather than count the days', () => {
    expect(codes({ drafting: ['2026-03-02', '2026-05-29'] })).toEqual(['drafting in-the-past']);
  });
  it('with a stage inside another is out of order', () => {
    expect(codes({ consultation: ['2026-05-29', '2026-06-30'] })).toEqual(['consultation out-of-order']);
  });
  it('with a stage that ends before it begins says which', () => {
    expect(codes({ response: ['2026-07-31', '2026-07-01'] })).toContain('response ends-before-it-begins');
  });
  it('with a consultation of a few days breaks 3.3', () => {
    expect(codes({ consultation: ['2026-06-25', '2026-06-30'] })).toEqual(['consultation window-too-short']);
  });
  it('that closes on a holiday or after the plan is warned of', () => {
    expect(codes({ drafting: ['2026-04-01', '2026-05-05'] })).toEqual(['drafting day-off']);
    expect(codes({ monitoring: ['2026-09-01', '2028-09-29'] })).toEqual(['monitoring after-the-plan']);
  });
  it('with a day that is none is missing it', () => {
    expect(codes({ approval: ['', '2026-08-31'] })).toEqual(['approval missing']);
  });
});
