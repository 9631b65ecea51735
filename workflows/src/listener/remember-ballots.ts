import type { EventEnvelope } from '@madang/contracts';
import type { Memory } from '@madang/messaging';

/** Where the ballots of a cycle are kept in the workflows' memory. */
export const ballotsOf = (cycleId: string): string => `ballot.${cycleId}.`;

type Ballot = {
  readonly cycleId?: string;
  readonly ballotId?: string;
  readonly closesAt?: string;
  readonly carried?: boolean;
};

/**
 * Keeps a ballot from its opening until it has failed or the plan is approved on it: no owner can be asked which ballots of a
 * cycle are open, and a process that is started from the facts must close them all the same.
 */
export const rememberBallot = async (memory: Memory, { type, data }: EventEnvelope): Promise<void> => {
  const { cycleId, ballotId, closesAt = '', carried } = data as Ballot;
  if (cycleId === undefined || ballotId === undefined) return;
  const key = `${ballotsOf(cycleId)}${ballotId}`;
  if (type === 'forums.ballot.opened.v1') await memory.put(key, closesAt);
  else if (type === 'forums.cycle.plan-approved.v1') await memory.delete(key);
  else if (type === 'forums.ballot.closed.v1' && !carried) await memory.delete(key);
};
