import { drawPage } from './kit/shell.tsx';
import { type Lang, saying } from './messages/say.ts';

const OFTEN = ['at-once', 'daily', 'weekly', 'none'] as const;

export type LinkView =
  | { readonly state: 'offered'; readonly purpose: 'verify' | 'notice'; readonly token: string }
  | { readonly state: 'done' | 'invalid' }
  | { readonly state: 'refused'; readonly why: string };

/** Where links of mails lead. Nothing happens before a button is pressed: readers of mail that look ahead press none. */
export const linkPage = (view: LinkView, lang: Lang): string => {
  const say = saying(lang);
  return drawPage({
    told: { lang, say, zone: 'UTC' },
    title: say('link.title'),
    path: view.state === 'offered' ? `/link?t=${view.token}` : '',
    crumbs: [{ href: '', name: say('nav.home') }],
    children: (
      <>
        <h1>{say('link.title')}</h1>
        {view.state === 'offered' ? (
          <>
            <form method="post" action={`/${lang}/link`}>
              <p>{say(`link.${view.purpose}`)}</p>
              <input type="hidden" name="t" value={view.token} />
              <button type="submit">{say(`link.button.${view.purpose}`)}</button>
            </form>
            {view.purpose === 'notice' ? (
              <form method="post" action={`/${lang}/link`}>
                <input type="hidden" name="t" value={view.token} />
                <div class="field">
                  <label for="digest">{say('link.often')}</label>
                  <select name="digest" id="digest">
                    {OFTEN.map((one) => (
                      <option key={one} value={one}>
                        {say(`link.often.${one}`)}
                      </option>
                    ))}
                  </select>
                </div>
                <button type="submit">{say('link.often.button')}</button>
              </form>
            ) : null}
          </>
        ) : (
          <p role="status">
            {view.state === 'refused' ? say('link.refused', { why: view.why }) : say(`link.${view.state}`)}
          </p>
        )}
      </>
    ),
  });
};
