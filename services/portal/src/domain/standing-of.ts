/** How a duty stands for the public: silent, overdue from the day after it was due, or awaited. */
export const standingOf = (
  duty: { readonly silent: boolean; readonly late: boolean; readonly dueOn: string },
  today: string,
): 'silent' | 'overdue' | 'awaited' =>
  duty.silent ? 'silent' : duty.late || duty.dueOn < today ? 'overdue' : 'awaited';
