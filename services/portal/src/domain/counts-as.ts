/** As what a duty counts when it is told how punctual an institution is. */
export type CountsAs = 'onTime' | 'late' | 'silent' | 'open';
type Duty = { readonly state: string; readonly late: boolean; readonly silent: boolean };

/** Silence stays silence, also when an answer came later or the duty was withdrawn; else what was withdrawn counts as nothing. */
export const countsAs = ({ state, late, silent }: Duty): CountsAs | undefined => {
  if (silent) return 'silent';
  if (state === 'withdrawn') return undefined;
  if (late) return 'late';
  return state === 'discharged' ? 'onTime' : 'open';
};
