import type { VNode } from 'preact';
import { toldIn } from './kit/desk.ts';
import { Facts } from './kit/parts.tsx';
import { drawPage } from './kit/shell.tsx';
import type { Told } from './kit/told.ts';
import type { Key, Lang, Values } from './messages/say.ts';

export type StatementView = {
  /** A mail address or an address on the web; left out where whoever runs this site has named none. */
  readonly contact: string | undefined;
  readonly idleMinutes: number;
  readonly wholeHours: number;
  readonly visitorDays: number;
};

const Paragraphs = ({ keys, told }: { readonly keys: readonly Key[]; readonly told: Told }): VNode => (
  <>
    {keys.map((key) => (
      <p key={key}>{told.say(key)}</p>
    ))}
  </>
);
const Listed = ({ keys, told }: { readonly keys: readonly Key[]; readonly told: Told }): VNode => (
  <ul>
    {keys.map((key) => (
      <li key={key}>{told.say(key)}</li>
    ))}
  </ul>
);
const Contact = ({ contact, told }: { readonly contact: string | undefined; readonly told: Told }): VNode =>
  contact ? (
    <p>
      {told.say('statement.contact')}{' '}
      <a href={contact.includes('://') ? contact : `mailto:${contact}`}>{contact}</a>
    </p>
  ) : (
    <p>{told.say('statement.contact.none')}</p>
  );

/** What is kept: each with of whom, what for, for how long, and how it goes. */
const KEPT = ['words', 'address', 'pseudonym', 'about', 'seats', 'accounts', 'sessions', 'network'] as const;
const Kept = ({
  what,
  values,
  told: { say },
}: {
  readonly what: (typeof KEPT)[number];
  readonly values: Values;
  readonly told: Told;
}): VNode => (
  <section>
    <h3>{say(`privacy.${what}`)}</h3>
    <Facts
      facts={(['of', 'why', 'until', 'erased'] as const).map((part) => [
        say(`privacy.part.${part}`),
        say(`privacy.${what}/${part}`, values),
      ])}
    />
  </section>
);

/** What is kept of whom, why, for how long, and how to have it erased. */
export const privacyPage = (view: StatementView, lang: Lang): string => {
  const told = toldIn(lang);
  const { say } = told;
  const { idleMinutes: idle, wholeHours: whole, visitorDays: days } = view;
  return drawPage({
    ...{ told, title: say('privacy.title'), path: '/privacy', crumbs: [{ href: '', name: say('nav.home') }] },
    children: (
      <>
        <h1>{say('privacy.title')}</h1>
        <Paragraphs keys={['privacy.text', 'privacy.elsewhere']} told={told} />
        <h2>{say('privacy.kept')}</h2>
        {KEPT.map((what) => (
          <Kept key={what} {...{ what, told, values: { idle, whole, days } }} />
        ))}
        <h2 id="erase">{say('privacy.erase')}</h2>
        <Paragraphs keys={['privacy.erase.how', 'privacy.erase.sealed']} told={told} />
        <Listed
          keys={[
            'privacy.erase.gone',
            'privacy.erase.stays',
            'privacy.erase.backups',
            'privacy.erase.others',
          ]}
          told={told}
        />
        <p>
          <a class="button" href={`/${lang}/mine/erase`}>
            {say('erase.title')}
          </a>
        </p>
        <Contact {...{ told, contact: view.contact }} />
      </>
    ),
  });
};

/** How accessible these pages are, how that is known, and what is not yet. */
export const accessibilityPage = ({ contact }: StatementView, lang: Lang): string => {
  const told = toldIn(lang);
  const { say } = told;
  return drawPage({
    ...{ told, title: say('accessibility.title'), path: '/accessibility' },
    crumbs: [{ href: '', name: say('nav.home') }],
    children: (
      <>
        <h1>{say('accessibility.title')}</h1>
        <p>{say('accessibility.text')}</p>
        <h2>{say('accessibility.is')}</h2>
        <Listed
          keys={[
            'accessibility.is.script',
            'accessibility.is.narrow',
            'accessibility.is.keyboard',
            'accessibility.is.pictures',
            'accessibility.is.forms',
            'accessibility.is.languages',
          ]}
          told={told}
        />
        <h2>{say('accessibility.known')}</h2>
        <p>{say('accessibility.known.text')}</p>
        <h2>{say('accessibility.not')}</h2>
        <Listed
          keys={[
            'accessibility.not.people',
            'accessibility.not.api',
            'accessibility.not.files',
            'accessibility.not.words',
          ]}
          told={told}
        />
        <Contact {...{ told, contact }} />
      </>
    ),
  });
};
