import { names } from '@madang/contracts/names';
import {
  continueAsNew,
  getExternalWorkflowHandle,
  ParentClosePolicy,
  setHandler,
  startChild,
} from '@temporalio/workflow';
import { forumTime, type Legacy, outside, wakeSignal } from './forum-time.ts';
import { nextStage } from './next-stage.rules.ts';
import { saying } from './sayings.rules.ts';
import {
  type Commitments,
  type CycleInput,
  type StageName,
  type Standing,
  stageEnded,
} from './stage-time.ts';

export type CycleLife = CycleInput & {
  readonly seen?: Readonly<Record<string, number>>;
  readonly now?: string;
  readonly lastHumanAct?: Legacy['lastHumanAct'];
  readonly last?: StageName;
  readonly ended?: readonly StageName[];
};

/**
 * The long life of an action plan cycle: sees from the facts which stage is next, starts its process, and begins a new run
 * at each turn, so that no code version outlives a stage. What it holds can be asked again from the owners at any time.
 */
export const actionPlanCycle = async (life: CycleLife): Promise<void> => {
  const { forumId, cycleId, clock } = life;
  const ended = new Set<StageName>(life.ended);
  const time = forumTime(
    { process: 'action-plan-cycle', forumId, clock, cycleId },
    life.seen ? { seen: life.seen, now: life.now ?? '', lastHumanAct: life.lastHumanAct ?? null } : undefined,
  );
  setHandler(stageEnded, (stage) => {
    ended.add(stage);
    time.note();
  });
  await time.begin(
    async () =>
      ((await outside.askQuery({ type: names.forumTable, body: { forumId } })) as { now: string }).now,
  );
  for (;;) {
    time.takeFacts();
    const state = (await outside.askQuery({
      type: names.cycleStanding,
      after: time.after(),
      body: { cycleId },
    })) as Standing | null;
    if (!state || state.closed) break;
    time.speakIn(state.zone);
    const found = (await outside.askQuery({
      type: names.cycleCommitments,
      after: time.after(),
      body: { cycleId },
    })) as Commitments | null;
    const stage = nextStage(state, found, ended);
    if (stage !== 'timetable' && stage !== life.last) {
      await startStage(stage, { forumId, cycleId, clock }, time.time());
      if (clock === 'stepped') await outside.expectStart({ forumId, processId: `cycle/${cycleId}` });
      await continueAsNew<typeof actionPlanCycle>({
        forumId,
        cycleId,
        clock,
        ...time.legacy(),
        last: stage,
        ended: [...ended],
      });
    }
    time.stand({
      stage: saying(stage),
      waitingFor: stage === 'timetable' ? saying('timetable') : saying('end-of-stage', { stage }),
      next: saying(stage === 'timetable' ? 'starts-drafting' : 'starts-next'),
    });
    await time.rest(null);
  }
  time.stand({ stage: saying('closed'), waitingFor: saying('nothing'), next: saying('nothing') });
  await time.end();
};

/** Already running from before a turn or a restart: then it is the one we want. */
const startStage = async (stage: StageName, input: CycleInput, now: string): Promise<void> => {
  const { forumId, cycleId, clock } = input;
  if (clock === 'stepped')
    await outside.expectStart({ forumId, processId: `${stage}/${cycleId}`, anew: true });
  await startChild(stage, {
    workflowId: `${stage}/${cycleId}`,
    args: [input],
    parentClosePolicy: ParentClosePolicy.ABANDON,
    workflowTaskTimeout: '4 seconds',
    staticSummary: `${stage} of the plan`,
    searchAttributes: { MadangForum: [forumId], MadangCycle: [cycleId], MadangStage: [stage] },
  }).catch(() => getExternalWorkflowHandle(`${stage}/${cycleId}`).signal(wakeSignal, now));
};
