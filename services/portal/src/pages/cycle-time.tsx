import type { VNode } from 'preact';
import { partOfTimetable } from '../domain/part-of-timetable.ts';
import type { CyclePage } from '../queries/cycle.ts';
import { momentIn, moveIn } from './kit/codes.ts';
import { Table, Tag } from './kit/parts.tsx';
import { TimetablePicture } from './kit/pictures.tsx';
import { dayIn, lastDayIn, type Told } from './kit/told.ts';
import { Words } from './kit/words.tsx';

type Props = { readonly page: CyclePage; readonly told: Told };

/** The timetable, drawn and as a table: past, now, next. */
export const Timetable = ({ page: { cycle, forum, today }, told }: Props): VNode => {
  const { say } = told;
  if (cycle.stages.length === 0) return <p>{say('cycle.timetable.none')}</p>;
  const spans = cycle.stages.map((one) => ({
    name: say(`stage.${one.stage}`),
    from: one.opensAt,
    until: one.closesAt,
    when: partOfTimetable(one, forum.now),
  }));
  const [from, until] = [cycle.stages[0]?.opensOn ?? today, cycle.stages.at(-1)?.closesOn ?? today];
  return (
    <>
      <TimetablePicture
        spans={spans}
        today={forum.now}
        todayName={say('cycle.timetable.today')}
        label={say('cycle.timetable.picture', { from: dayIn(told, from), until: dayIn(told, until) })}
      />
      <Table
        rows={cycle.stages}
        columns={[
          { head: say('column.stage'), cell: (one) => say(`stage.${one.stage}`) },
          { head: say('column.opens'), cell: (one) => dayIn(told, one.opensOn) },
          { head: say('column.closes'), cell: (one) => dayIn(told, one.closesOn) },
          {
            head: say('column.state'),
            cell: (one) => {
              const when = partOfTimetable(one, forum.now);
              return <Tag tone={when === 'now' ? 'good' : 'plain'}>{say(`cycle.part.${when}`)}</Tag>;
            },
          },
        ]}
      />
    </>
  );
};

/** Every deadline that was moved, with its reason. */
export const Moves = ({ page: { moves }, told }: Props): VNode | null => {
  const { say } = told;
  if (moves.length === 0) return null;
  return (
    <>
      <h2>{say('cycle.moves')}</h2>
      <ul class="list">
        {moves.map((one) => (
          <li key={one.version}>
            <p class="item-title">{moveIn(told, one)}</p>
            <Words text={one.reason} told={told} />
          </li>
        ))}
      </ul>
    </>
  );
};

/** Reporting windows, and what happened when. */
export const Happened = ({ page: { moments, windows }, told }: Props): VNode => {
  const { say } = told;
  return (
    <>
      {windows.length > 0 ? (
        <>
          <h2>{say('cycle.windows')}</h2>
          <ul class="plain">
            {windows.map((one) => (
              <li key={one.id}>
                {say('cycle.windows.one', {
                  number: one.number,
                  from: dayIn(told, one.fromDay),
                  until: dayIn(told, one.untilDay),
                })}
                , {say('cycle.windows.closes', { day: lastDayIn(told, one.closesAt) })}
                {one.noticeOn ? (
                  <>
                    <p class="small">
                      {say('cycle.windows.moved', {
                        notice: dayIn(told, one.noticeOn),
                        authority: say(`authority.${one.authority as 'plenary'}`),
                      })}
                    </p>
                    <Words text={one.reason} told={told} />
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {moments.length > 0 ? (
        <>
          <h2 id="happened">{say('cycle.moments')}</h2>
          <Table
            rows={moments}
            columns={[
              { head: say('column.when'), cell: (one) => dayIn(told, one.on) },
              {
                head: say('column.what'),
                cell: (one) => {
                  const said = momentIn(say, one);
                  return one.link ? <a href={one.link}>{said}</a> : said;
                },
              },
            ]}
          />
        </>
      ) : null}
    </>
  );
};
