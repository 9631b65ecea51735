export * from './engines/index.ts';
export { houseProcesses, type ProcessOrder, type Stage, usualHome } from './system/house-processes.ts';
export { anyPorts, fixedPorts, type SystemPorts } from './system/ports.ts';
export {
  type System,
  type SystemOptions,
  type SystemStep,
  startSystem,
  systemSteps,
} from './system/start-system.ts';
export type { SystemProcess } from './system/system-process.ts';
export { type UntilOptions, until } from './until.ts';
