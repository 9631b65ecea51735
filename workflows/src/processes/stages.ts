import { names } from '@madang/contracts/names';
import { continueAsNew, patched } from '@temporalio/workflow';
import { type Legacy, outside } from './forum-time.ts';
import { saying } from './sayings.rules.ts';
import { type CycleInput, leadsOf, type Standing, stageTime } from './stage-time.ts';

const ASSESSMENT_MONTHS = 4;

/** Drafting: the call for proposals, and a feasibility opinion of each lead institution before the stage closes. */
export const drafting = async (input: CycleInput): Promise<void> => {
  const stage = stageTime('drafting', input);
  const { cycleId } = input;
  await stage.run(async () => {
    await stage.untilEdge('opensAt', 'opens-call');
    await stage.beginStage('drafting');
    const state = await stage.standing();
    const callId = await outside.idOf(`${cycleId}/call`);
    const dates = state.stages.find((one) => one.stage === 'drafting');
    await stage.ask(names.openCall, `open-call/v${state.timetableVersion}`, {
      callId,
      cycleId,
      closesAt: dates?.closesAt,
    });
    // Each draft that is told of brings its lead's opinion; leads are asked once.
    for (;;) {
      stage.takeFacts();
      const leads = leadsOf(await stage.commitments());
      const now = await stage.standing();
      const closing = now.stages.find((one) => one.stage === 'drafting');
      if (closing)
        await stage.imposeOn(leads, 'feasibility-opinion', 'drafts', closing.closesOn, { commitmentIds: [] });
      if (closing && !now.suspended && stage.time() >= closing.closesAt) break;
      const until = now.suspended ? null : (closing?.closesAt ?? null);
      stage.stand({
        stage: saying('drafting'),
        waitingFor: saying('drafts'),
        awaited: [...leads],
        until,
        next: saying('closes-call'),
      });
      await stage.rest(until);
    }
    await stage.ask(names.closeCall, 'close-call', { callId });
  });
};

/** Consultation on the drafts, from its opening to its closing day. */
export const consultation = async (input: CycleInput): Promise<void> => {
  const stage = stageTime('consultation', input);
  const { cycleId } = input;
  await stage.run(async () => {
    await stage.untilEdge('opensAt', 'opens-consultation');
    await stage.beginStage('consultation');
    const state = await stage.standing();
    const consultationId = await outside.idOf(`${cycleId}/consultation`);
    const drafts = (await stage.commitments()).commitments
      .filter((one) => one.state === 'draft')
      .map((one) => one.commitmentId);
    const closesAt = state.stages.find((one) => one.stage === 'consultation')?.closesAt;
    await stage.ask(names.openConsultation, `open-consultation/v${state.timetableVersion}`, {
      consultationId,
      cycleId,
      commitmentIds: drafts,
      closesAt,
    });
    await stage.untilEdge('closesAt', 'closes-consultation');
    await stage.ask(names.closeConsultation, 'close-consultation', { consultationId });
  });
};

/** Response: every contribution is answered or waived; then the consultation is sealed. OGP 4.1. */
export const response = async (input: CycleInput): Promise<void> => {
  const stage = stageTime('response', input);
  await stage.run(async () => {
    await stage.untilEdge('opensAt', 'asks-answers');
    await stage.beginStage('response');
    const state = await stage.standing();
    const found = await stage.commitments();
    const consultationId = found.consultationId ?? '';
    const leads = leadsOf(found, (one) => one.contributions > 0);
    const dueOn = state.stages.find((one) => one.stage === 'response')?.closesOn ?? '';
    await stage.imposeOn(leads, 'reasoned-response', consultationId, dueOn, {
      consultationId,
      commitmentIds: [],
    });
    for (let tries = 0; ; tries += 1) {
      stage.takeFacts();
      const { answered, waived, accepted } = (await outside.askQuery({
        type: names.responseCoverage,
        after: stage.after(),
        body: { consultationId },
      })) as { accepted: number; answered: number; waived: number };
      if (answered + waived >= accepted) {
        const outcome = await stage.ask(
          names.sealConsultation,
          `seal/${answered}/${waived}/${accepted}/${tries}`,
          { consultationId },
        );
        if (outcome.done) return;
      }
      stage.stand({
        stage: saying('response'),
        waitingFor: saying('answers', { missing: accepted - answered - waived, of: accepted }),
        awaited: [...leads],
        next: saying('seals-consultation'),
      });
      await stage.rest(null);
    }
  });
};

/** Approval: sign-offs, the vote, adoption; it ends when the plan is submitted. */
export const approval = async (input: CycleInput): Promise<void> => {
  const stage = stageTime('approval', input);
  const { cycleId } = input;
  await stage.run(async () => {
    await stage.untilEdge('opensAt', 'asks-sign-offs');
    await stage.beginStage('approval');
    const state = await stage.standing();
    const found = await stage.commitments();
    const leads = leadsOf(found);
    const dueOn = state.stages.find((one) => one.stage === 'approval')?.closesOn ?? '';
    await stage.imposeOn(leads, 'sign-off', 'plan', dueOn, { commitmentIds: [] });
    const ballots = new Map<string, string>();
    if (patched('asks-for-open-ballots'))
      for (const { ballotId, closesAt } of await outside.openBallots({ cycleId }))
        ballots.set(ballotId, closesAt);
    for (;;) {
      for (const fact of stage.takeFacts())
        if (fact.type === 'forums.ballot.opened.v1' && fact.ids.ballotId)
          ballots.set(fact.ids.ballotId, fact.ids.closesAt ?? '');
      const now = await stage.standing();
      const place = Object.values(stage.seen()).join('-');
      if (!now.suspended) {
        if (!now.signedOff)
          await stage.ask(names.sealSignOffs, `seal-sign-offs/${place}`, { cycleId, institutionIds: leads });
        for (const [ballotId, closesAt] of ballots) {
          if (stage.time() >= closesAt)
            await stage.ask(names.closeBallot, `close-ballot/${ballotId}/${place}/${stage.time()}`, {
              ballotId,
            });
          if (!now.approved)
            await stage.ask(names.approvePlan, `approve-plan/${ballotId}/${place}/${stage.time()}`, {
              cycleId,
              ballotId,
            });
        }
      }
      const then = await stage.standing();
      if (then.approved) {
        const drafts = found.commitments
          .filter((one) => one.state === 'draft')
          .map((one) => one.commitmentId);
        if (drafts.length > 0)
          await stage.ask(names.adoptCommitments, `adopt/${place}`, { cycleId, commitmentIds: drafts });
      }
      if (then.submitted) return;
      const closings = [...ballots.values()].filter((at) => at > stage.time()).toSorted();
      const until = then.approved || then.suspended ? null : (closings[0] ?? null);
      stage.stand({
        stage: saying(then.approved ? 'submission' : 'approval'),
        waitingFor: saying(then.approved ? 'submission' : 'vote'),
        awaited: [...leads],
        until,
        next: saying(then.approved ? 'ends' : 'closes-ballot'),
      });
      await stage.rest(until);
    }
  });
};

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
        const closesAt = wanted > announced ? wanted : announced;
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
