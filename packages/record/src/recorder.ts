import type { Answer, EventEnvelope } from '@madang/contracts';
import { isConflict, PATIENCE } from './database.ts';
import { decideBatch } from './decide-batch.ts';
import type { RecordContext, Recorded, Submission } from './types.ts';

export type Recorder = {
  /** Decides a command and records what it does. Rejects only on a fault; then nothing has happened. */
  readonly submit: (submission: Submission) => Promise<Answer>;
  /** Told after every commit. Returns how to stop. */
  readonly onCommitted: (callback: (events: readonly EventEnvelope[]) => void) => () => void;
};

type Waiting = {
  readonly submission: Submission;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (fault: unknown) => void;
};

const LARGEST_BATCH = 64;
const MOST_TRIES = 6;
/** After a batch those who were answered are likely to ask again: how long the next waits for half as many, in milliseconds. */
const LINGER = 2;

/** Commands that arrive together share a transaction; when it fails each is tried again on its own, so none suffers for another. */
export const recorder = (context: RecordContext): Recorder => {
  const queue: Waiting[] = [];
  const listeners = new Set<(events: readonly EventEnvelope[]) => void>();
  let busy = false;
  let hurry: (() => void) | undefined;
  let enough = 1;

  const transact = async (batch: readonly Submission[]): Promise<Recorded> => {
    const recorded = await context.database.$transaction((tx) => decideBatch(context, tx, batch), PATIENCE);
    context.at('after-commit');
    if (recorded.events.length > 0) for (const tell of listeners) tell(recorded.events);
    return recorded;
  };

  const alone = async (one: Waiting): Promise<void> => {
    for (let tries = 1; ; tries += 1) {
      try {
        const { answers } = await transact([one.submission]);
        return one.resolve(answers[0] as Answer);
      } catch (fault) {
        if (!isConflict(fault) || tries === MOST_TRIES) return one.reject(fault);
      }
    }
  };

  const together = async (batch: readonly Waiting[]): Promise<void> => {
    if (batch.length === 1 && batch[0]) return alone(batch[0]);
    try {
      const { answers } = await transact(batch.map((one) => one.submission));
      for (const [index, one] of batch.entries()) one.resolve(answers[index] as Answer);
    } catch {
      for (const one of batch) await alone(one);
    }
  };

  /** The longest run from the front that may share a transaction: no command that finds or looks at rows, no id twice. */
  const nextBatch = (): readonly Waiting[] => {
    const ids = new Set<string>();
    let length = 0;
    for (const { submission } of queue.slice(0, LARGEST_BATCH)) {
      const alone = submission.handler.looks ?? submission.handler.finds;
      if ((alone && length > 0) || ids.has(submission.envelope.id)) break;
      ids.add(submission.envelope.id);
      length += 1;
      if (alone) break;
    }
    return queue.splice(0, Math.max(1, length));
  };

  const gather = (some: number): Promise<void> =>
    new Promise((resolve) => {
      if (queue.length >= some) return resolve();
      const timer = setTimeout(() => hurry?.(), LINGER);
      enough = some;
      hurry = () => {
        clearTimeout(timer);
        hurry = undefined;
        resolve();
      };
    });

  const drain = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    while (queue.length > 0) {
      const batch = nextBatch();
      await together(batch);
      if (batch.length > 1) await gather(batch.length / 2);
    }
    busy = false;
  };

  return {
    submit: (submission) =>
      new Promise((resolve, reject) => {
        queue.push({ submission, resolve, reject });
        if (hurry && queue.length >= enough) hurry();
        // Let commands that arrive in the same turn gather.
        setImmediate(() => void drain());
      }),
    onCommitted: (callback) => {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
  };
};
