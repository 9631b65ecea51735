import { Completion, OgpValue, Outcome, RulePackId, Rung, Sector } from '@madang/contracts';
import { describe, expect, it } from 'vitest';
import { adviseCommitments } from './advise-commitments.ts';
import { rulePack, rulePackFor, rulePacks } from './rule-packs.ts';

describe('the rule pack of a cycle', () => {
  it('is the one in force on the day the cycle is opened', () => {
    expect(rulePackFor('2021-12-31', 'national').id).toBe('ogp-2017');
    expect(rulePackFor('2022-01-01', 'national').id).toBe('ogp-2022');
    expect(rulePackFor('2018-09-01', 'national').id).toBe('ogp-2017');
    expect(rulePackFor('2011-09-20', 'national').id).toBe('ogp-2017');
    expect(rulePackFor('2018-09-01', 'local').id).toBe('ogp-local');
    expect(rulePackFor('2026-11-23', 'local').id).toBe('ogp-local');
  });

  it('has an id of the contracts, and each of them has a pack', () => {
    expect(rulePacks.map(({ id }) => id).sort()).toEqual([...RulePackId.options].sort());
    for (const id of RulePackId.options) expect(rulePack(id).id).toBe(id);
  });

  it('asks for the eight minimum requirements of 2022, and says which of them were read', () => {
    const { requirements } = rulePack('ogp-2022');
    expect(requirements.map(({ id, verification }) => `${id} ${verification}`)).toEqual([
      '1.1 verified',
      '2.1 verified',
      '2.2 verified',
      '3.1 unverified',
      '3.2 unverified',
      '3.3 unverified',
      '4.1 verified',
      '5.1 verified',
    ]);
  });

  it('asks for six steps before 2022, and no reasoned response', () => {
    expect(rulePack('ogp-2017').requirements).toHaveLength(6);
    expect(rulePack('ogp-2017')).toMatchObject({
      reasonedResponseRequired: false,
      deliveryWithinMonths: 4,
      planYears: [2],
      refreshAtMiddle: [],
    });
  });

  it('holds the figures of the domain', () => {
    expect(rulePack('ogp-2022')).toMatchObject({
      timetableNoticeDays: 14,
      meetingEveryMonths: 6,
      repositoryUpdatesPerYear: 2,
      monitoringMeetingsPerYear: 2,
      commitmentsAdvised: 15,
      planYears: [2, 4],
      refreshAtMiddle: [4],
      amendmentWithinMonths: 12,
      reportingEveryMonths: 6,
      deliveryWithinMonths: 12,
      ladder: { remindBefore: [7, 3, 1], escalateAfter: [3, 10], silentAfter: 20 },
    });
  });

  it('claims nothing as read for OGP Local', () => {
    const local = rulePack('ogp-local');
    expect(
      [...local.requirements, ...Object.values(local.provenance)].filter(
        ({ verification }) => verification === 'verified',
      ),
    ).toEqual([]);
  });

  it('gives a source for every requirement and every figure', () => {
    for (const pack of rulePacks) {
      for (const { source } of [...pack.requirements, ...Object.values(pack.provenance)])
        expect(source).not.toBe('');
      expect(new Set(pack.requirements.map(({ id }) => id)).size).toBe(pack.requirements.length);
    }
  });

  it('speaks the words of the contracts', () => {
    const pack = rulePack('ogp-2022');
    expect(pack.completionValues).toEqual(Completion.options);
    expect(pack.responseOutcomes).toEqual(Outcome.options);
    expect(pack.sectors).toEqual(Sector.options);
    expect([...pack.ogpValues.core, ...pack.ogpValues.additional]).toEqual(OgpValue.options);
    for (const days of pack.ladder.remindBefore) expect(Rung.options).toContain(`due-${days}d`);
  });
});

describe('the number of commitments', () => {
  it('is advice: 15, or 5 for a local plan', () => {
    expect(adviseCommitments(rulePack('ogp-2022'), 15)).toBe('within-advice');
    expect(adviseCommitments(rulePack('ogp-2022'), 16)).toBe('above-advice');
    expect(adviseCommitments(rulePack('ogp-local'), 5)).toBe('within-advice');
    expect(adviseCommitments(rulePack('ogp-local'), 6)).toBe('above-advice');
  });
});
