import type { RepairsOf, ResultOf } from '@madang/contracts';

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
  readonly parked: readonly {
    readonly room: string;
    readonly source: string;
    readonly sequence: number;
    readonly aggregate: string;
    readonly reason: string;
  }[];
  readonly engines: readonly { readonly name: string; readonly version: string | null }[];
  /** The latest first; nothing while people do not answer. */
  readonly repairs: ResultOf<typeof RepairsOf>['repairs'] | undefined;
};
