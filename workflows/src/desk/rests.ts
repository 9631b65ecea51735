import type { Mirror } from './mirror.ts';

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
  /** A process is about to be started: nobody takes what its forerunner filed for its own rest. */
  readonly expectStart: (forumId: string, processId: string) => Promise<void>;
  /** A process is about to be signalled a fact and started if it does not run. One that rests after that very fact is left to rest. */
  readonly expectFirst: (
    forumId: string,
    processId: string,
    source: string,
    sequence: number,
  ) => Promise<void>;
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
  /** Looks again at what a restless process filed: news of it may be lost with a connection. */
  readonly lookAgain: (forumId: string, processId: string) => Promise<void>;
  readonly onChange: (callback: () => void) => () => void;
};

const token = (processId: string): string => processId.replaceAll('/', '=');
const key = (kind: 'rest' | 'expect', forumId: string, processId: string): string =>
  `${kind}.${forumId}.${token(processId)}`;

const processIn = (at: string): string => at.split('.').slice(2).join('.').replaceAll('=', '/');
const NOTHING: Expectation = { handled: {}, woken: null };

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
 * mirrored here. A process is at rest when what it filed covers what is expected of it. Any number of rooms may tell
 * processes and run them at a time.
 */
export const openRests = (mirror: Mirror): Rests => {
  const under = (kind: 'rest' | 'expect', forumId: string): readonly string[] =>
    mirror.keys(`${kind}.${forumId}.`);
  const drop = (at: string): Promise<void> => mirror.change(at, () => undefined);
  const expect = (
    forumId: string,
    processId: string,
    more: (before: Expectation) => Expectation,
  ): Promise<void> =>
    mirror.change(key('expect', forumId, processId), (before) =>
      JSON.stringify(more(before === undefined ? NOTHING : (JSON.parse(before) as Expectation))),
    );
  const hear =
    (source: string, sequence: number) =>
    (before: Expectation): Expectation =>
      (before.handled[source] ?? 0) >= sequence
        ? before
        : { ...before, handled: { ...before.handled, [source]: sequence } };

  return {
    file: (rest) => mirror.change(key('rest', rest.forumId, rest.processId), () => JSON.stringify(rest)),
    expectStart: async (forumId, processId) => {
      await expect(forumId, processId, (before) => before);
      await drop(key('rest', forumId, processId));
    },
    expectFirst: async (forumId, processId, source, sequence) => {
      await expect(forumId, processId, hear(source, sequence));
      await mirror.change(key('rest', forumId, processId), (before) => {
        const rest = before === undefined ? undefined : (JSON.parse(before) as Rest);
        return rest && !rest.done && (rest.handled[source] ?? 0) >= sequence ? before : undefined;
      });
    },
    expectAnew: async (forumId, processId) => {
      await expect(forumId, processId, () => NOTHING);
      await drop(key('rest', forumId, processId));
    },
    expectFact: (forumId, processId, source, sequence) => expect(forumId, processId, hear(source, sequence)),
    expectWake: (forumId, processId, now) =>
      expect(forumId, processId, (before) => ({ ...before, woken: now })),
    notThere: async (forumId, processId) => {
      const rest = mirror.read<Rest>(key('rest', forumId, processId));
      if (rest && !rest.done) return;
      await drop(key('expect', forumId, processId));
    },
    forget: async (forumId, processId) => {
      for (const kind of ['expect', 'rest'] as const) await drop(key(kind, forumId, processId));
    },
    restless: (forumId) =>
      under('expect', forumId).flatMap((at) => {
        const expected = mirror.read<Expectation>(at);
        const rests = !expected || covers(mirror.read<Rest>(at.replace('expect.', 'rest.')), expected);
        return rests ? [] : [processIn(at)];
      }),
    lookAgain: async (forumId, processId) => {
      for (const kind of ['expect', 'rest'] as const) await mirror.refresh(key(kind, forumId, processId));
    },
    resting: (forumId) => under('rest', forumId).flatMap((at) => mirror.read<Rest>(at) ?? []),
    onChange: mirror.onChange,
  };
};
