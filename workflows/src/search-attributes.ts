/** What operators can search processes by; made when Temporal is set up. */
export const searchAttributes = {
  MadangForum: 'Keyword',
  MadangCycle: 'Keyword',
  MadangStage: 'Keyword',
  MadangDue: 'Datetime',
} as const;

export const TASK_QUEUE = 'madang';
