import type { Stage } from '@madang/contracts';
import { type Decision, refused } from '@madang/decider';
import { rulePack } from '@madang/standards';
import type { Cycle } from './cycle.ts';

/** Gates that others decide and tell: a consultation sealed by commitments, sign-offs sealed by ministries. */
export type Gates = { readonly sealed: boolean; readonly signedOff: boolean };
export type NextStage = 'drafting' | 'consultation' | 'response' | 'approval' | 'monitoring' | 'assessment';

const FORERUNNER: Readonly<Record<NextStage, Stage>> = {
  drafting: 'timetable',
  consultation: 'drafting',
  response: 'consultation',
  approval: 'response',
  monitoring: 'submission',
  assessment: 'monitoring',
};

const tooEarly = (state: Cycle, stage: NextStage, now: string): Decision | undefined => {
  const opensAt =
    stage === 'assessment'
      ? state.stages.find((one) => one.stage === 'monitoring')?.closesAt
      : state.stages.find((one) => one.stage === stage)?.opensAt;
  if (opensAt && now < opensAt)
    return refused('stage-not-due', 'Wait for its day, or move the deadline by a decision.', {
      stage,
      opensAt,
    });
  return undefined;
};

/** Why a stage may not begin now; nothing when its gate is open. */
export const gateRefusal = (
  state: Cycle,
  stage: NextStage,
  gates: Gates,
  now: string,
): Decision | undefined => {
  if (state.suspendedOn)
    return refused('cycle-suspended', 'Resume the cycle first.', { suspendedOn: state.suspendedOn });
  if (state.stage !== FORERUNNER[stage])
    return refused('stage-out-of-order', `It begins after the stage ${FORERUNNER[stage]}.`, {
      stage,
      is: state.stage,
    });
  if (state.version === 0) return refused('timetable-not-published', 'Publish the timetable first.');
  if (stage === 'drafting' || stage === 'consultation') {
    // OGP 3.1: timeline and opportunities are public at least two weeks before the development of the plan begins.
    const demanded = rulePack(state.rulePack).timetableNoticeDays;
    if (state.noticeDays < demanded)
      return refused(
        'timetable-notice-too-short',
        'Move the start of drafting, or publish another timetable.',
        { noticeDays: state.noticeDays, demanded },
      );
  }
  // OGP 4.1: every contribution has its reasoned response before the plan is voted on.
  if (stage === 'approval' && !gates.sealed)
    return refused(
      'consultation-not-sealed',
      'Answer or waive every accepted contribution, then seal the consultation.',
    );
  if (stage === 'monitoring' && !state.submittedOn)
    return refused('plan-not-submitted', 'Submit the approved plan first.');
  return tooEarly(state, stage, now);
};
