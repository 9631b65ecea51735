import type { VNode } from 'preact';
import type { TextView } from '../../queries/texts.ts';
import type { Told } from './told.ts';

/** Somebody's words in their language, with translations; or why they are not shown. */
export const Words = ({
  text,
  told,
}: {
  readonly text: TextView | null;
  readonly told: Told;
}): VNode | null => {
  if (text === null) return null;
  if (text.state !== 'there') return <p class="words none">{told.say(`text.${text.state}`)}</p>;
  return (
    <>
      <div class="words" lang={text.lang}>
        {text.words}
      </div>
      {text.translations.map((one) => (
        <details key={one.lang} open={one.lang === told.lang}>
          <summary>{told.say(one.checked ? 'text.translation.checked' : 'text.translation.draft')}</summary>
          <div class="words" lang={one.lang}>
            {one.words}
          </div>
        </details>
      ))}
    </>
  );
};

/** The beginning of what was said, on one line. */
export const beginningOf = (words: string, most: number): string => {
  const letters = [...words.replace(/\s+/g, ' ').trim()];
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : letters.join('');
};
/** The first words of a text, for a title or a link. */
export const firstWords = (text: TextView | null, told: Told, most = 120): string => {
  if (text?.state !== 'there') return text ? told.say(`text.${text.state}`) : '';
  return beginningOf(text.words, most);
};
/** The language of a text, for its passage. */
export const langOf = (text: TextView | null): string | undefined =>
  text?.state === 'there' ? text.lang : undefined;
