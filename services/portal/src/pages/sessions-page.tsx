import { toldIn } from './kit/desk.ts';
import { drawPage } from './kit/shell.tsx';
import { timeIn } from './kit/told.ts';
import type { Lang } from './messages/say.ts';

export type SessionRow = {
  readonly id: string;
  readonly browser: string;
  readonly isThis: boolean;
  readonly beganAt: string;
  readonly seenAt: string;
  readonly office: string;
};

/** Every browser and program in which somebody is signed in. */
export const sessionsPage = (
  {
    sessions,
    zone,
    isDone,
    idleMinutes,
    wholeHours,
  }: {
    readonly sessions: readonly SessionRow[];
    readonly zone: string;
    readonly isDone: boolean;
    readonly idleMinutes: number;
    readonly wholeHours: number;
  },
  lang: Lang,
): string => {
  const told = { ...toldIn(lang), zone };
  const { say } = told;
  return drawPage({
    ...{ told, title: say('sessions.title'), path: '/sessions' },
    children: (
      <>
        <h1>{say('sessions.title')}</h1>
        {isDone ? (
          <p class="box" role="status">
            {say('sessions.ended')}
          </p>
        ) : null}
        <p>{say('sessions.text')}</p>
        <ul class="list">
          {sessions.map((one) => {
            const browser = one.browser || say('sessions.program');
            const since = timeIn(told, one.beganAt);
            return (
              <li key={one.id}>
                <p class="item-title">
                  {browser}
                  {one.isThis ? ` (${say('sessions.this')})` : ''}
                </p>
                <dl class="facts">
                  <dt>{say('sessions.office')}</dt>
                  <dd>{one.office}</dd>
                  <dt>{say('sessions.began')}</dt>
                  <dd>{since}</dd>
                  <dt>{say('sessions.seen')}</dt>
                  <dd>{timeIn(told, one.seenAt)}</dd>
                </dl>
                <form method="post" action={`/${lang}/sessions/${one.id}/end`}>
                  <button
                    type="submit"
                    class="second"
                    aria-label={one.isThis ? undefined : say('sessions.endOne', { browser, since })}
                  >
                    {one.isThis ? say('nav.signOut') : say('sessions.end')}
                  </button>
                </form>
              </li>
            );
          })}
        </ul>
        {sessions.length > 1 ? (
          <form method="post" action={`/${lang}/sessions/end-others`}>
            <button type="submit">{say('sessions.endOthers')}</button>
          </form>
        ) : null}
        <p class="small">{say('sessions.lifetimes', { idle: idleMinutes, whole: wholeHours })}</p>
      </>
    ),
  });
};
