import type { Role } from '@madang/contracts';
import type { ComponentChildren } from 'preact';
import { toldIn } from './kit/desk.ts';
import type { Typed } from './kit/form.tsx';
import { KeptForm } from './kit/kept-form.tsx';
import { drawPage } from './kit/shell.tsx';
import type { Told } from './kit/told.ts';
import type { Key, Lang, Values } from './messages/say.ts';

type Kept = { readonly address: string; readonly typed: Typed };

/** A page that says why something was not done; it stands where another page was asked for. */
const whyNot = (
  lang: Lang,
  title: Key,
  text: readonly [Key, Values?][],
  more: (told: Told) => ComponentChildren = () => null,
): string => {
  const told = toldIn(lang);
  const { say } = told;
  return drawPage({
    ...{ told, title: say(title), path: '', hasErrors: true, crumbs: [{ href: '', name: say('nav.home') }] },
    children: (
      <>
        <h1>{say(title)}</h1>
        <div role="alert">
          {text.map(([key, values]) => (
            <p key={key}>{say(key, values)}</p>
          ))}
        </div>
        {more(told)}
      </>
    ),
  });
};

/** Somebody is signed in and has not the role, or has it in another forum. */
export const forbiddenPage = (
  { by, isElsewhere }: { readonly by: readonly Role[]; readonly isElsewhere: boolean },
  lang: Lang,
): string => {
  const { say } = toldIn(lang);
  const named = by.filter((role) => role !== 'process' && role !== 'citizen');
  const roles = named.map((role) => say(`role.${role as 'member'}`)).join(', ');
  const why: [Key, Values?] = isElsewhere
    ? ['forbidden.elsewhere', { roles }]
    : ['forbidden.role', { roles }];
  return whyNot(lang, 'forbidden.title', [why, ['forbidden.what']], () => (
    <p>
      <a href={`/${lang}/sign-in`}>{say('forbidden.signIn')}</a>
    </p>
  ));
};

/** A form was sent by somebody who is signed in no more: what was typed waits. */
export const signInFirstPage = (
  { isOver, ...kept }: Kept & { readonly isOver: boolean },
  lang: Lang,
): string =>
  whyNot(lang, 'signInFirst.title', [[isOver ? 'signInFirst.over' : 'signInFirst.text']], (told) => (
    <>
      <p>
        <a href={`/${lang}/sign-in`} target="_blank" rel="noopener">
          {told.say('signInFirst.open')}
        </a>
      </p>
      <KeptForm {...{ ...kept, told }} button={told.say('kept.again')} />
    </>
  ));

/** A form came from another site. It cannot be sent on from here: whoever made it may not be whoever sees this. */
export const elsewherePage = (kept: Kept, lang: Lang): string =>
  whyNot(lang, 'elsewhere.title', [['error.elsewhere'], ['elsewhere.what']], (told) => (
    <KeptForm {...{ ...kept, told }} />
  ));

/** Too much at once. `seconds` until the next is taken. */
export const waitPage = (
  { seconds, isKept, ...kept }: Kept & { readonly seconds: number; readonly isKept: boolean },
  lang: Lang,
): string =>
  whyNot(lang, 'wait.title', [['wait.text', { seconds }], [isKept ? 'wait.kept' : 'wait.back']], (told) => (
    <KeptForm {...{ ...kept, told }} button={told.say('kept.again')} />
  ));

/** What was sent is larger than a form may be. */
export const tooLargePage = (lang: Lang): string =>
  whyNot(lang, 'tooLarge.title', [['tooLarge.text'], ['wait.back']]);
