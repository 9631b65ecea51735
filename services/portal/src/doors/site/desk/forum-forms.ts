import { addDays, addMonths, instantOfTime } from '@madang/calendar';
import {
  CancelMeeting,
  GrantRole,
  HoldMeeting,
  MinuteMeeting,
  OpenCycle,
  RecordRepositoryUpdate,
  ScheduleMeeting,
} from '@madang/contracts';
import { langField } from '../../../pages/form-pages.tsx';
import type { FieldSpec } from '../../../pages/kit/form.tsx';
import type { Lang, Say } from '../../../pages/messages/say.ts';
import type { DeskForm } from './desk-form.ts';
import { type ForumGround, forumGround } from './grounds.ts';

const KINDS = ['plenary', 'working-group', 'subcommittee', 'results'] as const;
const ROLES = ['member', 'co-chair', 'secretariat', 'ministry', 'operator'] as const;
type Institution = { readonly id: string; readonly name: Readonly<Record<Lang, string>> };
const toForum = ({ forumId }: ForumGround): string => `/desk/forums/${forumId}?done=1`;

/** From a template: two or four years, in Korean and English; its timetable is proposed on the next page. OGP 2022 */
const openCycle: DeskForm<ForumGround> = {
  name: 'open-cycle',
  title: (_ground, say) => say('desk.openCycle'),
  button: (say) => say('desk.openCycle'),
  ground: forumGround,
  fields: (_ground, say) => [
    {
      ...{ name: 'years', kind: 'choice', label: say('desk.years'), hint: say('desk.years.hint') },
      choices: [
        ['2', say('desk.years.2')],
        ['4', say('desk.years.4')],
      ],
    },
    { name: 'nameKo', kind: 'text', max: 300, label: say('desk.nameKo') },
    { name: 'nameEn', kind: 'text', max: 300, label: say('desk.nameEn') },
    { name: 'startsOn', kind: 'day', label: say('desk.startsOn') },
    { name: 'endsOn', kind: 'day', label: say('desk.endsOn'), hint: say('desk.endsOn.hint') },
    { name: 'previousPlanEndedOn', kind: 'day', label: say('desk.previousEndedOn'), optional: true },
  ],
  begin: ({ page }) => {
    const count = page.cycles.length + 1;
    const startsOn = addDays(page.today, 1);
    const last = page.cycles.toSorted((a, b) => a.endsOn.localeCompare(b.endsOn)).at(-1);
    return {
      ...{ years: '2', startsOn, endsOn: addDays(addMonths(startsOn, 24), -1) },
      ...{ nameKo: `제${count}차 열린정부 실행계획`, nameEn: `Open Government Action Plan ${count}` },
      ...(last ? { previousPlanEndedOn: last.endsOn } : {}),
    };
  },
  ask: (_ground, { is, maybe, thing }) => [
    OpenCycle,
    {
      ...{ cycleId: thing, name: { ko: is('nameKo'), en: is('nameEn') }, years: Number(is('years')) },
      ...{ startsOn: is('startsOn'), endsOn: is('endsOn') },
      ...(maybe('previousPlanEndedOn') ? { previousPlanEndedOn: is('previousPlanEndedOn') } : {}),
    },
  ],
  leadsTo: (_ground, thing) => `/desk/timetable/${thing}?sent=1`,
};

const scheduleMeeting: DeskForm<ForumGround> = {
  name: 'schedule-meeting',
  title: (_ground, say) => say('desk.scheduleMeeting'),
  button: (say) => say('desk.scheduleMeeting'),
  ground: forumGround,
  fields: (_ground, say) => [
    {
      ...{ name: 'meetingKind', kind: 'choice', label: say('column.meeting') },
      choices: KINDS.map((one) => [one, say(`meeting.${one}`)] as const),
    },
    { name: 'startsAt', kind: 'time', label: say('desk.startsAt') },
    {
      ...{ name: 'openToPublic', kind: 'choice', label: say('desk.openToPublic') },
      choices: [
        ['yes', say('answer.yes')],
        ['no', say('answer.no')],
      ],
    },
    { name: 'agenda', kind: 'long', max: 20_000, label: say('forum.agenda'), optional: true },
    langField(say),
  ],
  ask: ({ zone }, { is, maybe, text, thing }) => [
    ScheduleMeeting,
    {
      ...{ meetingId: thing, meetingKind: is('meetingKind'), openToPublic: is('openToPublic') === 'yes' },
      startsAt: instantOfTime(is('startsAt'), zone),
      ...(maybe('agenda') ? { agenda: text('agenda') } : {}),
    },
  ],
  leadsTo: toForum,
};

const meetingField = (
  { page }: ForumGround,
  say: Say,
  which: (one: ForumGround['page']['meetings'][number]) => boolean,
): FieldSpec => ({
  ...{ name: 'meetingId', kind: 'choice', label: say('column.meeting') },
  choices: page.meetings
    .filter(which)
    .map((one) => [one.id, `${say(`meeting.${one.kind}`)}, ${one.heldOn ?? one.startsAt.slice(0, 10)}`]),
});

const holdMeeting = (lang: Lang): DeskForm<ForumGround> => ({
  name: 'hold-meeting',
  title: (_ground, say) => say('desk.holdMeeting'),
  button: (say) => say('desk.record'),
  ground: forumGround,
  fields: (ground, say) => [
    meetingField(ground, say, (one) => !one.cancelled && one.heldOn === null),
    { name: 'heldOn', kind: 'day', label: say('desk.heldOn') },
    {
      ...{ name: 'attendance', kind: 'many', label: say('desk.attendance'), optional: true },
      choices: ground.page.seats.map(
        (one) => [one.seatId, `${one.organisation[lang]} (${say(`sector.${one.sector}`)})`] as const,
      ),
    },
  ],
  begin: ({ page }) => ({ heldOn: page.today, attendance: page.seats.map((one) => one.seatId) }),
  ask: ({ page }, { is, all }) => {
    const attendance = all('attendance');
    const withCivilSociety = page.seats.some(
      (one) => one.sector === 'civil-society' && attendance.includes(one.seatId),
    );
    return [HoldMeeting, { meetingId: is('meetingId'), heldOn: is('heldOn'), attendance, withCivilSociety }];
  },
  leadsTo: toForum,
});

const minuteMeeting: DeskForm<ForumGround> = {
  name: 'minute-meeting',
  title: (_ground, say) => say('desk.minutes'),
  button: (say) => say('desk.publish'),
  ground: forumGround,
  fields: (ground, say) => [
    meetingField(ground, say, (one) => one.heldOn !== null && one.minutesTextId === null),
    {
      ...{ name: 'minutes', kind: 'long', max: 200_000, label: say('forum.minutes') },
      hint: say('desk.minutes.hint'),
    },
    langField(say),
  ],
  ask: (_ground, { is, text }) => [MinuteMeeting, { meetingId: is('meetingId'), minutes: text('minutes') }],
  leadsTo: toForum,
};

const cancelMeeting: DeskForm<ForumGround> = {
  name: 'cancel-meeting',
  title: (_ground, say) => say('desk.cancelMeeting'),
  button: (say) => say('desk.cancelMeeting'),
  ground: forumGround,
  fields: (ground, say) => [
    meetingField(ground, say, (one) => !one.cancelled && one.heldOn === null),
    { name: 'reason', kind: 'long', max: 5_000, label: say('desk.reason'), hint: say('desk.reason.hint') },
    langField(say),
  ],
  ask: (_ground, { is, text }) => [CancelMeeting, { meetingId: is('meetingId'), reason: text('reason') }],
  leadsTo: toForum,
};

const repositoryUpdate: DeskForm<ForumGround> = {
  name: 'record-repository-update',
  title: (_ground, say) => say('desk.repository'),
  button: (say) => say('desk.record'),
  ground: forumGround,
  fields: (_ground, say) => [
    { name: 'on', kind: 'day', label: say('column.when') },
    { name: 'link', kind: 'link', label: say('desk.link') },
  ],
  begin: ({ page }) => ({ on: page.today }),
  ask: (_ground, { is, thing }) => [
    RecordRepositoryUpdate,
    { updateId: thing, on: is('on'), link: is('link') },
  ],
  leadsTo: toForum,
};

/** A role for somebody who came by the sign-in provider and gave the code they were shown. */
export const grantRoleForm = (
  lang: Lang,
): DeskForm<ForumGround & { readonly institutions: readonly Institution[] }> => ({
  name: 'grant-role',
  by: ['secretariat', 'operator'],
  title: (_ground, say) => say('desk.grantRole'),
  button: (say) => say('desk.grantRole'),
  ground: async (context, id) => {
    const ground = await forumGround(context, id);
    return (
      ground && {
        ...ground,
        institutions: (await context.deps.site.table(id, ground.page.today)).institutions,
      }
    );
  },
  fields: ({ institutions }, say) => [
    { name: 'personId', kind: 'text', max: 36, label: say('desk.code'), hint: say('desk.code.hint') },
    {
      ...{ name: 'role', kind: 'choice', label: say('desk.role') },
      choices: ROLES.map((one) => [one, say(`role.${one}`)] as const),
    },
    {
      ...{ name: 'institutionId', kind: 'choice', label: say('signIn.institution'), optional: true },
      choices: [
        ['', say('signIn.institution.none')],
        ...institutions.map((one) => [one.id, one.name[lang]] as const),
      ],
    },
    { name: 'from', kind: 'day', label: say('desk.roleFrom') },
    { name: 'until', kind: 'day', label: say('desk.roleUntil'), optional: true },
  ],
  // Roles hold by the wall's days, also in a rehearsal.
  begin: () => ({ from: new Date().toISOString().slice(0, 10) }),
  ask: (_ground, { is, maybe }) => [
    GrantRole,
    {
      ...{ personId: is('personId').toLowerCase(), role: is('role'), from: is('from') },
      ...(maybe('institutionId') ? { institutionId: is('institutionId') } : {}),
      ...(maybe('until') ? { until: is('until') } : {}),
    },
  ],
  leadsTo: toForum,
});

/** Forms of a forum's desk. */
export const forumForms = (lang: Lang): readonly DeskForm<ForumGround>[] => [
  ...[openCycle, scheduleMeeting, holdMeeting(lang), minuteMeeting, cancelMeeting, repositoryUpdate],
];
