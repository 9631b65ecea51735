import { describe, expect, it } from 'vitest';
import {
  actedContraryToProcess,
  callsForProceduralReview,
  type ProcessFacts,
} from './acted-contrary-to-process.ts';
import { rulePack } from './rule-packs.ts';
import type { Standing } from './standing.ts';

const standing = (id: string, status: Standing['status']): Standing => ({
  id,
  status,
  why: '',
  evidence: {},
});
const facts: ProcessFacts = {
  asOf: '2026-11-23',
  previousPlanEndedOn: '2025-08-31',
  deliveredOn: '2026-08-31',
  standings: [standing('1.1', 'met'), standing('5.1', 'not-yet')],
  progressOnAnyCommitment: null,
};
const judged = (changed: Partial<ProcessFacts>, id: 'ogp-2022' | 'ogp-2017' = 'ogp-2022') =>
  actedContraryToProcess(rulePack(id), { ...facts, ...changed });

describe('a member', () => {
  it('acts by the process when it delivers in time, meets what is due and makes progress', () => {
    expect(judged({})).toEqual({
      contrary: false,
      grounds: [],
      unmet: [],
      forgiven: false,
      deliverBy: '2026-08-31',
    });
    expect(judged({ progressOnAnyCommitment: true }).contrary).toBe(false);
  });

  it('acts contrary to it without a plan within 12 months of the last one', () => {
    expect(judged({ deliveredOn: '2026-09-01' }).grounds).toEqual(['plan-not-delivered-in-time']);
    expect(judged({ deliveredOn: null }).grounds).toEqual(['plan-not-delivered-in-time']);
    expect(judged({ deliveredOn: null, asOf: '2026-08-31' }).contrary).toBe(false);
    expect(judged({ deliveredOn: '2026-09-01', asOf: '2026-08-31' }).contrary).toBe(false);
  });

  it('had four months before 2022', () => {
    expect(judged({ deliveredOn: '2025-12-31' }, 'ogp-2017')).toMatchObject({
      contrary: false,
      deliverBy: '2025-12-31',
    });
    expect(judged({ deliveredOn: '2026-01-01' }, 'ogp-2017').grounds).toEqual(['plan-not-delivered-in-time']);
  });

  it('cannot be late with its first plan', () => {
    expect(judged({ previousPlanEndedOn: null, deliveredOn: null })).toMatchObject({
      contrary: false,
      deliverBy: null,
    });
  });

  it('acts contrary to it with one minimum requirement unmet, but not before the grace has ended', () => {
    const standings = [standing('1.1', 'met'), standing('4.1', 'unmet')];
    expect(judged({ standings })).toMatchObject({
      contrary: true,
      grounds: ['minimum-requirement-unmet'],
      unmet: ['4.1'],
      forgiven: false,
    });
    expect(judged({ standings, asOf: '2023-12-31', previousPlanEndedOn: null })).toMatchObject({
      contrary: false,
      unmet: ['4.1'],
      forgiven: true,
    });
    expect(judged({ standings, asOf: '2024-01-01', previousPlanEndedOn: null }).contrary).toBe(true);
    expect(judged({ standings, asOf: '2019-01-01', previousPlanEndedOn: null }, 'ogp-2017').contrary).toBe(
      true,
    );
  });

  it('acts contrary to it with no progress on any commitment', () => {
    expect(judged({ progressOnAnyCommitment: false }).grounds).toEqual(['no-progress-on-any-commitment']);
  });

  it('comes under Procedural Review when it does so twice running', () => {
    const [good, bad] = [{ contrary: false }, { contrary: true }];
    expect(callsForProceduralReview([bad, bad])).toBe(true);
    expect(callsForProceduralReview([good, bad, bad])).toBe(true);
    expect(callsForProceduralReview([bad, bad, good])).toBe(false);
    expect(callsForProceduralReview([bad, good, bad])).toBe(false);
    expect(callsForProceduralReview([bad])).toBe(false);
  });
});
