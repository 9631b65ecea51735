import type { VNode } from 'preact';
import type { BallotFound, ForumPage, MeetingView, TermFound } from '../queries/forum.ts';
import { type Column, Table, Tag, toneOf } from './kit/parts.tsx';
import { drawPage } from './kit/shell.tsx';
import { dayIn, type Told, timeIn } from './kit/told.ts';
import { Words } from './kit/words.tsx';
import { isKey, type Lang, saying } from './messages/say.ts';

const Meeting = ({ one, told }: { readonly one: MeetingView; readonly told: Told }): VNode => {
  const { say } = told;
  const state = one.cancelled ? 'cancelled' : one.heldOn ? 'held' : 'planned';
  return (
    <li id={`meeting-${one.id}`}>
      <p class="item-title">
        {say(`meeting.${one.kind}`)}, {timeIn(told, one.startsAt)} <Tag>{say(`forum.${state}`)}</Tag>
      </p>
      <p class="small">
        {[
          one.openToPublic ? say('forum.openToPublic') : '',
          one.attendance === null ? '' : say('forum.attendance', { count: one.attendance }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {one.agenda ? (
        <details>
          <summary>{say('forum.agenda')}</summary>
          <Words text={one.agenda} told={told} />
        </details>
      ) : null}
      {one.minutes ? (
        <details>
          <summary>{say('forum.minutes')}</summary>
          <Words text={one.minutes} told={told} />
        </details>
      ) : null}
    </li>
  );
};

/** Ballots with turnout and tally; hidden while they are open. */
export const Ballots = ({
  ballots,
  told,
}: {
  readonly ballots: readonly BallotFound[];
  readonly told: Told;
}): VNode => {
  const { say, lang } = told;
  return (
    <Table
      rows={ballots}
      columns={[
        {
          head: say('column.what'),
          cell: (one) => <a href={`/${lang}/ballots/${one.id}`}>{say(`matter.${one.matter as 'other'}`)}</a>,
        },
        { head: say('column.when'), cell: (one) => dayIn(told, one.heldOn) },
        {
          head: say('column.votes'),
          cell: ({ outcome, closesOn }) =>
            outcome
              ? say('ballot.result', {
                  turnout: outcome.turnout,
                  entitled: outcome.entitled,
                  ...outcome.tally,
                })
              : say('ballot.open', { day: dayIn(told, closesOn) }),
        },
        {
          head: say('column.outcome'),
          cell: ({ outcome }) =>
            outcome ? (
              <>
                <Tag tone={outcome.carried ? 'good' : 'bad'}>
                  {say(outcome.carried ? 'ballot.carried' : 'ballot.notCarried')}
                </Tag>{' '}
                {outcome.quorumMet ? '' : say('ballot.noQuorum')}{' '}
                {outcome.parityMet ? '' : say('ballot.noParity')}
              </>
            ) : (
              ''
            ),
        },
      ]}
    />
  );
};

/** How a mandate ended: on its last day, by another holder, or before its time and why. */
const endedIn = ({ say }: Told, { ended, reasonCode }: TermFound): string => {
  if (ended === 'handed-over') return say('seat.ended.handed-over');
  const why = `vacated.${reasonCode}`;
  return say(ended === 'vacated' && isKey(why) ? why : 'vacated.term-ended');
};
const termColumns = (told: Told): readonly Column<TermFound>[] => {
  const { say, lang } = told;
  return [
    { head: say('column.organisation'), cell: (one) => one.organisation[lang] },
    { head: say('column.sector'), cell: (one) => say(`sector.${one.sector}`) },
    { head: say('column.position'), cell: (one) => say(`position.${one.position}`) },
    { head: say('column.since'), cell: (one) => dayIn(told, one.from) },
    { head: say('column.until'), cell: (one) => dayIn(told, one.until) },
  ];
};
/** Who sits at the table for whom until when; who will; and, folded, who did. */
const Seats = ({ page, told }: { readonly page: ForumPage; readonly told: Told }): VNode => {
  const { say } = told;
  const columns = termColumns(told);
  return (
    <>
      <h2 id="seats">{say('forum.seats')}</h2>
      {page.seats.length === 0 ? (
        <p>{say('forum.seats.none')}</p>
      ) : (
        <Table
          caption={say('forum.seats.count', { count: page.seats.length })}
          {...{ rows: page.seats, columns }}
        />
      )}
      {page.coming.length > 0 ? (
        <details>
          <summary>{say('forum.seats.coming', { count: page.coming.length })}</summary>
          <Table {...{ rows: page.coming, columns }} />
        </details>
      ) : null}
      {page.past.length > 0 ? (
        <details>
          <summary>{say('forum.seats.past', { count: page.past.length })}</summary>
          <Table
            rows={page.past}
            columns={[...columns, { head: say('column.ended'), cell: (one) => endedIn(told, one) }]}
          />
        </details>
      ) : null}
    </>
  );
};

/** Who sits at the table, for whom, until when; rules, meetings and minutes, ballots, decisions. */
export const forumPage = (page: ForumPage, lang: Lang): string => {
  const told: Told = { lang, say: saying(lang), zone: page.zone };
  const { say } = told;
  return drawPage({
    told,
    title: page.name[lang],
    path: `/forums/${page.id}`,
    crumbs: [{ href: '', name: say('nav.home') }],
    rehearsalDay: page.rehearsal ? page.today : undefined,
    children: (
      <>
        <h1>{page.name[lang]}</h1>
        {page.risks.length > 0 ? (
          <section class="box" aria-labelledby="risks">
            <h2 id="risks">{say('forum.risks')}</h2>
            <ul class="plain">
              {page.risks.map(({ requirement, dueOn, risk }) => (
                <li key={`${requirement} ${dueOn}`}>
                  <span class={toneOf(risk)}>
                    {say(`forum.risks.${risk}`, { requirement, day: dayIn(told, dueOn) })}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <h2>{say('forum.cycles')}</h2>
        {page.cycles.length === 0 ? <p>{say('home.noCycle')}</p> : null}
        <ul class="list">
          {page.cycles.map((one) => (
            <li key={one.id}>
              <p class="item-title">
                <a href={`/${lang}/cycles/${one.id}`}>{one.name[lang]}</a>{' '}
                <Tag>{say(`stage.${one.stage as 'closed'}`)}</Tag>
              </p>
              <p class="small">
                {dayIn(told, one.startsOn)} – {dayIn(told, one.endsOn)}
              </p>
            </li>
          ))}
        </ul>
        <Seats {...{ page, told }} />
        {page.groups.length > 0 ? (
          <>
            <h2>{say('forum.groups')}</h2>
            <ul class="plain">
              {page.groups.map((one) => (
                <li key={one.id}>
                  {one.name[lang]}, {say('forum.groups.people', { count: one.people })}
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <h2 id="rules">{say('forum.rules')}</h2>
        {page.rules.length === 0 ? <p>{say('forum.rules.none')}</p> : null}
        {page.rules.map((one) => (
          <section key={one.version}>
            <h3>{say('forum.rules.version', { version: one.version, day: dayIn(told, one.adoptedOn) })}</h3>
            <p>
              {say('forum.rules.text', {
                quorum: `${Math.round(one.rules.quorum * 100)} %`,
                majority: say(`majority.${one.rules.majority}`),
                parity: say(`parity.${one.rules.parity}`),
                ballots: say(`ballots.${one.rules.ballots}`),
              })}
            </p>
            <Words text={one.text} told={told} />
          </section>
        ))}
        <h2 id="meetings">{say('forum.meetings')}</h2>
        {page.meetings.length === 0 ? <p>{say('forum.meetings.none')}</p> : null}
        <ul class="list">
          {page.meetings.map((one) => (
            <Meeting key={one.id} one={one} told={told} />
          ))}
        </ul>
        <h2>{say('forum.ballots')}</h2>
        {page.ballots.length === 0 ? (
          <p>{say('forum.ballots.none')}</p>
        ) : (
          <Ballots ballots={page.ballots} told={told} />
        )}
        <h2>{say('forum.decisions')}</h2>
        {page.decisions.length === 0 ? <p>{say('forum.decisions.none')}</p> : null}
        <ul class="list">
          {page.decisions.map((one) => (
            <li key={one.id} id={`decision-${one.id}`}>
              <p class="item-title">
                {say(`matter.${one.matter as 'other'}`)}, {dayIn(told, one.decidedOn)}{' '}
                {one.dissent > 0 ? <Tag>{say('forum.decisions.dissent', { count: one.dissent })}</Tag> : null}
              </p>
              <Words text={one.text} told={told} />
            </li>
          ))}
        </ul>
      </>
    ),
  });
};
