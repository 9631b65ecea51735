import { describe, expect, it } from 'vitest';
import { withdrawObligation } from '../commands/obligation-begins.ts';
import { climbObligation, remindObligation } from '../commands/obligation-climbs.ts';
import { dischargeObligation, returnObligation, settleReports } from '../commands/obligation-ends.ts';
import { delegateObligation } from '../commands/obligation-moves.ts';
import {
  cycleId,
  desk,
  idOf,
  ministry,
  obligationId,
  others,
  ours,
  personOf,
  place,
  process,
  secretariat,
  words,
} from '../spec/desk.ts';

const at = (rung: string, ladderVersion = 1) => ({ obligationId, rung, ladderVersion });

describe('an obligation', () => {
  it('is imposed once for the same institution, kind and subject', () => {
    const { impose } = desk();
    const there = (windowId?: string) => [
      { obligationId, cycleId, subject: { commitmentIds: [], ...(windowId ? { windowId } : {}) } },
    ];
    expect(impose()).toBe('already so');
    expect(impose(idOf(30), {}, there())).toBe('obligation-already-imposed');
    expect(impose(idOf(30), { windowId: idOf(31) }, there())).toBe('obligation.imposed');
    expect(impose(idOf(32), {}, [], idOf(20))).toBe('unknown-institution');
    expect(impose(obligationId, {}, [], others)).toBe('obligation-id-taken');
  });
  it('is withdrawn while it is open', () => {
    const { outcome } = desk();
    const body = { obligationId, reasonCode: 'imposed-in-error' };
    expect(outcome(withdrawObligation, body)).toBe('obligation.withdrawn');
    expect(outcome(withdrawObligation, body)).toBe('already so');
    expect(outcome(dischargeObligation, { obligationId, verdict: 'signed' }, ministry(ours))).toBe(
      'obligation-withdrawn',
    );
  });
});

describe('an open obligation', () => {
  it('climbs its ladder to silence, each level told in its turn', () => {
    const { say, look } = desk();
    const told = (rung: string) => {
      const decision = say(climbObligation, at(rung), process, look);
      const [fact] = decision.kind === 'accepted' ? decision.events : [];
      return [fact?.type.split('.')[2], (fact?.data as { toPersonIds?: string[] })?.toPersonIds];
    };
    expect(
      ['due-7d', 'due-3d', 'due-1d', 'due', 'overdue', 'escalate-1', 'escalate-2', 'silent'].map(told),
    ).toEqual([
      ['reminded', [personOf(1)]],
      ['reminded', [personOf(1)]],
      ['reminded', [personOf(1)]],
      ['fell-due', [personOf(1)]],
      ['overdue', [personOf(1)]],
      ['escalated', [personOf(2)]],
      ['escalated', [personOf(3)]],
      ['silence-stated', undefined],
    ]);
  });
  it('does not climb a rung twice, nor one below where it stands', () => {
    const { outcome, look } = desk();
    expect(outcome(climbObligation, at('due'), process, look)).toBe('obligation.fell-due');
    expect(outcome(climbObligation, at('due'), process, look)).toBe('already so');
    expect(outcome(climbObligation, at('due-1d'), process, look)).toBe('already so');
  });
  it('refuses a rung of a ladder that was never told, and every rung while its cycle is suspended', () => {
    const { outcome, look } = desk();
    expect(outcome(climbObligation, at('due', 2), process, look)).toBe('rung-not-on-ladder');
    expect(outcome(climbObligation, at('due'), process, { ...look, suspended: true })).toBe(
      'cycle-suspended',
    );
  });
  it('is called to mind beside the ladder, once for each reminder', () => {
    const { outcome, look } = desk();
    const body = { obligationId, reminderId: idOf(40) };
    expect(outcome(remindObligation, body, secretariat, look)).toBe('obligation.reminded');
    expect(outcome(remindObligation, body, secretariat, look)).toBe('already so');
    expect(outcome(climbObligation, at('due-7d'), process, look)).toBe('obligation.reminded');
  });
});

describe('a discharge', () => {
  const body = { obligationId, verdict: 'signed' };
  it('is for who owes or acts, with a verdict of its kind', () => {
    const { outcome } = desk();
    expect(outcome(dischargeObligation, body, ministry(others))).toBe('not-your-obligation');
    expect(outcome(dischargeObligation, { ...body, verdict: 'done' }, ministry(ours))).toBe(
      'verdict-does-not-fit',
    );
    expect(outcome(dischargeObligation, body, ministry(ours))).toBe('obligation.discharged');
    expect(outcome(dischargeObligation, body, ministry(ours))).toBe('already so');
    expect(outcome(dischargeObligation, { ...body, verdict: 'declined' }, ministry(ours))).toBe(
      'obligation-already-discharged',
    );
  });
  it.each([
    ['in time on the last minute of the due day', '2026-03-10T14:59:59.999Z', false],
    ['late from the first minute of the next day', '2026-03-10T15:00:00.000Z', true],
  ])("is %s in the forum's zone", (_words, now, late) => {
    const { say } = desk();
    expect(say(dischargeObligation, body, ministry(ours), { zone: 'Asia/Seoul' }, now)).toMatchObject({
      events: [{ data: { late, byInstitutionId: ours } }],
    });
  });
  it('ends the climbing; returned, the obligation is open on a new ladder', () => {
    const { outcome, say, look } = desk();
    const back = { obligationId, dueOn: '2026-04-10', reason: words };
    const looked = { place: look.place, successors: [] };
    expect(outcome(returnObligation, back, secretariat, looked)).toBe('obligation-not-discharged');
    outcome(dischargeObligation, body, ministry(ours));
    expect(outcome(climbObligation, at('silent'), process, look)).toBe('already so');
    expect(outcome(returnObligation, { ...back, dueOn: '2026-02-10' }, secretariat, looked)).toBe(
      'due-day-passed',
    );
    expect(say(returnObligation, back, secretariat, looked)).toMatchObject({
      events: [{ data: { dueOn: '2026-04-10', ladderVersion: 2 } }],
    });
    expect(outcome(returnObligation, back, secretariat, looked)).toBe('already so');
    expect(outcome(climbObligation, at('due', 1), process, look)).toBe('already so');
    expect(outcome(climbObligation, at('due', 2), process, look)).toBe('obligation.fell-due');
  });
});

describe('a duty to report', () => {
  const reported = { obligationId, on: '2026-03-10' };
  it('is discharged by its reports, by the day of the last of them and not the day they are heard of', () => {
    const { say, outcome } = desk('progress-report');
    const decision = say(settleReports, reported, process, undefined, '2026-04-01T00:00:00.000Z');
    expect(decision).toMatchObject({
      events: [{ data: { verdict: 'done', late: false, on: '2026-03-10', byInstitutionId: ours } }],
    });
    expect(outcome(settleReports, reported, process, undefined)).toBe('already so');
    expect(outcome(dischargeObligation, { obligationId, verdict: 'done' }, ministry(ours))).toBe(
      'already so',
    );
  });
  it('is late when the last report came after its day', () => {
    const { say } = desk('progress-report');
    expect(say(settleReports, { ...reported, on: '2026-03-11' }, process, undefined)).toMatchObject({
      events: [{ data: { late: true } }],
    });
  });
  it('is discharged by whoever acts, and again after it was returned', () => {
    const { say, outcome } = desk('progress-report');
    outcome(delegateObligation, { obligationId, toInstitutionId: others, reason: words }, ministry(ours));
    expect(say(settleReports, reported, process, undefined)).toMatchObject({
      events: [{ data: { byInstitutionId: others } }],
    });
    const back = { obligationId, dueOn: '2026-05-01', reason: words };
    expect(outcome(returnObligation, back, secretariat, { place, successors: [] })).toBe(
      'obligation.returned',
    );
    expect(outcome(settleReports, reported, process, undefined)).toBe('obligation.discharged');
  });
  it('is no duty of another kind', () => {
    const { outcome } = desk('sign-off');
    expect(outcome(settleReports, reported, process, undefined)).toBe('verdict-does-not-fit');
    expect(outcome(settleReports, { ...reported, obligationId: idOf(77) }, process, undefined)).toBe(
      'unknown-obligation',
    );
  });
});
