import { MessageFormat } from 'messageformat';
import en from './en.json' with { type: 'json' };
import ko from './ko.json' with { type: 'json' };

export type Lang = 'ko' | 'en';
export type Key = keyof typeof ko;
type Values = Readonly<Record<string, string | number>>;

/** Whether there is such a message: codes may be newer than the mails. */
export const isKey = (key: string): key is Key => Object.hasOwn(ko, key);

const messages: Readonly<Record<Lang, Readonly<Record<Key, string>>>> = { ko, en };
const formats = new Map<string, MessageFormat>();
const formatOf = (lang: Lang, key: Key): MessageFormat => {
  const name = `${lang} ${key}`;
  const known = formats.get(name);
  if (known) return known;
  const made = new MessageFormat(lang, messages[lang][key], { bidiIsolation: 'none' });
  formats.set(name, made);
  return made;
};

/** What mails say, in Unicode MessageFormat 2 as the pages do; a fault in a message is thrown, and found by the spec that says them all. */
export const saying =
  (lang: Lang) =>
  (key: Key, values?: Values): string =>
    formatOf(lang, key).format(values as Record<string, unknown>, (fault) => {
      throw fault;
    });
