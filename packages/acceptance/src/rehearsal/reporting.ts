import { AddEvidence, type Completion, ReportProgress } from '@madang/contracts';
import type { z } from 'zod';
import { commitmentIdOf, milestoneIdOf } from './cycle-matters.ts';
import { inLanes } from './in-lanes.ts';
import { type Rehearsal, written } from './rehearsal.ts';

type Value = z.output<typeof Completion>;

/** Completion of a milestone in a window as the scenario has it; the last value stays. */
export const completionIn = (progress: readonly Value[], window: number): Value =>
  progress[Math.min(window, progress.length) - 1] ?? 'no-evidence-available';

const needsChallenges = (completion: Value): boolean =>
  completion === 'not-started' || completion === 'limited';

/**
 * Every milestone that an institution leads is reported on, which discharges its duty; after the window's close there is only
 * evidence to add.
 * @param by who reports: the institution itself, or the one it has delegated its duty to
 */
export const reportAll = async (
  r: Rehearsal,
  { code, by }: { readonly code: string; readonly by: string },
  window: { readonly windowId: string; readonly number: number },
  closed: boolean,
): Promise<void> => {
  const { scenario, forumId, cast, ids } = r;
  const mine = scenario.commitments.filter(({ lead }) => lead === code);
  await inLanes(
    mine,
    ({ number }) => String(number),
    async ({ number, milestones }) => {
      for (const [index, { progress }] of milestones.entries()) {
        const purpose = `${window.number}/${number}/${index}`;
        const of = {
          forumId,
          commitmentId: commitmentIdOf(r, number),
          milestoneId: milestoneIdOf(r, number, index),
        };
        const evidence = {
          evidenceKind: 'link' as const,
          link: `https://rehearsal.example/evidence/${purpose}`,
        };
        if (closed) {
          await r.ask(cast.post(by), AddEvidence, `evidence/${purpose}`, {
            ...of,
            evidenceId: ids.of(`evidence/${purpose}`),
            evidence,
          });
          continue;
        }
        const completion = completionIn(progress, window.number);
        await r.ask(cast.post(by), ReportProgress, `report/${purpose}`, {
          ...of,
          windowId: window.windowId,
          completion,
          progress: written('이행 상황 (리허설)'),
          ...(needsChallenges(completion) ? { challenges: written('예산과 인력이 부족하다. (리허설)') } : {}),
          evidence: needsChallenges(completion) ? [] : [evidence],
        });
      }
    },
  );
};
