import { names } from '@madang/contracts/names';
import { continueAsNew, patched } from '@temporalio/workflow';
import { type Legacy, outside } from './forum-time.ts';
import { saying } from './sayings.rules.ts';
import { type CycleInput, leadsOf, type Standing, stageTime } from './stage-time.ts';

const ASSESSMENT_MONTHS = 4;

const DAY = 86_400_000;
/** Whole days between two ends of days; an hour more or less when clocks are changed counts for nothing. */
const daysFrom = (before: string, after: string): number =>
  Math.round((Date.parse(after) - Date.parse(before)) / DAY);

const monitoringOf = ({ stages }: Standing) => stages.find((one) => one.stage === 'monitoring');

/** A run of monitoring: the first begins the stage; those after it know how many windows are closed. */
export type MonitoringLife = CycleInput & { readonly closedWindows?: number; readonly legacy?: Legacy };

/**
 * Monitoring: half-yearly reporting windows, each with a report owed by every lead institution; then assessment and the end.
 * It begins a new run after each window, so that no code version outlives one.
 */
export const monitoring = async (life: MonitoringLife): Promise<void> => {
  const { forumId, cycleId, clock, closedWindows, legacy } = life;
  const stage = stageTime('monitoring', life, legacy);
  /** A new run takes up where this one stands; the rehearsal waits for it as for any start. */
  const turn = async (closed: number): Promise<void> => {
    if (clock === 'stepped') await outside.expectStart({ forumId, processId: `monitoring/${cycleId}` });
    await continueAsNew<typeof monitoring>({
      forumId,
      cycleId,
      clock,
      closedWindows: closed,
      legacy: stage.legacy(),
    });
  };
  await stage.run(async () => {
    if (closedWindows === undefined) {
      await stage.untilEdge('opensAt', 'opens-first-window');
      await stage.beginStage('monitoring');
    }
    const plan = await stage.standing();
    let dates = monitoringOf(plan);
    const { zone } = plan;
    const planned = () =>
      outside.windowsFor({ startsOn: dates?.opensOn ?? '', endsOn: dates?.closesOn ?? '', zone });
    let windows = await planned();
    /** Waits for an edge of a window, which moves when the dates of monitoring do. */
    const until = async (at: number, edge: 'opensAt' | 'closesAt', next: string): Promise<void> => {
      for (;;) {
        stage.takeFacts();
        const now = await stage.standing();
        const moved = monitoringOf(now);
        if (moved?.opensOn !== dates?.opensOn || moved?.closesOn !== dates?.closesOn) {
          dates = moved;
          windows = await planned();
        }
        const instant = windows[at]?.[edge];
        if (instant === undefined || (!now.suspended && stage.time() >= instant)) return;
        const wanted = edge === 'opensAt' ? 'window-opening' : 'progress-reports';
        stage.stand({
          stage: saying('window', { number: at + 1 }),
          waitingFor: saying(now.suspended ? 'resumption' : wanted),
          until: now.suspended ? null : instant,
          next: saying(next),
        });
        await stage.rest(now.suspended ? null : instant);
      }
    };
    /** Closes a window when its owner says so: its closing may be moved by a decision, and what is owed for it is due later. */
    const closeAsDecided = async (at: number, windowId: string, owed: readonly string[]): Promise<void> => {
      const number = at + 1;
      let announced = windows[at]?.closesAt ?? '';
      for (;;) {
        stage.takeFacts();
        const now = await stage.standing();
        const own = (await stage.commitments()).windows.find((one) => one.windowId === windowId);
        if (own?.state === 'closed') return;
        if (own && own.closesAt > announced) {
          const days = daysFrom(announced, own.closesAt);
          const shiftId = await outside.idOf(`${windowId}/until/${own.closesAt}`);
          for (const obligationId of owed)
            await stage.ask(names.shiftObligation, `shift/${obligationId}/${own.closesAt}`, {
              ...{ obligationId, shiftId, days },
            });
          announced = own.closesAt;
        }
        const moved = monitoringOf(now);
        if (moved?.opensOn !== dates?.opensOn || moved?.closesOn !== dates?.closesOn) {
          dates = moved;
          windows = await planned();
        }
        const wanted = windows[at]?.closesAt ?? '';
        const closesAt = [wanted, announced].toSorted().at(-1) ?? announced;
        if (!now.suspended && stage.time() >= closesAt) {
          const asked = await stage.ask(names.closeReportingWindow, `close-window/${number}/${closesAt}`, {
            windowId,
          });
          if (asked.done || !own) return;
        }
        const isAhead = !now.suspended && stage.time() < closesAt;
        stage.stand({
          stage: saying('window', { number }),
          waitingFor: saying(now.suspended ? 'resumption' : 'progress-reports'),
          until: isAhead ? closesAt : null,
          next: saying('closes-window'),
        });
        await stage.rest(isAhead ? closesAt : null);
      }
    };
    for (let at = closedWindows ?? 0; at < windows.length; at += 1) {
      const number = at + 1;
      const windowId = await outside.idOf(`${cycleId}/window/${number}`);
      await until(at, 'opensAt', 'asks-reports');
      const window = windows[at];
      if (window === undefined) break;
      await stage.ask(names.openReportingWindow, `open-window/${number}`, {
        windowId,
        cycleId,
        number,
        from: window.from,
        until: window.until,
        closesAt: window.closesAt,
      });
      const owed = await stage.imposeOn(
        leadsOf(await stage.commitments()),
        'progress-report',
        `window-${number}`,
        window.closesOn,
        { windowId, commitmentIds: [] },
      );
      if (patched('windows-close-with-their-owner')) await closeAsDecided(at, windowId, owed);
      else {
        await until(at, 'closesAt', 'closes-window');
        await stage.ask(names.closeReportingWindow, `close-window/${number}`, { windowId });
      }
      if (patched('a-run-for-each-window')) await turn(number);
    }
    await stage.untilEdge('closesAt', 'begins-assessment');
    await stage.beginStage('assessment');
    // IRM: completion is judged four months after the end; until then evidence and late reports are taken.
    const judged = await outside.monthsAfter({
      day: dates?.closesOn ?? '',
      months: ASSESSMENT_MONTHS,
      zone,
    });
    while (stage.time() < judged) {
      stage.takeFacts();
      stage.stand({
        stage: saying('assessment'),
        waitingFor: saying('assessment'),
        until: judged,
        next: saying('closes-cycle'),
      });
      await stage.rest(judged);
    }
    await stage.ask(names.closeCycle, 'close', { cycleId });
  });
};
