import type { RepairsOf, ResultOf } from '@madang/contracts';

/** A fact that could not be taken in, and where. */
export type ParkedSeen = {
  readonly room: string;
  readonly source: string;
  readonly sequence: number;
  readonly aggregate: string;
  readonly reason: string;
  readonly type?: string | undefined;
  readonly recordedAt?: string | undefined;
};

/** How every room and engine is. */
export type SystemView = {
  readonly rooms: readonly {
    readonly name: string;
    readonly isUp: boolean;
    /** Facts that each listener of the room is behind its source. */
    readonly lags: readonly { readonly source: string; readonly behind: number }[];
    /** Facts recorded and not in the stream so far; null where there is no record. */
    readonly backlog: number | null;
    readonly unpublishedSince: string | null;
    readonly waiting: number | null;
    readonly parked: number | null;
  }[];
  /** The first of each room. */
  readonly parked: readonly ParkedSeen[];
  /** Rooms in which more is parked than is shown here. */
  readonly moreParked: readonly string[];
  readonly versions: {
    /** Of Madang, as far as it is known. */
    readonly build: string | null;
    /** What the workers that answer call their code. */
    readonly buildId: string | null;
    /** Versions of workers that Temporal knows. */
    readonly workers: readonly { readonly buildId: string; readonly isCurrent: boolean }[];
  };
  readonly engines: readonly { readonly name: string; readonly version: string | null }[];
  /** The latest first; nothing while people do not answer. */
  readonly repairs: ResultOf<typeof RepairsOf>['repairs'] | undefined;
};
