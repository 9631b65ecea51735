import type { Commitments, StageName, Standing } from './stage-time.ts';

/** Which stage of a cycle is next by the facts. `ended`: stages that have said so, where the facts do not tell it yet. */
export const nextStage = (
  state: Standing,
  found: Commitments | null,
  ended: ReadonlySet<StageName>,
): StageName | 'timetable' => {
  if (state.timetableVersion === 0) return 'timetable';
  if (state.submitted) return 'monitoring';
  if (state.sealed || found?.consultationState === 'sealed') return 'approval';
  if (found?.consultationState === 'closed') return 'response';
  const begun = state.stage !== 'timetable' && state.stage !== 'drafting';
  return begun || ended.has('drafting') ? 'consultation' : 'drafting';
};
