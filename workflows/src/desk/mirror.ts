import type { Entry, Memory } from '@madang/messaging';

/** What the workflows' memory holds, kept at hand and true however many rooms write into it. */
export type Mirror = {
  readonly read: <T>(key: string) => T | undefined;
  readonly keys: (prefix: string) => readonly string[];
  /**
   * Changes what stands under a key, `undefined` for nothing; the same string writes nothing. If another room was faster,
   * `more` is asked again about what that one wrote.
   */
  readonly change: (key: string, more: (before: string | undefined) => string | undefined) => Promise<void>;
  /** Reads a key again: news of a change can be lost with a connection. */
  readonly refresh: (key: string) => Promise<void>;
  readonly onChange: (callback: () => void) => () => void;
};

const UNKNOWN = -1;

/**
 * Opens a mirror of the entries whose keys begin with one of some prefixes. News of a change comes as published, before it is kept and without its revision: what is
 * news here is read from the memory itself, in turn with what this room writes under the same key.
 */
export const openMirror = async (
  memory: Memory,
  prefixes: readonly string[],
  onFault: (fault: unknown) => void,
): Promise<Mirror> => {
  const entries = new Map<string, Entry>();
  const listeners = new Set<() => void>();
  const turns = new Map<string, Promise<void>>();

  const set = (key: string, entry: Entry): void => {
    const before = entries.get(key)?.value;
    entries.set(key, entry);
    if (before !== entry.value) for (const tell of listeners) tell();
  };
  const inTurn = (key: string, act: () => Promise<void>): Promise<void> => {
    const turn = (turns.get(key) ?? Promise.resolve()).then(act);
    const settled = turn
      .catch(() => undefined)
      .then(() => {
        if (turns.get(key) === settled) turns.delete(key);
      });
    turns.set(key, settled);
    return turn;
  };
  const refresh = (key: string): Promise<void> => inTurn(key, async () => set(key, await memory.entry(key)));

  memory.onChange((key, value) => {
    if (!prefixes.some((prefix) => key.startsWith(prefix))) return;
    // This room's own word, or one that says nothing new.
    if (entries.has(key) && entries.get(key)?.value === value) return;
    refresh(key).catch(onFault);
  });
  for (const prefix of prefixes)
    for (const [key, value] of await memory.entries(prefix))
      if (!entries.has(key)) entries.set(key, { value, revision: UNKNOWN });

  return {
    read: <T>(key: string): T | undefined => {
      const value = entries.get(key)?.value;
      return value === undefined ? undefined : (JSON.parse(value) as T);
    },
    keys: (prefix) =>
      [...entries].flatMap(([key, { value }]) =>
        value !== undefined && key.startsWith(prefix) ? [key] : [],
      ),
    change: (key, more) =>
      inTurn(key, async () => {
        let before = entries.get(key) ?? { value: undefined, revision: UNKNOWN };
        let looked = false;
        for (;;) {
          const after = more(before.value);
          // What seems to be there already, or was never compared, is looked up.
          if (!looked && (after === before.value || before.revision === UNKNOWN)) {
            before = await memory.entry(key);
            looked = true;
            continue;
          }
          if (after === before.value) return set(key, before);
          // Seen here before its own news comes, so that it is not read again.
          set(key, { value: after, revision: UNKNOWN });
          const revision = await memory.replace(key, after, before.revision).catch((fault: unknown) => {
            set(key, { value: before.value, revision: UNKNOWN });
            throw fault;
          });
          if (revision !== undefined) return set(key, { value: after, revision });
          before = await memory.entry(key);
        }
      }),
    refresh,
    onChange: (callback) => {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
  };
};
