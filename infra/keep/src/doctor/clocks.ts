import { type Finding, fine, wrong } from './finding.ts';

/** Milliseconds by which two clocks may differ; certificates and sessions are judged by the wall. */
const APART = 5_000;

/** Whether the clock of an engine, read a moment ago, agrees with this machine's. */
export const clockOf = (engine: string, now: Date): Finding => {
  const apart = now.getTime() - Date.now();
  const check = `clock ${engine}`;
  return Math.abs(apart) <= APART
    ? fine(check, 'agrees with this machine')
    : wrong(
        check,
        `${Math.round(Math.abs(apart) / 1000)} s ${apart > 0 ? 'ahead of' : 'behind'} this machine`,
        'Set both by a time server.',
      );
};
