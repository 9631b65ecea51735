import { render } from 'preact-render-to-string';
import { type Lang, saying } from '../messages/say.ts';

/** Stand in every page where it is said who is signed in and where their pages are; what people write cannot hold them, for it is escaped. */
const SIGNED_IN = '<madang-signed-in></madang-signed-in>';
const OWN_PAGES = '<madang-own-pages></madang-own-pages>';

export type SignedIn = {
  /** Roles, institution and forum; no name of a person. */
  readonly office: string;
  /** Where the work of this office lies, after the language. */
  readonly pages: readonly ('desk' | 'inbox' | 'console' | 'seat')[];
};

type Shown = SignedIn & { readonly lang: Lang };

const Links = ({ pages, lang }: Pick<Shown, 'pages' | 'lang'>) => {
  const say = saying(lang);
  return (
    <>
      {pages.map((one) => (
        <li key={one}>
          <a href={`/${lang}/${one}`}>{say(`nav.${one}`)}</a>
        </li>
      ))}
      <li>
        <a href={`/${lang}/sessions`}>{say('nav.sessions')}</a>
      </li>
    </>
  );
};
const SignOut = ({ lang }: Pick<Shown, 'lang'>) => (
  <form method="post" action={`/${lang}/sign-out`}>
    <button type="submit" class="second">
      {saying(lang)('nav.signOut')}
    </button>
  </form>
);

const Strip = ({ office, pages, lang }: Shown) => {
  const say = saying(lang);
  return (
    <div class="signed-in">
      <div class="wide">
        <p>{say('who.as', { office })}</p>
        <nav aria-label={say('nav.own')}>
          <ul>
            <Links {...{ pages, lang }} />
          </ul>
        </nav>
        <SignOut lang={lang} />
      </div>
    </div>
  );
};

/** What stands at the foot for whoever is signed in: the pages of their roles, their sessions, the way out. */
const Own = ({ pages, lang }: Shown) => (
  <>
    <Links {...{ pages, lang }} />
    <li>
      <SignOut lang={lang} />
    </li>
  </>
);
/** For everybody else the way in: the same for all, so that a page without a session is one page. */
const SignIn = ({ lang }: Pick<Shown, 'lang'>) => (
  <li>
    <a href={`/${lang}/sign-in`}>{saying(lang)('nav.signIn')}</a>
  </li>
);

/** A drawn page with who is signed in, or without a trace of it for everybody else. */
export const withSignedIn = (page: string, lang: Lang, signedIn: SignedIn | undefined): string =>
  page
    .replace(SIGNED_IN, () => (signedIn ? render(<Strip {...signedIn} lang={lang} />) : ''))
    .replace(OWN_PAGES, () => render(signedIn ? <Own {...signedIn} lang={lang} /> : <SignIn lang={lang} />));
