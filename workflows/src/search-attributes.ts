/** What operators can search processes by; made when Temporal is set up. */
export const searchAttributes = {
  MadangForum: 'Keyword',
  MadangCycle: 'Keyword',
  MadangStage: 'Keyword',
  MadangDue: 'Datetime',
} as const;

export const TASK_QUEUE = 'madang';
/** A task whose worker was killed is given to another one after this time; local activities that take longer prolong it. */
export const TASK_TIMEOUT = '4 seconds';
