export { type Rehearsed, rehearseScenario } from './rehearse-scenario.ts';
export { readScenario } from './scenario/read-scenario.ts';
export type { Scenario } from './scenario/scenario.ts';
