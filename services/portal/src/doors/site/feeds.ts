import { dayOf } from '@madang/calendar';
import { Feed } from 'feed';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { momentIn, moveIn } from '../../pages/kit/codes.ts';
import type { Name, Named } from '../../pages/kit/desk.ts';
import { type Lang, saying } from '../../pages/messages/say.ts';
import type { CyclePage, DatedMatters } from '../../queries/cycle.ts';
import type { DutyFound } from '../../queries/institution.ts';

const dayEvent = (day: string) => ({
  // A day of the forum's zone is a day everywhere in a calendar.
  ...{ start: new Date(`${day}T00:00:00Z`), timezone: 'UTC', allDay: true },
});
/** The last day before an instant at which something closes. */
const lastDayOf = (closesAt: string, zone: string): string =>
  dayOf(new Date(Date.parse(closesAt) - 1).toISOString(), zone);
/** Length of a meeting in a calendar, in milliseconds: nobody says when it ends. */
const MEETING = 2 * 3_600_000;

/**
 * Everything of a cycle that has a day, for anybody's calendar: stages, closings of what takes words, reporting windows, meetings and
 * milestones. What moved has a higher sequence. RFC 5545
 */
export const deadlinesOf = (
  { cycle, moves, forum, openings, windows }: CyclePage,
  { meetings, milestones }: DatedMatters,
  lang: Lang,
  origin: string,
): string => {
  const say = saying(lang);
  const calendar = ical({
    name: `${cycle.name[lang]} — ${say('cycle.timetable')}`,
    prodId: { company: 'Madang', product: 'deadlines', language: lang.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    timezone: forum.zone,
  });
  const page = `${origin}/${lang}/cycles/${cycle.id}`;
  const stamp = new Date(forum.now);
  const add = (id: string, day: string, summary: string, url = page, sequence = 0) =>
    calendar.createEvent({ id: `${cycle.id}/${id}@madang`, ...dayEvent(day), sequence, summary, url, stamp });
  for (const { stage, opensOn, closesOn } of cycle.stages)
    for (const [edge, day] of [
      ['opens', opensOn],
      ['closes', closesOn],
    ] as const)
      add(
        `${stage}/${edge}`,
        day,
        `${say(`stage.${stage}`)}: ${say(`column.${edge}`)} — ${cycle.name[lang]}`,
        page,
        moves.filter((one) => one.stage === stage).length,
      );
  if (openings.call)
    add(`call/${openings.call.id}`, lastDayOf(openings.call.closesAt, forum.zone), say('calendar.call'));
  if (openings.consultation)
    add(
      `consultation/${openings.consultation.id}`,
      lastDayOf(openings.consultation.closesAt, forum.zone),
      say('calendar.consultation'),
    );
  for (const one of windows)
    add(
      `window/${one.id}`,
      lastDayOf(one.closesAt, forum.zone),
      say('calendar.window', { number: one.number }),
    );
  for (const one of milestones)
    add(
      `milestone/${one.id}`,
      one.dueOn,
      say('calendar.milestone', { number: one.number, milestone: one.name[lang] }),
      `${origin}/${lang}/commitments/${one.commitmentId}`,
      one.version - 1,
    );
  for (const one of meetings)
    calendar.createEvent({
      id: `${one.id}@madang`,
      start: new Date(one.startsAt),
      end: new Date(Date.parse(one.startsAt) + MEETING),
      summary: say(`meeting.${one.kind}`),
      url: `${origin}/${lang}/forums/${forum.id}#meeting-${one.id}`,
      status: one.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      sequence: one.cancelled ? 1 : 0,
      stamp,
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
    ...moments.map((one) => ({ id: one.id, on: one.on, title: momentIn(say, one) })),
    ...moves.map((one) => ({
      id: `move/${one.version}`,
      on: one.noticeOn,
      title: moveIn(told, one),
    })),
  ]
    .filter((one) => one.on.slice(0, 10) <= forum.now.slice(0, 10))
    .toSorted((a, b) => (a.on < b.on ? 1 : -1))
    .slice(0, NEWEST);
  for (const { id, on, title } of news)
    feed.addItem({ id: `urn:uuid:${cycle.id}#${id}`, title, link, date: new Date(on) });
  return feed.atom1();
};
