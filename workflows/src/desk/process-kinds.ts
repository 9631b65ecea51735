import type { ProcessKind } from '@madang/contracts';

/** What Temporal calls each kind of process. */
const TYPES: Readonly<Record<ProcessKind, string>> = {
  'action-plan-cycle': 'actionPlanCycle',
  drafting: 'drafting',
  consultation: 'consultation',
  response: 'response',
  approval: 'approval',
  monitoring: 'monitoring',
  obligation: 'obligation',
  'forum-calendar': 'forumCalendar',
};
const KINDS = new Map(Object.entries(TYPES).map(([kind, type]) => [type, kind as ProcessKind]));

export const typeOf = (kind: ProcessKind): string => TYPES[kind];
export const kindOf = (type: string): ProcessKind | undefined => KINDS.get(type);
export const processKinds = Object.keys(TYPES) as readonly ProcessKind[];

/** Ids of processes are ours, such as `obligation/…`; Temporal is not asked for what can be none. */
export const isProcessId = (id: string): boolean => /^[a-z][a-z-]*(\/[\w.:-]{1,80}){1,4}$/.test(id);
