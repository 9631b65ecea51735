import { josa as withParticle } from 'es-hangul';
import { MessageFormat } from 'messageformat';
import en from './en.json' with { type: 'json' };
import ko from './ko.json' with { type: 'json' };

export type Lang = 'ko' | 'en';
export type Key = keyof typeof ko;
export type Values = Readonly<Record<string, string | number>>;
/** Says a message in its language; days and numbers are given as they are to be read. */
export type Say = (key: Key, values?: Values) => string;

/** Whether there is such a message: codes may be newer than the pages. */
export const isKey = (key: string): key is Key => Object.hasOwn(ko, key);

const messages: Readonly<Record<Lang, Readonly<Record<Key, string>>>> = { ko, en };

/**
 * `{$name :josa particle=|을/를|}` puts the particle that Korean asks for after a word, by its last sound; with
 * `only=true` the particle alone, where quotation marks stand between.
 */
const functions = {
  josa: (_context: unknown, options: Readonly<Record<string, unknown>>, input: unknown) => {
    const word = String((input as { valueOf?: () => unknown } | undefined)?.valueOf?.() ?? input ?? '');
    const particle = String(options.particle ?? '');
    const whole = /\p{Script=Hangul}$/u.test(word)
      ? withParticle(word, particle as '을/를')
      : `${word}${particle.replace('/', '(')})`;
    const said = String(options.only) === 'true' ? whole.slice(word.length) : whole;
    return {
      type: 'josa',
      dir: 'ltr',
      source: '',
      options: {},
      toString: () => said,
      toParts: () => [{ type: 'josa', value: said }],
    } as never;
  },
};

const formats = new Map<string, MessageFormat<string, string>>();
const formatOf = (lang: Lang, key: Key): MessageFormat<string, string> => {
  const name = `${lang} ${key}`;
  const known = formats.get(name);
  if (known) return known;
  const made = new MessageFormat(lang, messages[lang][key], { bidiIsolation: 'none', functions });
  formats.set(name, made);
  return made;
};

/** The messages of a language, in Unicode MessageFormat 2; a fault in one is thrown, and found by the spec that says them all. */
export const saying =
  (lang: Lang): Say =>
  (key, values) =>
    formatOf(lang, key).format(values as Record<string, unknown>, (fault) => {
      throw fault;
    });
