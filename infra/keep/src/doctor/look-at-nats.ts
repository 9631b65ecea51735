import { connect } from 'node:net';
import { lookAtServers, type ServerLook, tryUsers } from '@madang/nats-infra';
import { clockOf } from './clocks.ts';
import { type Finding, fine, warning, wrong } from './finding.ts';
import type { Heads } from './heads-now.ts';
import { lookAtStreamsOf } from './look-at-streams-of.ts';
import type { NatsAt } from './nats-at.ts';

/** Whoever connects to NATS goes on trying; a doctor first sees whether anybody is there. */
const isThere = (url: string): Promise<boolean> => {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), timeout: 3_000 });
  socket
    .on('connect', () => resolve(true))
    .on('error', () => resolve(false))
    .on('timeout', () => resolve(false));
  return promise.finally(() => socket.destroy());
};

const ofServer = ({ name, version, now, syncsAlways }: ServerLook): readonly Finding[] => [
  version.startsWith('2.15.')
    ? fine(`nats ${name}`, `version ${version}`)
    : warning(`nats ${name}`, `version ${version}`, 'Madang is tried with NATS 2.15: use that.'),
  clockOf(`nats ${name}`, now),
  syncsAlways
    ? fine(`nats ${name} on disk`, 'every acknowledged message')
    : wrong(
        `nats ${name} on disk`,
        'messages are acknowledged before they are on disk',
        'Set sync_interval: always, as infra/nats writes it, and restart NATS.',
      ),
];

const ofUsers = async (at: NatsAt): Promise<readonly Finding[]> => {
  const tried = await tryUsers(at);
  const shutOut = tried.filter((one) => !one.isLetIn);
  const free = tried.filter((one) => one.mayToo.length > 0);
  return [
    ...shutOut.map(({ user }) =>
      wrong(
        `nats user ${user}`,
        'is not let in',
        'The server has other passwords than the secrets: restart NATS with what infra/nats writes from them.',
      ),
    ),
    ...free.map(({ user, mayToo }) =>
      wrong(
        `nats user ${user}`,
        `may publish ${mayToo.join(', ')}`,
        'Restart NATS with the users and permissions that infra/nats writes.',
      ),
    ),
    ...(shutOut.length + free.length === 0
      ? [fine('nats users', `${tried.length} are let in, each is refused what is not its own`)]
      : []),
  ];
};

/** NATS as an operator can see it: its servers, users and their walls, streams and how far they are. */
export const lookAtNats = async (at: NatsAt, heads: () => Promise<Heads>): Promise<readonly Finding[]> => {
  if (!(await isThere(at.url)))
    return [wrong('nats', 'NATS does not answer', 'Start it, and look at its log.')];
  const servers = await lookAtServers({ url: at.url, password: at.passwords.sys ?? '' }).catch(
    () => undefined,
  );
  const users = await ofUsers(at);
  const streams = users.some((one) => one.check === 'nats user infra')
    ? []
    : await lookAtStreamsOf(at, heads, servers?.length ?? 1);
  return [
    ...(servers?.flatMap(ofServer) ?? [
      wrong(
        'nats',
        'its servers do not tell how they are',
        'Give the user sys of the account SYS its password.',
      ),
    ]),
    ...users,
    ...streams,
  ];
};
