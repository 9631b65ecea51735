import { connectNats } from '@madang/messaging';
import { type User, users } from './walls.ts';

export type UserLook = {
  readonly user: string;
  readonly isLetIn: boolean;
  /** Subjects that it could publish, though no wall lets it. */
  readonly mayToo: readonly string[];
};

/** Nobody listens to them and no stream takes them, so that where a wall is missing nothing happens. */
const PROBES = ['ogp.command.doctor.probe.v1', 'ogp.event.doctor.probe.v1', 'madang.doctor.probe'] as const;

const covers = (allowed: string, subject: string): boolean =>
  allowed.endsWith('.>') ? subject.startsWith(allowed.slice(0, -1)) : allowed === subject;
const forbidden = ({ publish }: User): readonly string[] =>
  publish === 'anything' ? [] : PROBES.filter((probe) => !publish.some((one) => covers(one, probe)));

const look = async (url: string, user: User, password: string): Promise<UserLook> => {
  const connection = await connectNats({ url, user: user.user, password, patience: 0 }).catch(
    () => undefined,
  );
  if (!connection) return { user: user.user, isLetIn: false, mayToo: [] };
  const mayToo: string[] = [];
  try {
    for (const probe of forbidden(user)) {
      const outcome = await connection.request(probe, '', { timeout: 1_000 }).then(
        () => 'published',
        (fault: Error) => fault.message,
      );
      if (!/permissions violation/i.test(outcome)) mayToo.push(probe);
    }
  } finally {
    await connection.close();
  }
  return { user: user.user, isLetIn: true, mayToo };
};

/** Whether each user of the walls can log in, and is refused what is not its own. Tries, and leaves nothing behind. */
export const tryUsers = (to: {
  readonly url: string;
  readonly passwords: Readonly<Record<string, string>>;
}): Promise<readonly UserLook[]> =>
  Promise.all(users.map((user) => look(to.url, user, to.passwords[user.user] ?? '')));
