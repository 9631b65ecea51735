import { describe, expect, it } from 'vitest';
import { rulePack } from './rule-packs.ts';
import { watchRequirements } from './watch.ts';

const forum = {
  asOf: '2026-03-01',
  assessedFrom: '2026-01-01',
  meetingsHeldOn: [] as string[],
  rulesPublishedOn: null,
  repositoryUpdatedOn: [] as string[],
  implementation: null,
  resultsMeetingsOn: [] as string[],
};
const dueOf = (requirement: string, facts: object = {}): unknown =>
  watchRequirements(rulePack('ogp-2022'), { ...forum, ...facts }).find(
    (one) => one.requirement === requirement,
  );

describe('the calendar of a forum', () => {
  it('watches for the next meeting, six months after the last, and warns thirty days before', () => {
    expect(dueOf('1.1')).toEqual({ requirement: '1.1', dueOn: '2026-07-01', warnOn: '2026-06-01' });
    expect(dueOf('1.1', { meetingsHeldOn: ['2026-02-28'] })).toMatchObject({ dueOn: '2026-08-28' });
  });
  it('watches for two updates of the repository by the end of the running year', () => {
    expect(dueOf('2.2')).toEqual({ requirement: '2.2', dueOn: '2026-12-31', warnOn: '2026-12-01' });
    expect(dueOf('2.2', { repositoryUpdatedOn: ['2026-02-01'] })).toMatchObject({ dueOn: '2026-12-31' });
  });
  it('looks a year further once this year has its updates', () => {
    const repositoryUpdatedOn = ['2026-01-05', '2026-02-01'];
    expect(dueOf('2.2', { repositoryUpdatedOn })).toMatchObject({ dueOn: '2027-12-31' });
    expect(dueOf('2.2', { asOf: '2027-03-01', repositoryUpdatedOn })).toMatchObject({ dueOn: '2027-12-31' });
  });
  it('watches for two meetings on results in each full year of implementation, and for none without a plan', () => {
    const implementation = { startsOn: '2026-02-01', endsOn: '2028-01-31' };
    expect(dueOf('5.1')).toBeUndefined();
    expect(dueOf('5.1', { implementation })).toEqual({
      requirement: '5.1',
      dueOn: '2027-01-31',
      warnOn: '2027-01-01',
    });
    const resultsMeetingsOn = ['2026-02-10', '2026-02-20'];
    expect(dueOf('5.1', { implementation, resultsMeetingsOn })).toMatchObject({ dueOn: '2028-01-31' });
    const enough = [...resultsMeetingsOn, '2027-06-01', '2027-06-02'];
    expect(dueOf('5.1', { implementation, resultsMeetingsOn: enough, asOf: '2028-03-01' })).toBeUndefined();
  });
  it('still knows of the year before when it had too few', () => {
    const implementation = { startsOn: '2026-02-01', endsOn: '2028-01-31' };
    expect(dueOf('2.2', { asOf: '2027-01-01' })).toMatchObject({ dueOn: '2026-12-31' });
    expect(dueOf('5.1', { asOf: '2028-02-01', implementation })).toMatchObject({ dueOn: '2028-01-31' });
    const all = watchRequirements(rulePack('ogp-2022'), { ...forum, asOf: '2027-01-01' });
    expect(all.filter((one) => one.requirement === '2.2').map((one) => one.dueOn)).toEqual([
      '2026-12-31',
      '2027-12-31',
    ]);
  });
  it('watches nothing that the pack does not ask for', () => {
    expect(watchRequirements(rulePack('ogp-2017'), forum).map((one) => one.requirement)).not.toContain('2.2');
  });
});
