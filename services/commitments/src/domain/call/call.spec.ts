import { describe, expect, it } from 'vitest';
import { closeCall } from '../../commands/close-call.ts';
import { openCall } from '../../commands/open-call.ts';
import { asking, NOTHING, told } from '../../spec/asking.ts';
import {
  AFTERWARDS,
  CLOSES_AT,
  callId,
  cycleId,
  LATER,
  otherForumId,
  plan,
  theClock,
} from '../../spec/names.ts';
import { callClosed, callOpened } from '../../spec/past.ts';

const open = { callId, cycleId, closesAt: CLOSES_AT };

describe('no call yet', () => {
  it('opens in a cycle that is known', () =>
    expect(told(asking(openCall, open, { look: plan }))).toEqual(['call.opened']));
  it('does not open in a cycle nobody told of, nor in that of another forum', () => {
    expect(told(asking(openCall, open))).toEqual(['refused: unknown-cycle']);
    expect(told(asking(openCall, open, { look: { ...plan, forumId: otherForumId } }))).toEqual([
      'refused: unknown-cycle',
    ]);
  });
  it('does not open in a cycle that is over', () =>
    expect(told(asking(openCall, open, { look: { ...plan, closedOn: '2028-01-01' } }))).toEqual([
      'refused: cycle-already-closed',
    ]));
  it('cannot be closed', () =>
    expect(told(asking(closeCall, { callId }))).toEqual(['refused: unknown-call']));
});

describe('an open call', () => {
  const facts = [callOpened];
  it('is already open', () => expect(told(asking(openCall, open, { facts, look: plan }))).toEqual(NOTHING));
  it('moves its closing when asked with another one', () =>
    expect(told(asking(openCall, { ...open, closesAt: LATER }, { facts, look: plan }))).toEqual([
      'call.opened',
    ]));
  it('is not a call of another cycle', () =>
    expect(told(asking(openCall, { ...open, cycleId: callId }, { facts, look: plan }))).toEqual([
      'refused: call-of-another-cycle',
    ]));
  it('closes after its closing day, or when the clock says so', () => {
    expect(told(asking(closeCall, { callId }, { facts, now: AFTERWARDS }))).toEqual(['call.closed']);
    expect(told(asking(closeCall, { callId }, { facts, actor: theClock }))).toEqual(['call.closed']);
  });
  it('is not closed by the secretariat before its closing day', () =>
    expect(told(asking(closeCall, { callId }, { facts }))).toEqual(['refused: closing-day-not-reached']));
});

describe('a closed call', () => {
  const facts = [callOpened, callClosed];
  it('is already closed', () => expect(told(asking(closeCall, { callId }, { facts }))).toEqual(NOTHING));
  it('does not open again', () =>
    expect(told(asking(openCall, open, { facts, look: plan }))).toEqual(['refused: call-already-closed']));
});
