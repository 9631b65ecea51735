import ko from './refusals.ko.json' with { type: 'json' };
import { type Lang, saying } from './say.ts';

/** Why something was not taken, and what one can do, in the reader's language; English is what the service itself says. */
export const refusalIn = (
  lang: Lang,
  { code, remedy }: { readonly code: string; readonly remedy: string },
): string => {
  const korean = (ko as Readonly<Record<string, string>>)[code];
  return saying(lang)('error.refused', { why: lang === 'ko' ? (korean ?? remedy) : remedy });
};

/** A refusal's code where only the code is known: in Korean what it means, else the code. */
export const refusalCodeIn = (lang: Lang, code: string): string =>
  (lang === 'ko' ? (ko as Readonly<Record<string, string>>)[code] : undefined)?.replace(/[.。]\s*$/, '') ??
  code;
