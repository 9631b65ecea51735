import {
  ClusterContributions,
  Contribute,
  RestoreContribution,
  ReviseCommitment,
  SetAsideContribution,
  WaiveResponse,
} from '@madang/contracts';
import { commitmentIdOf, cycleMatters, templateOf } from './cycle-matters.ts';
import type { Drawn } from './drawn-contributions.ts';
import { inLanes } from './in-lanes.ts';
import { type Rehearsal, written } from './rehearsal.ts';
import { clustersOf } from './responses.ts';

export const contributionIdOf = ({ ids }: Rehearsal, number: number): string =>
  ids.of(`contribution/${number}`);

/** The consultation of the cycle, opened by its process. */
export const consultationIdOf = async (r: Rehearsal): Promise<string> => {
  const { consultationId } = await cycleMatters(r);
  if (consultationId === null) throw new Error('There is no consultation: its process has not opened it.');
  return consultationId;
};

const closingDay = ({ scenario }: Rehearsal, stage: string): string => {
  const dates = scenario.cycle.stages.find((one) => one.stage === stage);
  if (dates === undefined) throw new Error(`The timetable has no ${stage}.`);
  return dates.closesOn;
};

/** Contributions come in over some days; a few are set aside, one of them is restored; then they are clustered. */
export const consultation = (r: Rehearsal, drawn: readonly Drawn[]): void => {
  const { scenario, forumId, cast, ids, agenda, at } = r;
  const number = (one: Drawn): string => String(one.number);
  for (const [on, ofDay] of Map.groupBy(drawn, (one) => one.on))
    agenda.put(at(on, 13), `${ofDay.length} contributions`, async () => {
      const consultationId = await consultationIdOf(r);
      await inLanes(ofDay, number, async (one) => {
        const citizen = cast.citizen(one.citizen);
        await r.ask(
          one.channel === 'online' ? citizen : cast.secretariat,
          Contribute,
          `contribute/${one.number}`,
          {
            forumId,
            consultationId,
            contributionId: contributionIdOf(r, one.number),
            commitmentId: commitmentIdOf(r, one.commitment),
            clause: one.theme === 'schedule' ? 'milestones' : 'other',
            contributorId: citizen.id,
            contributorKind: one.kind,
            channel: one.channel,
            receivedOn: on,
            text: written(one.text, one.lang),
          },
        );
      });
    });
  const aside = drawn.filter(({ fate }) => fate === 'set-aside');
  agenda.put(
    at(closingDay(r, 'consultation'), 15),
    `${aside.length} contributions are set aside`,
    async () => {
      await inLanes(aside, number, (one) =>
        r.ask(cast.secretariat, SetAsideContribution, `aside/${one.number}`, {
          forumId,
          contributionId: contributionIdOf(r, one.number),
          reasonCode: 'not-a-contribution',
        }),
      );
      const [first] = aside;
      if (first) {
        await r.ask(cast.secretariat, RestoreContribution, `restore/${first.number}`, {
          forumId,
          contributionId: contributionIdOf(r, first.number),
        });
        await r.ask(cast.secretariat, SetAsideContribution, `aside-again/${first.number}`, {
          forumId,
          contributionId: contributionIdOf(r, first.number),
          reasonCode: 'spam',
        });
      }
    },
  );
  agenda.put(at(closingDay(r, 'consultation'), 10, 1), 'contributions are clustered by theme', async () => {
    const consultationId = await consultationIdOf(r);
    await inLanes(
      clustersOf(drawn).filter(({ members }) => members.length > 1),
      ({ key }) => key,
      ({ key, theme, members }) =>
        r.ask(cast.secretariat, ClusterContributions, `cluster/${key}`, {
          forumId,
          clusterId: ids.of(`cluster/${key}`),
          consultationId,
          theme,
          contributionIds: members.map((one) => contributionIdOf(r, one.number)),
        }),
    );
  });
  const { completedOn } = scenario.responses;
  agenda.put(at(completedOn, 14), 'drafts are revised, responses waived', async () => {
    await inLanes(
      scenario.commitments,
      (order) => String(order.number),
      async (order) => {
        const because = drawn.filter(
          (one) =>
            one.commitment === order.number &&
            one.fate === 'answered' &&
            scenario.responses.byTheme[one.theme]?.outcome === 'adopted',
        );
        if (because.length === 0) return;
        await r.ask(cast.post(order.lead), ReviseCommitment, `revise/${order.number}`, {
          forumId,
          commitmentId: commitmentIdOf(r, order.number),
          draft: templateOf(r, order, ' 국민 의견을 반영하여 일정을 앞당긴다.'),
          because: because.map((one) => contributionIdOf(r, one.number)),
          reason: written('국민 의견을 반영했습니다.'),
        });
      },
    );
    await inLanes(
      drawn.filter(({ fate }) => fate === 'waived'),
      number,
      (one) =>
        r.ask(cast.secretariat, WaiveResponse, `waive/${one.number}`, {
          forumId,
          contributionId: contributionIdOf(r, one.number),
          authority: 'co-chairs',
          reason: written('제출자가 거두어들였습니다.'),
        }),
    );
  });
};
