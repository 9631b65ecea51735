import { render } from 'preact-render-to-string';
import { type Lang, saying } from '../messages/say.ts';

/** Stands in every page where it is said who is signed in; what people write cannot hold it, for it is escaped. */
export const SIGNED_IN = '<madang-signed-in></madang-signed-in>';

export type SignedIn = {
  /** Roles, institution and forum; no name of a person. */
  readonly office: string;
  /** Where the work of this office lies, after the language. */
  readonly pages: readonly ('desk' | 'inbox' | 'console' | 'seat')[];
};

const Strip = ({ office, pages, lang }: SignedIn & { readonly lang: Lang }) => {
  const say = saying(lang);
  return (
    <div class="signed-in">
      <div class="wide">
        <p>{say('who.as', { office })}</p>
        <nav aria-label={say('nav.own')}>
          <ul>
            {pages.map((one) => (
              <li key={one}>
                <a href={`/${lang}/${one}`}>{say(`nav.${one}`)}</a>
              </li>
            ))}
            <li>
              <a href={`/${lang}/sessions`}>{say('nav.sessions')}</a>
            </li>
          </ul>
        </nav>
        <form method="post" action={`/${lang}/sign-out`}>
          <button type="submit" class="second">
            {say('nav.signOut')}
          </button>
        </form>
      </div>
    </div>
  );
};

/** A drawn page with who is signed in, or without a trace of it for everybody else. */
export const withSignedIn = (page: string, lang: Lang, signedIn: SignedIn | undefined): string =>
  page.replace(SIGNED_IN, () => (signedIn ? render(<Strip {...signedIn} lang={lang} />) : ''));
