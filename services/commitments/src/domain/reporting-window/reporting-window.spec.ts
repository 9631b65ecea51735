import { describe, expect, it } from 'vitest';
import { closeReportingWindow } from '../../commands/close-reporting-window.ts';
import { openReportingWindow } from '../../commands/open-reporting-window.ts';
import { asking, dataOf, NOTHING, told } from '../../spec/asking.ts';
import {
  AFTERWARDS,
  CLOSES_AT,
  callId,
  cycleId,
  LATER,
  otherForumId,
  plan,
  theClock,
  windowId,
} from '../../spec/names.ts';
import { windowClosed, windowOpened } from '../../spec/past.ts';

const open = { windowId, cycleId, number: 1, from: '2026-01-01', until: '2026-06-30', closesAt: CLOSES_AT };
const counts = { reported: 3, milestones: 5 };

describe('no window yet', () => {
  it('opens in a cycle that goes on', () =>
    expect(told(asking(openReportingWindow, open, { look: plan }))).toEqual(['reporting-window.opened']));
  it('does not open in an unknown cycle, that of another forum or one that is over', () => {
    expect(told(asking(openReportingWindow, open))).toEqual(['refused: unknown-cycle']);
    expect(told(asking(openReportingWindow, open, { look: { ...plan, forumId: otherForumId } }))).toEqual([
      'refused: unknown-cycle',
    ]);
    expect(told(asking(openReportingWindow, open, { look: { ...plan, closedOn: '2028-01-01' } }))).toEqual([
      'refused: cycle-already-closed',
    ]);
  });
  it('does not end before it begins', () =>
    expect(told(asking(openReportingWindow, { ...open, until: '2025-12-31' }, { look: plan }))).toEqual([
      'refused: window-ends-before-it-begins',
    ]));
  it('cannot be closed', () =>
    expect(told(asking(closeReportingWindow, { windowId }, { look: counts }))).toEqual([
      'refused: unknown-reporting-window',
    ]));
});

describe('an open window', () => {
  const facts = [windowOpened];
  it('is already open', () =>
    expect(told(asking(openReportingWindow, open, { facts, look: plan }))).toEqual(NOTHING));
  it('moves its closing when asked with another one', () =>
    expect(told(asking(openReportingWindow, { ...open, closesAt: LATER }, { facts, look: plan }))).toEqual([
      'reporting-window.opened',
    ]));
  it('is not that of another half-year or cycle', () => {
    expect(told(asking(openReportingWindow, { ...open, number: 2 }, { facts, look: plan }))).toEqual([
      'refused: window-of-another-half-year',
    ]);
    expect(told(asking(openReportingWindow, { ...open, cycleId: callId }, { facts, look: plan }))).toEqual([
      'refused: window-of-another-half-year',
    ]);
  });
  it('closes on its closing day with what was reported', () => {
    expect(
      dataOf(asking(closeReportingWindow, { windowId }, { facts, look: counts, actor: theClock })),
    ).toEqual([expect.objectContaining({ number: 1, ...counts })]);
    expect(
      told(asking(closeReportingWindow, { windowId }, { facts, look: counts, now: AFTERWARDS })),
    ).toEqual(['reporting-window.closed']);
  });
  it('is not closed by the secretariat before', () =>
    expect(told(asking(closeReportingWindow, { windowId }, { facts, look: counts }))).toEqual([
      'refused: closing-day-not-reached',
    ]));
});

describe('a closed window', () => {
  const facts = [windowOpened, windowClosed];
  it('is already closed and does not open again', () => {
    expect(told(asking(closeReportingWindow, { windowId }, { facts, look: counts }))).toEqual(NOTHING);
    expect(told(asking(openReportingWindow, open, { facts, look: plan }))).toEqual([
      'refused: reporting-window-already-closed',
    ]);
  });
});
