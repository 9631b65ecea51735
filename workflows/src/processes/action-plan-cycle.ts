import type { DatedStage } from '@madang/contracts';
import {
  continueAsNew,
  startChild,
  WorkflowExecutionAlreadyStartedError,
  workflowInfo,
} from '@temporalio/workflow';
import type { Start } from './course/words.ts';
import { approval } from './stages/approval.ts';
import { consultation } from './stages/consultation.ts';
import { drafting } from './stages/drafting.ts';
import { monitoring } from './stages/monitoring.ts';
import { response } from './stages/response.ts';
import { careOf, datesOf, isReadyFor, nextStage } from './stages/stage.rules.ts';
import { type StageCourse, tellStory } from './stages/stage-course.ts';

const stages = { drafting, consultation, response, approval, monitoring };

/** Starts the process of a stage, which outlives this run; one that runs already is left alone. */
const startStage = async (on: StageCourse, stage: DatedStage): Promise<void> => {
  const { forumId, clock } = on.given;
  const begun = `${workflowInfo().runId}/${stage}`;
  const { handled, known, now } = on.carried();
  const child: Start = { forumId, id: on.cycleId, clock, begun, handled, known, ...(now ? { now } : {}) };
  const workflowId = `${stage}/${on.cycleId}`;
  try {
    await startChild(stages[stage], {
      workflowId,
      args: [child],
      parentClosePolicy: 'ABANDON',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      workflowTaskTimeout: '5 seconds',
      staticSummary: `${stage} of cycle ${on.cycleId}`,
      staticDetails: `The stage ${stage} of an action plan cycle of the forum ${forumId}.`,
      typedSearchAttributes: [
        { key: { name: 'MadangForum', type: 'KEYWORD' }, value: forumId },
        { key: { name: 'MadangCycle', type: 'KEYWORD' }, value: on.cycleId },
      ],
    });
    on.began(workflowId, begun);
  } catch (fault) {
    if (!(fault instanceof WorkflowExecutionAlreadyStartedError)) throw fault;
  }
};

/** An action plan cycle from its opening to its close: one stage after the other, each when its day and its gate have come. */
export const actionPlanCycle = async (given: Start & { readonly stage?: DatedStage }): Promise<void> => {
  let next: DatedStage | undefined = nextStage(given.stage);
  await tellStory('action-plan-cycle', given, {
    place: (standing) => {
      const stage = standing?.stage ?? 'timetable';
      if (standing?.timetableVersion === 0)
        return { stage, waitingFor: 'the timetable', awaited: [], next: 'begin drafting on its day' };
      if (next === undefined)
        return { stage, waitingFor: 'the close of the cycle', awaited: [], next: 'the end' };
      const waitingFor = isReadyFor(next, standing ?? { sealed: false, submitted: false })
        ? `the opening of ${next}`
        : `the end of ${stage}`;
      return { stage, waitingFor, awaited: [], next: `begin ${next}` };
    },
    story: async (on) => {
      const current = given.stage ?? careOf(on.standing().stage);
      // Started from the facts: whoever has the stage in its care may have been lost.
      if (current !== undefined && given.stage === undefined) await startStage(on, current);
      next = nextStage(current);
      if (next === undefined) {
        await on.until(() => undefined); // left when the cycle is closed
        return;
      }
      const stage = next;
      await on.until((standing) =>
        isReadyFor(stage, standing) ? datesOf(standing, stage)?.opensAt : undefined,
      );
      await startStage(on, stage);
      await continueAsNew<typeof actionPlanCycle>({ ...on.carried(), stage });
    },
  });
};
