/** Names of everything that is exported; dashboards and alerts may use no other. */
export const METRICS = {
  commands: 'madang_commands_total',
  faults: 'madang_faults_total',
  recorded: 'madang_facts_recorded',
  published: 'madang_facts_published',
  oldest: 'madang_outbox_age_seconds',
  heard: 'madang_facts_heard',
  waiting: 'madang_facts_waiting',
  parked: 'madang_facts_parked',
  /** Duties of real forums by state, kind and institution; a hundred are named, the others together. */
  obligations: 'madang_obligations',
  /** Open cycles of real forums by stage, and for how long the one that is longest in a stage has been in it. */
  cycles: 'madang_cycles',
  stageDays: 'madang_stage_days',
  /** Stages of real forums that are over: how many, and how long half of them, nine in ten and the longest took. */
  finishedStages: 'madang_finished_stages',
  finishedStageDays: 'madang_finished_stage_days',
  /** Processes by kind: `running`, and `overdue`, whose next step is past. */
  processes: 'madang_processes',
  /** What the portal answered: by route, method and class of status; and how long it took, by door and class. */
  requests: 'madang_requests_total',
  requestSeconds: 'madang_request_seconds',
} as const;

/** Those that a room looks up in what it owns. */
export const OWN_GAUGES = [
  METRICS.obligations,
  METRICS.cycles,
  METRICS.stageDays,
  METRICS.finishedStages,
  METRICS.finishedStageDays,
  METRICS.processes,
] as const;
