import { toldIn } from './kit/desk.ts';
import { Errors, type FormError } from './kit/form.tsx';
import { drawPage } from './kit/shell.tsx';
import type { Lang } from './messages/say.ts';

export type EraseView = {
  /** Nobody: nothing was ever handed in from this browser. Official: erased by the secretariat, for roles and duties end with it. */
  readonly state: 'nobody' | 'official' | 'asked' | 'done';
  readonly formId: string;
  readonly errors: readonly FormError[];
};

/** Whoever handed something in has everything of theirs erased. */
export const erasePage = ({ state, formId, errors }: EraseView, lang: Lang): string => {
  const told = toldIn(lang);
  const { say } = told;
  return drawPage({
    ...{ told, title: say('erase.title'), path: '/mine/erase', hasErrors: errors.length > 0 },
    crumbs: [
      { href: '', name: say('nav.home') },
      { href: '/mine', name: say('mine.title') },
    ],
    children: (
      <>
        <h1>{say('erase.title')}</h1>
        {state === 'asked' ? (
          <>
            <Errors errors={errors} told={told} />
            <p>{say('erase.text')}</p>
            <p class="box">{say('erase.forever')}</p>
            <form method="post" action={`/${lang}/mine/erase`}>
              <input type="hidden" name="id" value={formId} />
              <div class="field">
                <label class="tick">
                  <input type="checkbox" name="sure" value="yes" id="sure" /> {say('erase.sure')}
                </label>
              </div>
              <button type="submit">{say('erase.title')}</button>
            </form>
          </>
        ) : (
          <p class="box" role={state === 'done' ? 'status' : undefined}>
            {say(`erase.${state}`)}
          </p>
        )}
        <p>
          <a href={`/${lang}/privacy#erase`}>{say('privacy.title')}</a>
        </p>
      </>
    ),
  });
};
