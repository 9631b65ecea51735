import type { VNode } from 'preact';
import type { ForumView, Standing } from '../queries/standing.ts';
import { Facts, Table, Tag, toneOf } from './kit/parts.tsx';
import { drawPage } from './kit/shell.tsx';
import { dayIn, type Told } from './kit/told.ts';
import { type Lang, saying } from './messages/say.ts';

const FIRST = 5;

const Forum = ({ view, told }: { readonly view: ForumView; readonly told: Told }): VNode => {
  const { lang, say } = told;
  return (
    <section>
      <h2>
        <a href={`/${lang}/forums/${view.id}`}>{view.name[lang]}</a>
      </h2>
      {view.rehearsal ? <p class="small">{say('rehearsal', { day: dayIn(told, view.today) })}</p> : null}
      {view.seats.length > 0 ? (
        <p class="small">
          {view.seats
            .map((one) => `${say(`sector.${one.sector}`)} ${say('forum.seats.count', { count: one.seats })}`)
            .join(' · ')}
        </p>
      ) : null}
      {view.cycles.length === 0 ? <p>{say('home.noCycle')}</p> : null}
      {view.cycles.map((one) => (
        <div class="box" key={one.id}>
          <h3>
            <a href={`/${lang}/cycles/${one.id}`}>{one.name[lang]}</a> <Tag>{say(`stage.${one.stage}`)}</Tag>{' '}
            {one.suspended ? <Tag tone="bad">{say('cycle.suspended')}</Tag> : null}
          </h3>
          <Facts
            facts={[
              [say('cycle.period'), `${dayIn(told, one.startsOn)} – ${dayIn(told, one.endsOn)}`],
              [
                say('cycle.answers'),
                one.coverage
                  ? say('cycle.answers.coverage', {
                      answered: one.coverage.answered + one.coverage.waived,
                      accepted: one.coverage.accepted,
                    })
                  : null,
              ],
            ]}
          />
          {one.awaited.length === 0 ? (
            <p class="small">{say('cycle.awaited.none')}</p>
          ) : (
            <Table
              caption={say('cycle.awaited')}
              rows={one.awaited.slice(0, FIRST)}
              columns={[
                { head: say('column.institution'), cell: (duty) => duty.who[lang] },
                { head: say('column.what'), cell: (duty) => say(`duty.${duty.obligationKind}`) },
                { head: say('column.due'), cell: (duty) => dayIn(told, duty.dueOn) },
                {
                  head: say('column.state'),
                  cell: (duty) => <Tag tone={toneOf(duty.state)}>{say(`awaited.${duty.state}`)}</Tag>,
                },
              ]}
            />
          )}
        </div>
      ))}
    </section>
  );
};

/** Every forum with its cycles: where they stand and who is awaited first. */
export const homePage = (standing: Standing, lang: Lang): string => {
  const told: Told = { lang, say: saying(lang), zone: 'UTC' };
  const { say } = told;
  return drawPage({
    told,
    title: say('home.title'),
    path: '',
    children: (
      <>
        <h1>{say('home.title')}</h1>
        <p class="lead">{say('site.about')}</p>
        {standing.fresh ? null : (
          <p role="status" class="bad">
            {say('stale')}
          </p>
        )}
        {standing.forums.length === 0 ? <p>{say('home.none')}</p> : null}
        {standing.forums.map((one) => (
          <Forum key={one.id} view={one} told={told} />
        ))}
        {standing.next ? (
          <p class="pager">
            <a rel="next" href={`/${lang}?after=${standing.next}`}>
              {say('home.more')}
            </a>
          </p>
        ) : null}
      </>
    ),
  });
};
