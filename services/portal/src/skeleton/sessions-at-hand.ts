import type { Session, SessionRows } from '../queries/sessions.ts';

/** Sessions in this process alone, for specs that need no engine. */
export const sessionsAtHand = (): SessionRows => {
  const kept = new Map<string, Session>();
  const entry = (id: string) => [...kept].find(([, one]) => one.id === id);
  return {
    add: async (tokenHash, session) => void kept.set(tokenHash, session),
    find: async (tokenHash) => kept.get(tokenHash),
    see: async (id, seenAt) => {
      const found = entry(id);
      if (found) kept.set(found[0], { ...found[1], seenAt });
    },
    of: async (personId) => [...kept.values()].filter((one) => one.actor.id === personId).reverse(),
    end: async (id) => kept.delete(entry(id)?.[0] ?? ''),
    over: async (seenBefore, begunBefore, take) =>
      [...kept.values()].filter((one) => one.seenAt < seenBefore || one.beganAt < begunBefore).slice(0, take),
  };
};
