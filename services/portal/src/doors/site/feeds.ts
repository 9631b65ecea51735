import { Feed } from 'feed';
import ical, { ICalCalendarMethod } from 'ical-generator';
import type { Name, Named } from '../../pages/kit/desk.ts';
import { dayIn } from '../../pages/kit/told.ts';
import { type Lang, saying } from '../../pages/messages/say.ts';
import type { CyclePage } from '../../queries/cycle.ts';
import type { DutyFound } from '../../queries/institution.ts';

/** Days on which stages open and close, for anybody's calendar; a moved deadline has a higher sequence. RFC 5545 */
export const deadlinesOf = ({ cycle, moves, forum }: CyclePage, lang: Lang, origin: string): string => {
  const say = saying(lang);
  const calendar = ical({
    name: `${cycle.name[lang]} — ${say('cycle.timetable')}`,
    prodId: { company: 'Madang', product: 'deadlines', language: lang.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    timezone: forum.zone,
  });
  for (const { stage, opensOn, closesOn } of cycle.stages)
    for (const [edge, day] of [
      ['opens', opensOn],
      ['closes', closesOn],
    ] as const)
      calendar.createEvent({
        id: `${cycle.id}/${stage}/${edge}@madang`,
        sequence: moves.filter((one) => one.stage === stage).length,
        // A day of the forum's zone is a day everywhere in a calendar.
        start: new Date(`${day}T00:00:00Z`),
        timezone: 'UTC',
        allDay: true,
        summary: `${say(`stage.${stage}`)}: ${say(`column.${edge}`)} — ${cycle.name[lang]}`,
        url: `${origin}/${lang}/cycles/${cycle.id}`,
        stamp: new Date(forum.now),
      });
  return calendar.toString();
};

/** What an institution owes, each on its due day; a deadline that moved has a higher sequence. RFC 5545 */
export const dutiesCalendar = (
  institution: Name,
  owed: readonly (DutyFound & { readonly about: readonly Named[] })[],
  lang: Lang,
  origin: string,
): string => {
  const say = saying(lang);
  const calendar = ical({
    name: say('inbox.calendar.name', { name: institution[lang] }),
    prodId: { company: 'Madang', product: 'duties', language: lang.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { id, obligationKind, dueOn, ladderVersion, about } of owed)
    calendar.createEvent({
      id: `${id}@madang`,
      sequence: ladderVersion - 1,
      start: new Date(`${dueOn}T00:00:00Z`),
      timezone: 'UTC',
      allDay: true,
      summary: [say(`duty.${obligationKind}`), ...about.map(({ name }) => name[lang])].join(' — '),
      url: `${origin}/${lang}/duties/${id}`,
    });
  return calendar.toString();
};

const NEWEST = 50;

/** What happened in a cycle, the newest first. Atom, RFC 4287 */
export const newsOf = ({ cycle, moments, moves, forum }: CyclePage, lang: Lang, origin: string): string => {
  const say = saying(lang);
  const told = { lang, say, zone: forum.zone };
  const link = `${origin}/${lang}/cycles/${cycle.id}`;
  const feed = new Feed({
    id: `urn:uuid:${cycle.id}`,
    title: cycle.name[lang],
    link,
    language: lang,
    copyright: '',
    updated: new Date(forum.now),
    feedLinks: { atom: `${link}/news.atom` },
  });
  const news = [
    ...moments.map((one, at) => ({
      id: `${one.kind}/${one.on}/${at}`,
      on: one.on,
      title: say(`moment.${one.kind}`, {
        what: one.kind === 'stage' ? say(`stage.${one.what as 'closed'}`) : one.what,
      }),
    })),
    ...moves.map((one) => ({
      id: `move/${one.version}`,
      on: one.noticeOn,
      title: say('cycle.moves.one', {
        stage: say(`stage.${one.stage as 'drafting'}`),
        day: dayIn(told, one.stages.find((each) => each.stage === one.stage)?.closesOn ?? one.noticeOn),
        notice: dayIn(told, one.noticeOn),
        authority: one.authority,
      }),
    })),
  ]
    .filter((one) => one.on.slice(0, 10) <= forum.now.slice(0, 10))
    .toSorted((a, b) => (a.on < b.on ? 1 : -1))
    .slice(0, NEWEST);
  for (const { id, on, title } of news)
    feed.addItem({ id: `urn:uuid:${cycle.id}#${id}`, title, link, date: new Date(on) });
  return feed.atom1();
};
