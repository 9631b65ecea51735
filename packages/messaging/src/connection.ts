import { readFileSync } from 'node:fs';
import type { NatsConnection } from '@nats-io/nats-core';
import { connect } from '@nats-io/transport-node';

export type { NatsConnection } from '@nats-io/nats-core';

/**
 * Connects as one NATS user; each has its own inbox prefix, so that nobody can read another's replies. Reconnects for
 * ever: a lost server only delays.
 * @throws when the first connection cannot be made within `patience` milliseconds
 */
export const connectNats = async (to: {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly patience?: number;
}): Promise<NatsConnection> => {
  const end = Date.now() + (to.patience ?? 30_000);
  for (;;) {
    try {
      return await connect({
        servers: to.url,
        user: to.user,
        pass: to.password,
        name: to.user,
        inboxPrefix: inboxOf(to.user),
        maxReconnectAttempts: -1,
        reconnectTimeWait: 100,
        reconnectJitter: 50,
        pingInterval: 5_000,
        maxPingOut: 2,
        ignoreAuthErrorAbort: true,
        // A stack is made for each request otherwise, for the case that it fails.
        noAsyncTraces: true,
      });
    } catch (fault) {
      if (Date.now() > end) throw fault;
      await new Promise((wake) => setTimeout(wake, 100));
    }
  }
};

/** Where replies to this user arrive. */
export const inboxOf = (user: string): string => `_INBOX_${user.replaceAll('-', '_')}`;

/** Passwords of the NATS users from the file that the installation wrote. */
export const readUsers = (file: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(file, 'utf8'));
