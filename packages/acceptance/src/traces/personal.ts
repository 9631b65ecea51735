import type { Journal } from '../portal/journal.ts';

const within = (value: unknown, take: (key: string, text: string, beside: object) => void): void => {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value))
    if (typeof inner === 'string') take(key, inner, value);
    else within(inner, take);
};

/** Shorter words may stand anywhere. */
const TELLING = 8;

/** What a journal holds of persons: their ids, and every word that somebody wrote, names and addresses among them. */
export const personalIn = (journal: Journal): readonly string[] => {
  const found = new Set<string>();
  for (const { actor, body } of journal.entries) {
    found.add(actor.id);
    within(body, (key, text, beside) => {
      const isPerson = /^(person|contributor)Id$/.test(key);
      const isWritten = key === 'text' && 'lang' in beside && text.length >= TELLING;
      if (isPerson || isWritten) found.add(text);
    });
  }
  return [...found];
};
