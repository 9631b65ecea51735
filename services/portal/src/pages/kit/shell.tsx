import { type ComponentChildren, h, type VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { styleSheet } from '../assets/style-sheet.ts';
import { dayIn, type Told } from './told.ts';

export type Crumb = { readonly href: string; readonly name: string };

type ShellProps = {
  readonly told: Told;
  readonly title: string;
  /** Path of the page after its language, with its query: the same page in the other language. */
  readonly path: string;
  readonly crumbs?: readonly Crumb[];
  /** Today of a rehearsal; left out where what is shown is real. */
  readonly rehearsalDay?: string | undefined;
  readonly feed?: string | undefined;
  /** Shown before the title of the window when a form has errors. */
  readonly hasErrors?: boolean;
  readonly children: ComponentChildren;
};

const Shell = ({
  told,
  title,
  path,
  crumbs = [],
  rehearsalDay,
  feed,
  hasErrors,
  children,
}: ShellProps): VNode => {
  const { lang, say } = told;
  const other = lang === 'ko' ? 'en' : 'ko';
  const full = `${title} — ${say('site')}`;
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{hasErrors ? say('error.prefix', { title: full }) : full}</title>
        <link rel="stylesheet" href={styleSheet.path} />
        <link rel="alternate" hreflang={other} href={`/${other}${path}`} />
        <link rel="alternate" hreflang={lang} href={`/${lang}${path}`} />
        {feed ? <link rel="alternate" type="application/atom+xml" href={feed} /> : null}
      </head>
      <body>
        <a class="skip" href="#main">
          {say('skip')}
        </a>
        <header class="site">
          {h('madang-signed-in', null)}
          <div class="wide">
            <a class="name" href={`/${lang}`}>
              {say('site')}
            </a>
            <nav aria-label={say('nav.main')}>
              <ul>
                <li>
                  <a href={`/${lang}`}>{say('nav.home')}</a>
                </li>
                <li>
                  <a href={`/${lang}/institutions`}>{say('institutions.title')}</a>
                </li>
                <li>
                  <a href={`/${lang}/search`}>{say('nav.search')}</a>
                </li>
                <li>
                  <a href={`/${other}${path}`} lang={other} hreflang={other}>
                    {say('language.other')}
                  </a>
                </li>
              </ul>
            </nav>
          </div>
          {rehearsalDay ? (
            <div class="mark">
              <p class="wide">{say('rehearsal', { day: dayIn(told, rehearsalDay) })}</p>
            </div>
          ) : null}
        </header>
        <div class="wide">
          {crumbs.length > 0 ? (
            <nav class="crumbs" aria-label={say('nav.breadcrumb')}>
              <ol>
                {crumbs.map((one) => (
                  <li key={one.href}>
                    <a href={`/${lang}${one.href}`}>{one.name}</a>
                  </li>
                ))}
              </ol>
            </nav>
          ) : null}
          <main id="main" tabindex={-1}>
            {children}
          </main>
        </div>
        <footer>
          <div class="wide">
            <p>{say('site.about')}</p>
            <ul>
              <li>
                <a href="/api">{say('nav.api')}</a>
              </li>
              <li>
                <a href={`/${lang}/mine`}>{say('mine.title')}</a>
              </li>
              <li>
                <a href={`/${lang}/notices`}>{say('notices.title')}</a>
              </li>
              <li>
                <a href={`/${lang}/privacy`}>{say('privacy.title')}</a>
              </li>
              <li>
                <a href={`/${lang}/accessibility`}>{say('accessibility.title')}</a>
              </li>
              {h('madang-own-pages', null)}
            </ul>
          </div>
        </footer>
      </body>
    </html>
  );
};

/** A whole page as HTML. */
export const drawPage = (props: ShellProps): string => `<!doctype html>${render(<Shell {...props} />)}`;
