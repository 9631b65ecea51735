import { describe, expect, it } from 'vitest';
import { climbObligation } from '../commands/obligation-climbs.ts';
import { dischargeObligation } from '../commands/obligation-ends.ts';
import {
  askExtension,
  decideExtension,
  delegateObligation,
  extendObligation,
  shiftObligation,
} from '../commands/obligation-moves.ts';
import { sealSignOffs } from '../commands/sign-offs.ts';
import {
  cycleId,
  desk,
  idOf,
  ministry,
  obligationId,
  others,
  ours,
  process,
  third,
  words,
} from '../spec/desk.ts';

describe('a delegated obligation', () => {
  const body = { obligationId, toInstitutionId: others, reason: words };
  it('is acted on by the other institution, by wish of the first', () => {
    const { outcome } = desk();
    expect(outcome(delegateObligation, body, ministry(others))).toBe('not-your-obligation');
    expect(outcome(delegateObligation, { ...body, toInstitutionId: idOf(20) }, ministry(ours))).toBe(
      'unknown-institution',
    );
    expect(outcome(delegateObligation, body, ministry(ours))).toBe('obligation.delegated');
    expect(outcome(delegateObligation, body, ministry(ours))).toBe('already so');
    expect(outcome(dischargeObligation, { obligationId, verdict: 'signed' }, ministry(others))).toBe(
      'obligation.discharged',
    );
  });
});

describe('an obligation that an operator reassigns', () => {
  const operator = { id: idOf(93), roles: ['operator' as const] };
  const body = { obligationId, toInstitutionId: others, reason: words };
  it('is acted on by the other institution, and the first stays answerable', () => {
    const { outcome, say } = desk();
    expect(say(delegateObligation, body, operator)).toMatchObject({
      events: [{ data: { institutionId: ours, toInstitutionId: others } }],
    });
    expect(outcome(delegateObligation, body, operator)).toBe('already so');
  });
  it('stays where it is once it is answered', () => {
    const { outcome } = desk();
    outcome(dischargeObligation, { obligationId, verdict: 'signed' }, ministry(ours));
    expect(outcome(delegateObligation, body, operator)).toBe('obligation-already-discharged');
  });
});

describe('more time', () => {
  const asking = { obligationId, extensionId: idOf(50), until: '2026-03-20', reason: words };
  const granting = { obligationId, extensionId: idOf(50), granted: true, reason: words };
  it('is asked for by who owes or acts, once at a time, for a later day', () => {
    const { outcome } = desk();
    expect(outcome(askExtension, asking, ministry(third))).toBe('not-your-obligation');
    expect(outcome(askExtension, { ...asking, until: '2026-03-10' }, ministry(ours))).toBe(
      'extension-not-later',
    );
    expect(outcome(askExtension, asking, ministry(ours))).toBe('obligation.extension-asked');
    expect(outcome(askExtension, asking, ministry(ours))).toBe('already so');
    expect(outcome(askExtension, { ...asking, extensionId: idOf(51) }, ministry(ours))).toBe(
      'extension-already-asked',
    );
  });
  it('granted, begins a new ladder; refused, leaves the old one', () => {
    const { outcome, say, look } = desk();
    expect(outcome(decideExtension, granting)).toBe('unknown-extension');
    outcome(askExtension, asking, ministry(ours));
    expect(outcome(decideExtension, { ...granting, granted: false })).toBe('obligation.extension-refused');
    expect(outcome(decideExtension, granting)).toBe('already so');
    outcome(askExtension, { ...asking, extensionId: idOf(51) }, ministry(ours));
    outcome(climbObligation, { obligationId, rung: 'due-3d', ladderVersion: 1 }, process, look);
    expect(say(decideExtension, { ...granting, extensionId: idOf(51) })).toMatchObject({
      events: [{ data: { dueOn: '2026-03-20', ladderVersion: 2 } }],
    });
    expect(outcome(climbObligation, { obligationId, rung: 'due-7d', ladderVersion: 2 }, process, look)).toBe(
      'obligation.reminded',
    );
  });
});

describe('more time that nobody asked for', () => {
  const giving = { obligationId, extensionId: idOf(55), dueOn: '2026-03-25', reason: words };
  it('is given to a later day, once, and begins a new ladder', () => {
    const { outcome, say, look } = desk();
    outcome(climbObligation, { obligationId, rung: 'due-3d', ladderVersion: 1 }, process, look);
    expect(say(extendObligation, giving)).toMatchObject({
      events: [{ data: { dueOn: '2026-03-25', ladderVersion: 2, extensionId: idOf(55) } }],
    });
    expect(outcome(extendObligation, giving)).toBe('already so');
    expect(outcome(climbObligation, { obligationId, rung: 'due-7d', ladderVersion: 2 }, process, look)).toBe(
      'obligation.reminded',
    );
  });
  it('is refused for a day that is not later or has passed, for what is not owed, and for what is answered', () => {
    const { outcome } = desk();
    expect(outcome(extendObligation, { ...giving, obligationId: idOf(20) })).toBe('unknown-obligation');
    expect(outcome(extendObligation, { ...giving, dueOn: '2026-03-10' })).toBe('extension-not-later');
    const late = '2026-05-01T00:00:00.000Z';
    expect(outcome(extendObligation, giving, undefined, undefined, late)).toBe('due-day-passed');
    outcome(dischargeObligation, { obligationId, verdict: 'signed' }, ministry(ours));
    expect(outcome(extendObligation, giving)).toBe('obligation-already-discharged');
  });
  it('answers what was asked for', () => {
    const { outcome } = desk();
    const asked = { obligationId, extensionId: idOf(50), until: '2026-03-20', reason: words };
    outcome(askExtension, asked, ministry(ours));
    expect(outcome(extendObligation, giving)).toBe('obligation.extended');
    const refusing = { obligationId, extensionId: idOf(50), granted: false, reason: words };
    expect(outcome(decideExtension, refusing)).toBe('already so');
    expect(
      outcome(askExtension, { ...asked, extensionId: idOf(51), until: '2026-03-30' }, ministry(ours)),
    ).toBe('obligation.extension-asked');
  });
});

describe('an obligation of a cycle that was suspended', () => {
  it('is due as many days later, once, on the rung where it stood', () => {
    const { outcome, say, look } = desk();
    const body = { obligationId, shiftId: idOf(60), days: 21 };
    outcome(climbObligation, { obligationId, rung: 'due-7d', ladderVersion: 1 }, process, look);
    expect(say(shiftObligation, body, process)).toMatchObject({
      events: [{ data: { dueOn: '2026-03-31', ladderVersion: 2 } }],
    });
    expect(outcome(shiftObligation, body, process)).toBe('already so');
    expect(outcome(climbObligation, { obligationId, rung: 'due-7d', ladderVersion: 2 }, process, look)).toBe(
      'already so',
    );
    expect(outcome(climbObligation, { obligationId, rung: 'due-3d', ladderVersion: 2 }, process, look)).toBe(
      'obligation.reminded',
    );
  });
});

describe('the sign-offs of a cycle', () => {
  const body = { cycleId, institutionIds: [ours, others] };
  const of = (institutionId: string, verdict: string | null, imposedOnId = institutionId) => ({
    ...{ institutionId, imposedOnId, verdict, state: verdict ? 'discharged' : 'open' },
  });
  it('are sealed once, when each institution that leads has signed', () => {
    const { outcome, say } = desk();
    const seal = (look: readonly object[]) => outcome(sealSignOffs, body, process, look);
    expect(say(sealSignOffs, body, process, [of(ours, 'signed'), of(others, 'declined')])).toMatchObject({
      refusal: { code: 'sign-offs-missing', facts: { institutions: 2, signed: 1, missing: 1, declined: 1 } },
    });
    expect(seal([of(ours, 'signed'), of(others, null)])).toBe('sign-offs-missing');
    expect(seal([of(ours, 'signed')])).toBe('sign-offs-missing');
    expect(seal([of(ours, 'signed'), of(third, 'signed-with-reservation', others)])).toBe('sign-offs.sealed');
    expect(seal([])).toBe('already so');
  });
});
