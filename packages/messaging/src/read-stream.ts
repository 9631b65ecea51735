import type { Trace } from '@madang/telemetry';
import type { JetStreamManager } from '@nats-io/jetstream';
import { traceOf } from './trace-headers.ts';

export type Stored = {
  readonly sequence: number;
  readonly subject: string;
  readonly bytes: string;
  readonly trace?: Trace | undefined;
};

/** Up to `max` stored messages from a sequence on, by batched direct get; empty past the head. */
export const readStream = async (
  manager: JetStreamManager,
  stream: string,
  from: number,
  max: number,
): Promise<readonly Stored[]> => {
  const found: Stored[] = [];
  try {
    const batch = await manager.direct.getBatch(stream, { seq: from, batch: max });
    for await (const message of batch)
      found.push({
        sequence: message.seq,
        subject: message.subject,
        bytes: message.string(),
        trace: traceOf({ headers: message.header }),
      });
  } catch (fault) {
    if (!isNothingThere(fault)) throw fault;
  }
  return found;
};

const isNothingThere = (fault: unknown): boolean =>
  fault instanceof Error && /message not found|no results/i.test(fault.message);
