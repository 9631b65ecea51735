import { letterWords, noticeWords, otherNotice, reasonWords } from './notice-words.ts';

/** A turn as a mail tells it. `link` opens the very form. */
export type LetterItem = {
  readonly about: string;
  readonly dueOn: string | null;
  readonly reasonCode: string | null;
  readonly link: string;
};
export type Letter = { readonly subject: string; readonly text: string; readonly html: string };

type Lang = 'ko' | 'en';
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const lineOf = (about: string, lang: Lang): string => (noticeWords[about] ?? otherNotice)[lang];

const details = ({ about, dueOn, reasonCode }: LetterItem, lang: Lang): readonly string[] => [
  ...(dueOn ? [`${letterWords.due[lang]}: ${dueOn}`] : []),
  ...(reasonCode ? [`${letterWords.reason[lang]}: ${reasonWords[reasonCode]?.[lang] ?? reasonCode}`] : []),
  ...(about === 'set-aside' || about === 'proposal-set-aside' ? [letterWords.appeal[lang]] : []),
  ...(about === 'verify-address' ? [letterWords.verify[lang]] : []),
];

/** What notices say by mail: what happened or is owed, by when, and where to go. Nobody's words are repeated. */
export const letterOf = (lang: Lang, items: readonly LetterItem[]): Letter => {
  const [first] = items;
  const title =
    items.length === 1 && first
      ? lineOf(first.about, lang)
      : `${letterWords.several[lang]} (${items.length})`;
  const text = items.map((item) =>
    [`${lineOf(item.about, lang)}.`, ...details(item, lang), item.link].join('\n'),
  );
  const html = items.map((item) => {
    const more = details(item, lang).map((line) => `<br>${escaped(line)}`);
    const link = `<p><a href="${escaped(item.link)}">${letterWords.open[lang]}</a></p>`;
    return `<p><strong>${escaped(lineOf(item.about, lang))}</strong>${more.join('')}</p>${link}`;
  });
  return {
    subject: title,
    text: `${text.join('\n\n')}\n`,
    html: `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body>${html.join('<hr>')}</body></html>`,
  };
};
