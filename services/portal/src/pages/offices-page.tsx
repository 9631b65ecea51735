import { toldIn } from './kit/desk.ts';
import { drawPage } from './kit/shell.tsx';
import type { Lang } from './messages/say.ts';

/** Whoever has several offices says in which they act now. */
export const officesPage = (
  {
    offices,
  }: {
    readonly offices: readonly {
      readonly roles: string;
      readonly forum: string;
      readonly institution: string;
    }[];
  },
  lang: Lang,
): string => {
  const told = toldIn(lang);
  const { say } = told;
  return drawPage({
    ...{ told, title: say('offices.title'), path: '/sign-in' },
    children: (
      <>
        <h1>{say('offices.title')}</h1>
        <ul class="doings">
          {offices.map((one, at) => (
            <li key={at}>
              <form method="post" action="/sign-in/offices">
                <input type="hidden" name="office" value={at} />
                <button type="submit" class="second">
                  {[one.roles, one.institution, one.forum].filter(Boolean).join(' · ')}
                </button>
              </form>
            </li>
          ))}
        </ul>
      </>
    ),
  });
};

/** Somebody whom the provider knows and no forum: what to give to the secretariat. */
export const noRolePage = ({ code }: { readonly code: string }, lang: Lang): string => {
  const told = toldIn(lang);
  const { say } = told;
  return drawPage({
    ...{ told, title: say('noRole.title'), path: '/sign-in' },
    children: (
      <>
        <h1>{say('noRole.title')}</h1>
        <p>{say('noRole.text')}</p>
        <p class="box">
          <strong id="code">{code}</strong>
        </p>
        <p>
          <a href={`/${lang}`}>{say('nav.home')}</a>
        </p>
      </>
    ),
  });
};
