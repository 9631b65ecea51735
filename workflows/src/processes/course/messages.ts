/** Names of what can be said to a process, and asked of it. */
export const messages = {
  /** Signal: a turning point was reached. */
  fact: 'fact',
  /** Signal: the forum's clock has come to an instant. */
  wake: 'wake',
  /** Query: stage, waiting for whom, until when, next automatic step, last human act. */
  whereabouts: 'whereabouts',
  /** Update: look at the facts again. */
  lookAgain: 'look-again',
  /** Update: stop waiting for the instant, with a reason. */
  skipWait: 'skip-wait',
} as const;
