import type { Standing } from '../../queries/standing.ts';
import { toldIn } from '../kit/desk.ts';
import { drawPage } from '../kit/shell.tsx';
import { dayIn } from '../kit/told.ts';
import type { Lang } from '../messages/say.ts';

/** The secretariat's way to its forums and cycles. */
export const deskHomePage = (
  { standing, mayFound }: { readonly standing: Standing; readonly mayFound: boolean },
  lang: Lang,
): string => {
  const told = toldIn(lang);
  const { say } = told;
  return drawPage({
    ...{ told, title: say('nav.desk'), path: '/desk' },
    children: (
      <>
        <h1>{say('nav.desk')}</h1>
        {standing.forums.length === 0 ? <p>{say('home.none')}</p> : null}
        {mayFound ? (
          <p>
            <a class={standing.forums.length === 0 ? 'button' : undefined} href={`/${lang}/desk/found-forum`}>
              {say('found.title')}
            </a>
          </p>
        ) : null}
        {standing.forums.map((forum) => (
          <section key={forum.id}>
            <h2>
              <a href={`/${lang}/desk/forums/${forum.id}`}>{forum.name[lang]}</a>
            </h2>
            {forum.cycles.length === 0 ? <p>{say('home.noCycle')}</p> : null}
            <ul class="list">
              {forum.cycles.map((cycle) => (
                <li key={cycle.id}>
                  <p class="item-title">
                    <a href={`/${lang}/desk/cycles/${cycle.id}`}>{cycle.name[lang]}</a>
                  </p>
                  <p class="small">
                    {say(`stage.${cycle.stage}`)} · {dayIn(told, cycle.startsOn)} –{' '}
                    {dayIn(told, cycle.endsOn)}
                    {cycle.open > 0 ? ` · ${say('desk.awaited', { count: cycle.open })}` : ''}
                  </p>
                </li>
              ))}
            </ul>
            <p>
              <a href={`/${lang}/desk/open-cycle/${forum.id}`}>{say('desk.openCycle')}</a>
            </p>
          </section>
        ))}
        {standing.next ? (
          <p>
            <a href={`/${lang}/desk?after=${standing.next}`}>{say('home.more')}</a>
          </p>
        ) : null}
      </>
    ),
  });
};
