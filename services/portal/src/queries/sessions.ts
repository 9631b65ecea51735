import type { Actor } from '@madang/contracts';

/** Somebody who is signed in, in one browser or program. */
export type Session = {
  readonly id: string;
  readonly actor: Actor;
  /** The way in whose roles are asked for again and again; none for the sign-in of development. */
  readonly signInId: string | null;
  /** Family of the browser; never its address. */
  readonly browser: string;
  readonly beganAt: Date;
  readonly seenAt: Date;
};

/** Where sessions are kept, found by a hash of the token that a browser holds. */
export type SessionRows = {
  readonly add: (tokenHash: string, session: Session) => Promise<void>;
  readonly find: (tokenHash: string) => Promise<Session | undefined>;
  readonly see: (id: string, at: Date) => Promise<void>;
  /** The sessions of a person, the newest first. */
  readonly of: (personId: string) => Promise<readonly Session[]>;
  /** @returns whether there was such a session: of two that end it, one learns that it did */
  readonly end: (id: string) => Promise<boolean>;
  /** Sessions last seen before one instant, or begun before another. */
  readonly over: (seenBefore: Date, begunBefore: Date, take: number) => Promise<readonly Session[]>;
};
