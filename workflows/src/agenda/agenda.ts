import type { After } from '@madang/contracts';
import type { Memory } from '@madang/messaging';
import type { OpenBallot } from '../activities/rest-activities.ts';
import type { Rest } from '../processes/course/words.ts';
import { type Expectation, isSettled, unsettled } from './settled.rules.ts';

/**
 * Where every process rests and what it is still expected to hear, kept in NATS and mirrored here. One room of workflows
 * runs at a time, and everything that is expected of a process is written by it, so the mirror is exact.
 */
export type Agenda = {
  readonly file: (rest: Rest) => Promise<void>;
  /** Written before a process is told anything. */
  readonly expect: (forumId: string, processId: string, more: Expectation) => Promise<void>;
  /** Nobody was there to be told. */
  readonly dismiss: (forumId: string, processId: string) => Promise<void>;
  /** Before a process is started anew from the facts: where its forerunner rested counts no more. */
  readonly expectAnew: (forumId: string, processId: string, begun: string, handled: After) => Promise<void>;
  readonly restOf: (processId: string) => Rest | undefined;
  readonly restsOf: (forumId: string) => readonly Rest[];
  /** Processes of the forum that have not come to rest with everything heard. */
  readonly unsettled: (forumId: string) => readonly string[];
  /** Counts what changed in a forum. */
  readonly changes: (forumId: string) => number;
  readonly onChange: (callback: () => void) => () => void;
  readonly ballotsOf: (cycleId: string) => Promise<readonly OpenBallot[]>;
  readonly rememberBallot: (cycleId: string, ballot: OpenBallot) => Promise<void>;
  readonly forgetBallot: (cycleId: string, ballotId: string) => Promise<void>;
};

export const openAgenda = async (memory: Memory): Promise<Agenda & { readonly close: () => void }> => {
  const rests = new Map<string, Rest>();
  const expectations = new Map<string, Expectation & { readonly forumId: string }>();
  const counts = new Map<string, number>();
  const listeners = new Set<() => void>();

  const changed = (forumId: string): void => {
    counts.set(forumId, (counts.get(forumId) ?? 0) + 1);
    for (const listener of listeners) listener();
  };
  const take = (rest: Rest): void => {
    const held = rests.get(rest.processId);
    if (held && held.begun === rest.begun && held.rests >= rest.rests) return;
    rests.set(rest.processId, rest);
    changed(rest.forumId);
  };
  const keyOf = (kind: 'rest' | 'expect', forumId: string, processId: string): string =>
    `${kind}.${forumId}.${processId}`;

  for (const text of (await memory.entries('rest.')).values()) take(JSON.parse(text) as Rest);
  for (const [key, text] of await memory.entries('expect.')) {
    const [, forumId = '', processId = ''] = key.split('.');
    expectations.set(processId, { ...(JSON.parse(text) as Expectation), forumId });
  }

  const write = async (forumId: string, processId: string, expectation: Expectation): Promise<void> => {
    expectations.set(processId, { ...expectation, forumId });
    changed(forumId);
    await memory.put(keyOf('expect', forumId, processId), JSON.stringify(expectation));
  };
  /** An obligation that ended with everything heard leaves nothing behind. */
  const forget = async (forumId: string, processId: string): Promise<void> => {
    rests.delete(processId);
    expectations.delete(processId);
    changed(forumId);
    await Promise.all([
      memory.delete(keyOf('rest', forumId, processId)),
      memory.delete(keyOf('expect', forumId, processId)),
    ]);
  };

  return {
    file: async (rest) => {
      const { forumId, processId, process, ended } = rest;
      const leaves = process === 'obligation' && ended && isSettled(rest, expectations.get(processId));
      if (leaves) return forget(forumId, processId);
      await memory.put(keyOf('rest', forumId, processId), JSON.stringify(rest));
      take(rest);
    },
    expect: async (forumId, processId, more) => {
      const { handled = {}, begun } = expectations.get(processId) ?? {};
      const expectation = { handled: { ...handled, ...more.handled }, begun: more.begun ?? begun };
      await write(forumId, processId, expectation);
    },
    dismiss: async (forumId, processId) => {
      if (rests.get(processId)?.ended === false) rests.delete(processId);
      expectations.delete(processId);
      changed(forumId);
      await memory.delete(keyOf('expect', forumId, processId));
      if (!rests.has(processId)) await memory.delete(keyOf('rest', forumId, processId));
    },
    expectAnew: async (forumId, processId, begun, handled) => {
      rests.delete(processId);
      await write(forumId, processId, { begun, handled });
      await memory.delete(keyOf('rest', forumId, processId));
    },
    restOf: (processId) => rests.get(processId),
    restsOf: (forumId) => [...rests.values()].filter((rest) => rest.forumId === forumId),
    unsettled: (forumId) => unsettled(forumId, rests, expectations),
    changes: (forumId) => counts.get(forumId) ?? 0,
    onChange: (callback) => {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
    ballotsOf: async (cycleId) =>
      [...(await memory.entries(`ballot.${cycleId}.`)).values()].map(
        (text) => JSON.parse(text) as OpenBallot,
      ),
    rememberBallot: (cycleId, ballot) =>
      memory.put(`ballot.${cycleId}.${ballot.ballotId}`, JSON.stringify(ballot)),
    forgetBallot: (cycleId, ballotId) => memory.delete(`ballot.${cycleId}.${ballotId}`),
    close: memory.onChange((key, value) => {
      if (key.startsWith('rest.') && value !== undefined) take(JSON.parse(value) as Rest);
    }),
  };
};
