import { asks } from '../course/asks.ts';
import type { Start } from '../course/words.ts';
import { imposeAll } from './impose.ts';
import { nameOf, nextTurn, type Turn, turnsOf } from './monitoring.rules.ts';
import { datesOf, leadsOf } from './stage.rules.ts';
import { beginStage, type StageCourse, tellStory } from './stage-course.ts';

const take = async (on: StageCourse, turn: Turn): Promise<string | undefined> => {
  switch (turn.does) {
    case 'open-window': {
      const { window } = turn;
      const opened = await on.ask(`open-window/${window.number}/${window.closesAt}`, (asking) =>
        asks.openReportingWindow({ ...asking, window }),
      );
      const leads = leadsOf(await asks.cycleMatters(on.about()), ({ state }) => state === 'adopted');
      await imposeAll(
        on,
        leads.map(({ institutionId, commitmentIds }) => ({
          institutionId,
          kind: 'progress-report' as const,
          part: String(window.number),
          subject: { commitmentIds: [...commitmentIds], windowId: window.windowId },
          dueOn: window.closesOn,
        })),
      );
      return opened.refused;
    }
    case 'close-window': {
      const { windowId, number } = turn.window;
      return (
        await on.ask(`close-window/${number}`, (asking) => asks.closeReportingWindow({ ...asking, windowId }))
      ).refused;
    }
    case 'assess':
      return (
        await on.ask(`begin/assessment/${on.version()}`, (asking) =>
          asks.beginStage({ ...asking, stage: 'assessment' }),
        )
      ).refused;
    case 'close-cycle':
      return (await on.ask(`close/${on.version()}`, (asking) => asks.closeCycle(asking))).refused;
  }
};

const mustBeDone: readonly Turn['does'][] = ['assess', 'close-cycle'];

/** Ministries report twice a year, until the plan is assessed and nobody is awaited any more. */
export const monitoring = async (given: Start): Promise<void> => {
  let turn: Turn | undefined;
  const taken = new Set<string>();

  await tellStory('monitoring', given, {
    place: (standing) => ({
      stage: standing?.stage === 'assessment' ? 'assessment' : 'monitoring',
      waitingFor: turn ? 'the day of what is next' : 'the opening of monitoring',
      awaited: [],
      next: turn ? nameOf(turn) : 'begin monitoring',
    }),
    story: async (on) => {
      await beginStage(on, 'monitoring');
      let planned = '';
      let turns: readonly Turn[] = [];
      for (;;) {
        const { opensOn, closesOn, closesAt } = datesOf(on.standing(), 'monitoring') ?? {
          opensOn: '',
          closesOn: '',
          closesAt: '',
        };
        if (planned !== `${opensOn} ${closesOn}`) {
          planned = `${opensOn} ${closesOn}`;
          const instants = {
            cycleId: on.cycleId,
            startsOn: opensOn,
            endsOn: closesOn,
            calendar: on.calendar(),
          };
          turns = turnsOf(await asks.monitoringInstants(instants), closesAt);
        }
        turn = nextTurn(turns, taken);
        if (turn === undefined) return;
        const { at } = turn;
        const came = await on.until(
          () => at,
          (standing) => datesOf(standing, 'monitoring')?.closesAt !== closesAt,
        );
        if (came === 'ready') continue;
        const refused = await take(on, turn);
        if (refused !== undefined && mustBeDone.includes(turn.does)) {
          await on.breathe();
          await on.look();
        } else taken.add(nameOf(turn));
      }
    },
  });
};
