/** Named moments at which a test may ask a process to die at once (proof, row A). */
export type CrashPoint =
  | 'parsed'
  | 'decided'
  | 'before-commit'
  | 'after-commit'
  | 'before-reply'
  | 'relay-before-publish'
  | 'relay-after-publish'
  | 'consumer-before-commit'
  | 'consumer-after-commit'
  | 'mail-after-send'
  | 'webhook-after-send'
  | 'activity-after-command'
  | 'rotation-after-note'
  | 'rotation-after-rows'
  | 'rotation-between-copies'
  | 'rotation-after-swap'
  | 'password-after-told';

const [wanted, nth] = (process.env.MADANG_CRASH_AT ?? '').split(':');
let passed = 0;

/**
 * Dies by SIGKILL when `MADANG_CRASH_AT=<point>:<nth>` names this point and this is the nth time it is passed (first by
 * default). Without the variable it does nothing.
 */
export const crashPoint = (point: CrashPoint): void => {
  if (point !== wanted) return;
  passed += 1;
  if (passed === Number(nth ?? 1)) process.kill(process.pid, 'SIGKILL');
};
