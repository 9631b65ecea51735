import { ReportingWindowExtended } from '@madang/contracts';
import { happened } from '@madang/decider';
import { describe, expect, it } from 'vitest';
import { closeReportingWindow } from '../../commands/close-reporting-window.ts';
import { extendReportingWindow } from '../../commands/extend-reporting-window.ts';
import { openReportingWindow } from '../../commands/open-reporting-window.ts';
import { asking, dataOf, NOTHING, sealed, told } from '../../spec/asking.ts';
import {
  AFTERWARDS,
  CLOSES_AT,
  callId,
  cycleId,
  forumId,
  LATER,
  otherForumId,
  plan,
  TODAY,
  theClock,
  windowId,
} from '../../spec/names.ts';
import { windowClosed, windowOpened } from '../../spec/past.ts';
import { reportingWindow } from './evolve.ts';

const open = { windowId, cycleId, number: 1, from: '2026-01-01', until: '2026-06-30', closesAt: CLOSES_AT };
const later = {
  ...{ windowId, cycleId, closesOn: '2026-06-20', authority: 'co-chairs', noticeGivenOn: TODAY },
  reason: { lang: 'ko', text: '자료가 늦어졌습니다.' },
};
const extended = happened(reportingWindow.ref(windowId), ReportingWindowExtended, {
  ...{ forumId, windowId, cycleId, number: 1, closesOn: '2026-06-20', authority: 'co-chairs' },
  ...{ closesAt: '2026-06-20T14:59:59.999Z', noticeGivenOn: TODAY, reason: sealed('늦어짐') },
});
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
  it('is not moved by being opened again', () =>
    expect(told(asking(openReportingWindow, { ...open, closesAt: LATER }, { facts, look: plan }))).toEqual([
      'refused: reporting-window-already-open',
    ]));
  it('closes later by a decision, at the end of the day', () => {
    const decision = asking(extendReportingWindow, later, { facts, look: plan });
    expect(told(decision)).toEqual(['reporting-window.extended']);
    expect(dataOf(decision)).toEqual([
      expect.objectContaining({ number: 1, closesAt: '2026-06-20T14:59:59.999Z', authority: 'co-chairs' }),
    ]);
  });
  it('does not close earlier than was announced, nor later without notice', () => {
    const earlier = { ...later, closesOn: TODAY };
    expect(told(asking(extendReportingWindow, earlier, { facts, look: plan }))).toEqual([
      'refused: window-not-later',
    ]);
    const unannounced = { ...later, noticeGivenOn: '2026-12-31' };
    expect(told(asking(extendReportingWindow, unannounced, { facts, look: plan }))).toEqual([
      'refused: notice-in-the-future',
    ]);
  });
  it('is extended once by the same day', () => {
    const moved = [...facts, extended];
    expect(told(asking(extendReportingWindow, later, { facts: moved, look: plan }))).toEqual(NOTHING);
    expect(
      told(asking(closeReportingWindow, { windowId }, { facts: moved, look: counts, now: AFTERWARDS })),
    ).toEqual(['refused: closing-day-not-reached']);
  });
  it('is not extended once its closing has come, nor in a cycle that is over or unknown', () => {
    expect(told(asking(extendReportingWindow, later, { facts, look: plan, now: AFTERWARDS }))).toEqual([
      'refused: reporting-window-already-closed',
    ]);
    const over = { ...plan, closedOn: '2028-01-01' };
    expect(told(asking(extendReportingWindow, later, { facts, look: over }))).toEqual([
      'refused: cycle-already-closed',
    ]);
    expect(told(asking(extendReportingWindow, later, { look: plan }))).toEqual([
      'refused: unknown-reporting-window',
    ]);
  });
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
    expect(told(asking(extendReportingWindow, later, { facts, look: plan }))).toEqual([
      'refused: reporting-window-already-closed',
    ]);
  });
});
