import {
  type DataOf,
  ParticipationCounted,
  ReportingWindowClosed,
  ReportingWindowExtended,
  ReportingWindowOpened,
} from '@madang/contracts';
import { projection } from '@madang/decider';

export type ReportingRows = {
  readonly putWindows: (windows: readonly DataOf<typeof ReportingWindowOpened>[]) => Promise<void>;
  readonly moveWindow: (windowId: string, closesAt: string) => Promise<void>;
  readonly closeWindows: (windowIds: readonly string[]) => Promise<void>;
  readonly addTallies: (
    tallies: readonly {
      readonly cycleId: string;
      readonly question: string;
      readonly answer: string;
      readonly count: number;
    }[],
  ) => Promise<void>;
};

const talliesOf = (facts: readonly DataOf<typeof ParticipationCounted>[]) => {
  const answers = facts.flatMap(({ cycleId, about }) =>
    Object.entries(about).flatMap(([question, answer]) =>
      answer === undefined ? [] : [{ cycleId, question, answer }],
    ),
  );
  return [...Map.groupBy(answers, (one) => JSON.stringify(one)).values()].flatMap((same) =>
    same[0] ? [{ ...same[0], count: same.length }] : [],
  );
};

export const reportingProjections = [
  projection(ReportingWindowOpened, (rows: ReportingRows, facts) =>
    rows.putWindows(facts.map((fact) => fact.data)),
  ),
  projection(ReportingWindowExtended, async (rows: ReportingRows, facts) => {
    for (const { data } of facts) await rows.moveWindow(data.windowId, data.closesAt);
  }),
  projection(ReportingWindowClosed, (rows: ReportingRows, facts) =>
    rows.closeWindows(facts.map((fact) => fact.data.windowId)),
  ),
  projection(ParticipationCounted, (rows: ReportingRows, facts) =>
    rows.addTallies(talliesOf(facts.map((fact) => fact.data))),
  ),
];
