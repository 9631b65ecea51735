import type { VNode } from 'preact';
import type { CyclePage } from '../queries/cycle.ts';
import { Answers, Awaited, Commitments, Withdrawn } from './cycle-matters.tsx';
import { Happened, Moves, Timetable } from './cycle-time.tsx';
import { Ballots } from './forum-page.tsx';
import { momentIn } from './kit/codes.ts';
import { Facts, Tag } from './kit/parts.tsx';
import { drawPage } from './kit/shell.tsx';
import { dayIn, lastDayIn, type Told } from './kit/told.ts';
import { type Lang, saying } from './messages/say.ts';

type Props = { readonly page: CyclePage; readonly told: Told };

/** Chances to take part that are shown at once; the table of what happened has them all. */
const COMING = 8;

const TakePart = ({ page: { openings, cycle, moments, today }, told }: Props): VNode => {
  const { say, lang } = told;
  const coming = moments.filter((one) => one.kind === 'opportunity' && one.on >= today).slice(0, COMING);
  return (
    <section class="box" aria-labelledby="take-part">
      <h2 id="take-part">{say('cycle.takePart')}</h2>
      {openings.call ? (
        <>
          <p>{say('cycle.takePart.call', { day: lastDayIn(told, openings.call.closesAt) })}</p>
          <p>
            <a class="button" href={`/${lang}/cycles/${cycle.id}/propose`}>
              {say('cycle.takePart.propose')}
            </a>
          </p>
        </>
      ) : null}
      {openings.consultation ? (
        <p>{say('cycle.takePart.consultation', { day: lastDayIn(told, openings.consultation.closesAt) })}</p>
      ) : null}
      {openings.call || openings.consultation ? null : <p>{say('cycle.takePart.none')}</p>}
      {coming.length > 0 ? (
        <>
          <h3>{say('cycle.takePart.coming')}</h3>
          <ul class="plain">
            {coming.map((one) => (
              <li key={one.id}>
                {dayIn(told, one.on)}: {momentIn(say, one)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
};

/** A cycle: how to take part now, its drawn timetable, proposals, commitments, answers, who is awaited, what happened. */
export const cyclePage = (page: CyclePage, lang: Lang): string => {
  const told: Told = { lang, say: saying(lang), zone: page.forum.zone };
  const { say } = told;
  const { cycle } = page;
  const proposals = page.proposals.reduce((sum, one) => sum + one.count, 0);
  return drawPage({
    told,
    title: cycle.name[lang],
    path: `/cycles/${cycle.id}`,
    crumbs: [
      { href: '', name: say('nav.home') },
      { href: `/forums/${page.forum.id}`, name: page.forumName[lang] },
    ],
    rehearsalDay: page.forum.rehearsal ? page.today : undefined,
    feed: `/${lang}/cycles/${cycle.id}/news.atom`,
    children: (
      <>
        <h1>{cycle.name[lang]}</h1>
        <Facts
          facts={[
            [say('cycle.stage'), <Tag key="stage">{say(`stage.${cycle.stage}`)}</Tag>],
            [say('cycle.period'), `${dayIn(told, cycle.startsOn)} – ${dayIn(told, cycle.endsOn)}`],
            [say('cycle.approved'), cycle.approvedOn ? dayIn(told, cycle.approvedOn) : null],
            [say('cycle.submitted'), cycle.submittedOn ? dayIn(told, cycle.submittedOn) : null],
            [say('column.state'), cycle.suspended ? <Tag tone="bad">{say('cycle.suspended')}</Tag> : null],
          ]}
        />
        <TakePart page={page} told={told} />
        <h2 id="timetable">{say('cycle.timetable')}</h2>
        <Timetable page={page} told={told} />
        <ul class="plain">
          <li>
            <a href={`/${lang}/cycles/${cycle.id}/deadlines.ics`}>{say('cycle.feed.calendar')}</a>
          </li>
          <li>
            <a href={`/${lang}/cycles/${cycle.id}/news.atom`}>{say('cycle.feed.news')}</a>
          </li>
          <li>
            <a href={`/${lang}/cycles/${cycle.id}/data`}>{say('data.title')}</a>
          </li>
          <li>
            <a href={`/${lang}/cycles/${cycle.id}/requirements`}>{say('requirements.title')}</a>
          </li>
        </ul>
        <Moves page={page} told={told} />
        <h2>{say('cycle.proposals')}</h2>
        {proposals === 0 ? (
          <p>{say('cycle.proposals.none')}</p>
        ) : (
          <p>
            <a href={`/${lang}/cycles/${cycle.id}/proposals`}>
              {say('cycle.proposals.all', { count: proposals })}
            </a>
          </p>
        )}
        <h2>{say('cycle.commitments')}</h2>
        <p>
          <a href={`/${lang}/cycles/${cycle.id}/browse`}>{say('browse.title')}</a>
        </p>
        <Commitments page={page} told={told} />
        <Withdrawn page={page} told={told} />
        <Answers page={page} told={told} />
        <h2>{say('cycle.awaited')}</h2>
        <Awaited page={page} told={told} />
        {page.ballots.length > 0 ? (
          <>
            <h2>{say('cycle.ballots')}</h2>
            <Ballots ballots={page.ballots} told={told} />
          </>
        ) : null}
        <Happened page={page} told={told} />
      </>
    ),
  });
};
