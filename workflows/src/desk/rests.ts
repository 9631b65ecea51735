import type { Memory } from '@madang/messaging';

export type Handled = Readonly<Record<string, number>>;
/** `until` null: it waits for a fact; `done`: it has ended. `woken`: the last instant it was woken for. */
export type Rest = {
  readonly forumId: string;
  readonly processId: string;
  readonly until: string | null;
  readonly handled: Handled;
  readonly woken: string | null;
  readonly done?: boolean;
};
export type Expectation = { readonly handled: Handled; readonly woken: string | null };

export type Rests = {
  readonly file: (rest: Rest) => Promise<void>;
  readonly expectStart: (forumId: string, processId: string) => Promise<void>;
  /** A process that was lost is about to be started from the facts: it asks the owners, and hears nothing that was told before. */
  readonly expectAnew: (forumId: string, processId: string) => Promise<void>;
  /** A fact is about to be signalled. */
  readonly expectFact: (
    forumId: string,
    processId: string,
    source: string,
    sequence: number,
  ) => Promise<void>;
  readonly expectWake: (forumId: string, processId: string, now: string) => Promise<void>;
  /** A process that was to be told is not there: unless it is just being started, nothing is expected of it. */
  readonly notThere: (forumId: string, processId: string) => Promise<void>;
  /** The process is gone: nothing is expected of it. */
  readonly forget: (forumId: string, processId: string) => Promise<void>;
  /** Processes of a forum that are not at rest with all they were told. */
  readonly restless: (forumId: string) => readonly string[];
  readonly resting: (forumId: string) => readonly Rest[];
  readonly onChange: (callback: () => void) => () => void;
};

const token = (processId: string): string => processId.replaceAll('/', '=');
const key = (kind: 'rest' | 'expect', forumId: string, processId: string): string =>
  `${kind}.${forumId}.${token(processId)}`;

const covers = (rest: Rest | undefined, expected: Expectation): boolean => {
  if (!rest) return false;
  if (rest.done) return true;
  const heard = Object.entries(expected.handled).every(
    ([source, sequence]) => (rest.handled[source] ?? 0) >= sequence,
  );
  return heard && (expected.woken === null || (rest.woken !== null && rest.woken >= expected.woken));
};

/**
 * The agenda of rehearsal forums: what each process waits for and what it was told, kept in the workflows' memory and
 * mirrored here. A process is at rest when what it filed covers what is expected of it.
 */
export const openRests = async (memory: Memory): Promise<Rests> => {
  const mirror = new Map<string, string>(await memory.entries(''));
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const tell of listeners) tell();
  };
  // One room of workflows runs at a time: what it wrote itself is newer here than its echo, which may come late.
  const own = new Set<string>();
  const keep = async (at: string, value: object): Promise<void> => {
    own.add(at);
    mirror.set(at, JSON.stringify(value));
    await memory.put(at, JSON.stringify(value));
    changed();
  };
  memory.onChange((at, value) => {
    if (own.has(at)) return;
    if (value === undefined) mirror.delete(at);
    else mirror.set(at, value);
    changed();
  });
  const drop = async (at: string): Promise<void> => {
    own.add(at);
    mirror.delete(at);
    await memory.delete(at);
    changed();
  };
  const read = <T>(at: string): T | undefined => {
    const value = mirror.get(at);
    return value === undefined ? undefined : (JSON.parse(value) as T);
  };
  const under = (kind: 'rest' | 'expect', forumId: string): readonly string[] =>
    [...mirror.keys()].filter((one) => one.startsWith(`${kind}.${forumId}.`));
  const expect = async (
    forumId: string,
    processId: string,
    more: (before: Expectation) => Expectation,
  ): Promise<void> => {
    const at = key('expect', forumId, processId);
    await keep(at, more(read<Expectation>(at) ?? { handled: {}, woken: null }));
  };
  return {
    file: (rest) => keep(key('rest', rest.forumId, rest.processId), rest),
    expectStart: async (forumId, processId) => {
      await expect(forumId, processId, (before) => before);
      await drop(key('rest', forumId, processId));
    },
    expectAnew: async (forumId, processId) => {
      await expect(forumId, processId, () => ({ handled: {}, woken: null }));
      await drop(key('rest', forumId, processId));
    },
    expectFact: (forumId, processId, source, sequence) =>
      expect(forumId, processId, (before) => ({
        ...before,
        handled: { ...before.handled, [source]: Math.max(sequence, before.handled[source] ?? 0) },
      })),
    expectWake: (forumId, processId, now) =>
      expect(forumId, processId, (before) => ({ ...before, woken: now })),
    notThere: async (forumId, processId) => {
      const rest = read<Rest>(key('rest', forumId, processId));
      if (rest && !rest.done) return;
      await drop(key('expect', forumId, processId));
    },
    forget: async (forumId, processId) => {
      for (const kind of ['expect', 'rest'] as const) await drop(key(kind, forumId, processId));
    },
    restless: (forumId) =>
      under('expect', forumId).filter((at) => {
        const expected = read<Expectation>(at);
        return expected !== undefined && !covers(read<Rest>(at.replace('expect.', 'rest.')), expected);
      }),
    resting: (forumId) => under('rest', forumId).flatMap((at) => read<Rest>(at) ?? []),
    onChange: (callback) => {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
  };
};
