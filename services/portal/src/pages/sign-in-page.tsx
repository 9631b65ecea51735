import { type Named, toldIn } from './kit/desk.ts';
import { Field, Options } from './kit/fields.tsx';
import { drawPage } from './kit/shell.tsx';
import type { Lang } from './messages/say.ts';

const ROLES = ['ministry', 'secretariat', 'operator', 'co-chair', 'member'] as const;

/** The development sign-in: whoever comes is believed. */
export const signInPage = (institutions: readonly Named[], lang: Lang): string => {
  const told = toldIn(lang);
  const { say } = told;
  return drawPage({
    told,
    title: say('signIn.title'),
    path: '/sign-in',
    children: (
      <>
        <h1>{say('signIn.title')}</h1>
        <p>{say('signIn.text')}</p>
        <form method="post" action={`/${lang}/sign-in`}>
          <Field id="role" label={say('signIn.role')}>
            <select id="role" name="role">
              <Options choices={ROLES.map((one) => [one, say(`role.${one}`)])} />
            </select>
          </Field>
          <Field id="institution" label={say('signIn.institution')}>
            <select id="institution" name="institution">
              <Options
                choices={[
                  ['', say('signIn.institution.none')],
                  ...institutions.map((one) => [one.id, one.name[lang]] as const),
                ]}
              />
            </select>
          </Field>
          <button type="submit">{say('signIn.button')}</button>
        </form>
        <form method="post" action={`/${lang}/sign-out`}>
          <p>
            <button type="submit">{say('nav.signOut')}</button>
          </p>
        </form>
      </>
    ),
  });
};
