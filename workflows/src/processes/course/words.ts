import type { After, ForumClock, ServiceName, Whereabouts } from '@madang/contracts';

export type Instant = string;

/** A turning point as a process is told of it: ids, days and instants, never a text or a name. */
export type Told = {
  readonly source: ServiceName;
  readonly sequence: number;
  readonly type: string;
  readonly at: Instant;
  readonly human: boolean;
  readonly ids: Readonly<Record<string, string>>;
};

/** The forum's clock has come to `now`; `known` is how far the services are that told so. */
export type Wake = { readonly now: Instant; readonly known: After };

export type LastAct = NonNullable<Whereabouts['lastHumanAct']>;

/** What every process is started with, and what it hands to itself when it continues as new. */
export type Start = {
  readonly forumId: string;
  /** The cycle, the obligation or the forum that it is about. */
  readonly id: string;
  readonly clock: ForumClock;
  /** Which start this is: a new one for every start, not for a continuation. */
  readonly begun: string;
  /** Last fact heard of each source. */
  readonly handled: After;
  /** How far what it knows reaches: goes into the `after` of everything it asks. */
  readonly known: After;
  readonly now?: Instant;
  readonly lastAct?: LastAct | null;
  /** Processes it has started, by id, with their `begun`. */
  readonly started?: Readonly<Record<string, string>>;
  readonly rests?: number;
};

/** Where a process stands, as its story tells it. */
export type Place = {
  readonly stage: string;
  readonly waitingFor: string;
  readonly awaited: readonly string[];
  readonly next: string;
};

/** What a process files whenever it comes to rest. */
export type Rest = Whereabouts & {
  readonly handled: After;
  /** The instant of the forum's clock that it knows of; empty before it knew any. */
  readonly now: Instant;
  readonly begun: string;
  readonly started: Readonly<Record<string, string>>;
  readonly ended: boolean;
  /** Counts the rests of one start. */
  readonly rests: number;
};

export type Repair = { readonly reasonCode: string };
