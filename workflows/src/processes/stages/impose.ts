import { log } from '@temporalio/workflow';
import type { Imposes } from '../../activities/index.ts';
import { asks, said } from '../course/asks.ts';
import type { StageCourse } from './stage-course.ts';

type Duty = Pick<Imposes, 'institutionId' | 'kind' | 'part' | 'subject' | 'dueOn'>;

/** Imposes obligations, one per institution; one that is owed already stays as it is. */
export const imposeAll = async (on: StageCourse, duties: readonly Duty[]): Promise<void> => {
  const { forumId } = on.given;
  const imposedAt = on.now();
  const calendar = on.calendar();
  await Promise.all(
    duties.map(async (duty) => {
      const { kind, institutionId } = duty;
      const what = await said(
        asks.imposeObligation({ ...duty, forumId, ...on.about(), calendar, imposedAt }),
      );
      if (what.refused === undefined) on.learn(what.answer.known);
      else log.warn('obligation not imposed', { code: what.refused, kind, institutionId });
    }),
  );
};
