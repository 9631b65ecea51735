import { isKey, type Lang, saying } from './messages/say.ts';

/** A turn as a mail tells it. `link` opens the very form. */
export type LetterItem = {
  readonly about: string;
  readonly dueOn: string | null;
  readonly reasonCode: string | null;
  readonly link: string;
};
export type Letter = { readonly subject: string; readonly text: string; readonly html: string };

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
/** What happened; a turn of a kind that is not known here is a notice. */
const lineOf = (about: string, lang: Lang): string => {
  const key = `notice.${about}`;
  return saying(lang)(isKey(key) ? key : 'notice.other');
};

const details = (
  { about, dueOn: day, reasonCode }: LetterItem,
  say: ReturnType<typeof saying>,
): readonly string[] => {
  const why = `reason.${reasonCode}`;
  const reason = isKey(why) ? say(why) : reasonCode;
  return [
    ...(day ? [say('letter.due', { day })] : []),
    ...(reason ? [say('letter.reason', { reason })] : []),
    ...(about === 'set-aside' || about === 'proposal-set-aside' ? [say('letter.appeal')] : []),
    ...(about === 'verify-address' ? [say('letter.verify')] : []),
  ];
};

/**
 * What notices say by mail: what happened or is owed, by when, and where to go. Nobody's words are repeated.
 * @param stop where its reader chooses how often mail comes, or stops it
 */
export const letterOf = (lang: Lang, items: readonly LetterItem[], stop?: string): Letter => {
  const say = saying(lang);
  const [first] = items;
  const title =
    items.length === 1 && first ? lineOf(first.about, lang) : say('letter.several', { count: items.length });
  const text = items.map((item) =>
    [`${lineOf(item.about, lang)}.`, ...details(item, say), item.link].join('\n'),
  );
  const html = items.map((item) => {
    const more = details(item, say).map((line) => `<br>${escaped(line)}`);
    const link = `<p><a href="${escaped(item.link)}">${say('letter.open')}</a></p>`;
    return `<p><strong>${escaped(lineOf(item.about, lang))}</strong>${more.join('')}</p>${link}`;
  });
  const foot = stop ? `<hr><p><a href="${escaped(stop)}">${escaped(say('letter.often'))}</a></p>` : '';
  return {
    subject: title,
    text: `${[...text, ...(stop ? [`${say('letter.often')}:\n${stop}`] : [])].join('\n\n')}\n`,
    html: `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body>${html.join('<hr>')}${foot}</body></html>`,
  };
};
