import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Actor, SessionEnding } from '@madang/contracts';
import type { Session, SessionRows } from '../../queries/sessions.ts';

export type Ending = (typeof SessionEnding)['_output'];
export type Lifetimes = {
  /** Milliseconds after which a session ends that nobody used. */
  readonly idle: number;
  /** Milliseconds after which it ends in any case. */
  readonly whole: number;
};
export type SessionKeeper = {
  /** @returns the token, which is kept by the browser alone */
  readonly begin: (
    actor: Actor,
    about: { readonly signInId: string | null; readonly browser: string },
  ) => Promise<string>;
  /** The session of a token while it runs. @throws 503 when it cannot be known whether it still may */
  readonly look: (token: string | undefined) => Promise<Session | undefined>;
  readonly of: (personId: string) => Promise<readonly Session[]>;
  readonly end: (session: Session, why: Ending) => Promise<void>;
  /** Ends what nobody came back to. */
  readonly sweep: () => Promise<void>;
};

/** Milliseconds for which a session is believed without a look at its row: ended elsewhere, it ends here by then. */
const BELIEVED = 2_000;
/** Milliseconds for which the roles of a way in are believed, and for how much longer while people is away. */
const ROLES_BELIEVED = 10_000;
const WITHOUT_PEOPLE = 300_000;
const SEEN_ANEW = 60_000;
const MOST_REMEMBERED = 10_000;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Sessions: a row each, looked at with every request, ended at once wherever somebody ends them. */
export const sessionKeeper = ({
  rows,
  lifetimes,
  endingOf,
  tell,
  now = () => Date.now(),
}: {
  readonly rows: SessionRows;
  readonly lifetimes: Lifetimes;
  /** Why a session may not go on, as people has it; nothing while its roles hold. */
  readonly endingOf: (session: Session) => Promise<Ending | undefined>;
  /** Told of every session that ended; may not throw. */
  readonly tell: (session: Session, why: Ending) => Promise<void>;
  readonly now?: () => number;
}): SessionKeeper => {
  const believed = new Map<string, { readonly session: Session; readonly until: number }>();
  const judged = new Map<string, number>();
  const seen = new Map<string, number>();

  const end = async (session: Session, why: Ending): Promise<void> => {
    for (const [hash, one] of believed) if (one.session.id === session.id) believed.delete(hash);
    judged.delete(session.id);
    seen.delete(session.id);
    if (await rows.end(session.id)) await tell(session, why);
  };
  const tooOld = ({ beganAt, seenAt }: Session): Ending | undefined => {
    if (now() - beganAt.getTime() > lifetimes.whole) return 'grown-old';
    return now() - seenAt.getTime() > lifetimes.idle ? 'left-idle' : undefined;
  };
  const notHeld = async (session: Session): Promise<Ending | undefined> => {
    const last = judged.get(session.id) ?? Number.NEGATIVE_INFINITY;
    if (session.signInId === null || now() - last < ROLES_BELIEVED) return undefined;
    try {
      const why = await endingOf(session);
      judged.set(session.id, now());
      return why;
    } catch (fault) {
      if (now() - last < WITHOUT_PEOPLE) return undefined;
      throw fault;
    }
  };
  const remember = (hash: string, session: Session): void => {
    if (believed.size >= MOST_REMEMBERED)
      for (const map of [believed, judged, seen] as readonly Map<string, unknown>[]) map.clear();
    believed.set(hash, { session, until: now() + BELIEVED });
  };

  return {
    begin: async (actor, about) => {
      const token = randomBytes(32).toString('base64url');
      const at = new Date(now());
      const session: Session = { id: randomUUID(), actor, ...about, beganAt: at, seenAt: at };
      await rows.add(hashOf(token), session);
      judged.set(session.id, now());
      return token;
    },
    look: async (token) => {
      if (!token) return undefined;
      const hash = hashOf(token);
      const known = believed.get(hash);
      if (known && known.until > now()) return known.session;
      const session = await rows.find(hash);
      if (!session) return undefined;
      const why = tooOld(session) ?? (await notHeld(session));
      if (why) {
        await end(session, why);
        return undefined;
      }
      const last = seen.get(session.id) ?? session.seenAt.getTime();
      if (now() - last > SEEN_ANEW) {
        seen.set(session.id, now());
        await rows.see(session.id, new Date(now()));
      }
      remember(hash, session);
      return session;
    },
    of: async (personId) => (await rows.of(personId)).filter((one) => !tooOld(one)),
    end,
    sweep: async () => {
      const over = await rows.over(new Date(now() - lifetimes.idle), new Date(now() - lifetimes.whole), 500);
      for (const session of over) await end(session, tooOld(session) ?? 'left-idle');
    },
  };
};
