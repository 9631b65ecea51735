import type { Answer, CommandEnvelope, EventEnvelope } from '@madang/contracts';
import type { CommandHandler, Service } from '@madang/decider';
import type { Database, Db } from './database.ts';

/** A parsed and permitted command on its way to a decision. */
export type Submission = {
  readonly envelope: CommandEnvelope;
  readonly handler: CommandHandler;
  /** Keyed hash of the body under the master key. */
  readonly bodyHash: string;
  /** The same under former master keys. */
  readonly formerHashes?: readonly string[];
};

export type RecordContext = {
  readonly service: Service;
  readonly database: Database;
  /** Ports over the rows of a transaction, made by the service's adapters. */
  readonly rows: (tx: Db) => unknown;
  readonly masterKey: Buffer;
  /** Under which commands were remembered before the master key was changed. */
  readonly formerKeys?: readonly Buffer[];
  /** The wall's clock; a rehearsal forum has its own. */
  readonly wallNow: () => string;
  /** Named moments a test may crash at. */
  readonly at: (
    point:
      | 'decided'
      | 'before-commit'
      | 'after-commit'
      | 'consumer-before-commit'
      | 'consumer-after-commit'
      | 'mail-after-send'
      | 'webhook-after-send',
  ) => void;
};

/** What one transaction of commands did. */
export type Recorded = { readonly answers: readonly Answer[]; readonly events: readonly EventEnvelope[] };
