import { ActivityFailure, ApplicationFailure, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities/index.ts';

/**
 * What a process can ask. Everything but a refusal is tried again without limit. Local activities: a command takes
 * milliseconds, and a task of its own for each would cost several times that.
 */
export const asks = proxyLocalActivities<Activities>({
  startToCloseTimeout: '20 seconds',
  localRetryThreshold: '10 seconds',
  retry: {
    initialInterval: '50 milliseconds',
    backoffCoefficient: 2,
    maximumInterval: '5 seconds',
    nonRetryableErrorTypes: ['refused'],
  },
});

/** What became of a command: done, or refused by a rule with this code. */
export type Said<T> = { readonly refused: undefined; readonly answer: T } | { readonly refused: string };

/** Waits for an answer; a refusal is an answer too, and the process chooses what to do. */
export const said = async <T>(asking: Promise<T>): Promise<Said<T>> => {
  try {
    return { refused: undefined, answer: await asking };
  } catch (fault) {
    if (
      fault instanceof ActivityFailure &&
      fault.cause instanceof ApplicationFailure &&
      fault.cause.type === 'refused'
    )
      return { refused: String(fault.cause.details?.[0] ?? 'refused') };
    throw fault;
  }
};
