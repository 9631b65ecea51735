import { type Named, toldIn } from './kit/desk.ts';
import { Field, Options } from './kit/fields.tsx';
import { drawPage } from './kit/shell.tsx';
import type { Lang } from './messages/say.ts';

const ROLES = ['ministry', 'secretariat', 'operator', 'co-chair', 'member'] as const;

export type SignInView = {
  readonly institutions: readonly Named[];
  /** Whether there is also the sign-in of development, which believes whoever comes. */
  readonly believesAll: boolean;
  readonly isRefused: boolean;
  /** Whether a session was over before it was used again. */
  readonly isOver: boolean;
  /** The page that was asked for. */
  readonly back: string | undefined;
};

/** Sign-in by the provider; in development also one that believes whoever comes. */
export const signInPage = (view: SignInView, lang: Lang): string => {
  const { institutions, believesAll, isRefused, isOver, back } = view;
  const told = toldIn(lang);
  const { say } = told;
  return drawPage({
    told,
    title: say('signIn.official'),
    path: '/sign-in',
    hasErrors: isRefused,
    children: (
      <>
        <h1>{say('signIn.official')}</h1>
        {isRefused ? (
          <p class="errors" role="alert">
            {say('signIn.refused')}
          </p>
        ) : null}
        {isOver || back ? <p role="status">{say(isOver ? 'signIn.over' : 'signIn.back')}</p> : null}
        <p>{say('signIn.official.text')}</p>
        <p>
          <a
            class="button"
            href={`/sign-in/provider?${new URLSearchParams({ lang, ...(back ? { back } : {}) })}`}
          >
            {say('signIn.provider')}
          </a>
        </p>
        {believesAll ? (
          <>
            <h2>{say('signIn.title')}</h2>
            <p>{say('signIn.text')}</p>
            <form method="post" action={`/${lang}/sign-in`}>
              {back ? <input type="hidden" name="back" value={back} /> : null}
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
          </>
        ) : null}
        <form method="post" action={`/${lang}/sign-out`}>
          <p>
            <button type="submit" class="second">
              {say('nav.signOut')}
            </button>
          </p>
        </form>
      </>
    ),
  });
};
