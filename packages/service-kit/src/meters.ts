import type { Answer } from '@madang/contracts';
import type { Database } from '@madang/record';

/** How far a process has heard the facts of others, looked at when somebody asks for its metrics. */
export type Listening = {
  readonly heard: Readonly<Record<string, number>>;
  readonly waiting: number;
  readonly parked: number;
};
/** How a service stands that records as well as hears. */
export type Standing = Listening & {
  /** Number of the last fact it recorded, and of the last one its stream has. */
  readonly recorded: number;
  readonly published: number;
  /** Seconds for which the oldest unpublished fact has waited. */
  readonly oldest: number;
};
/** Something of the service's own that is counted, by labels that are codes: never a person's id, a name or a text. */
export type Gauge = {
  readonly name: string;
  readonly value: number;
  readonly labels: Readonly<Record<string, string>>;
};
/** A request that the portal answered: its route as it is written, never the address. */
export type Requested = {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
};
export type Meters = {
  readonly asked: (type: string, answer: Answer) => void;
  readonly faulted: (type: string) => void;
  readonly requested: (request: Requested) => void;
  readonly watch: (
    look: (() => Promise<Partial<Standing>>) | undefined,
    own?: () => Promise<readonly Gauge[]>,
  ) => void;
  /** Everything as Prometheus reads it. */
  readonly text: () => Promise<string>;
};
/** What a service counts of its own: asked of its rows. */
export type OwnGauges = (database: Database) => Promise<readonly Gauge[]>;
