import {
  AdoptRules,
  DissolveWorkingGroup,
  FormWorkingGroup,
  JoinWorkingGroup,
  LeaveWorkingGroup,
} from '@madang/contracts';
import { langField } from '../../../pages/form-pages.tsx';
import type { FieldSpec } from '../../../pages/kit/form.tsx';
import type { Lang, Say } from '../../../pages/messages/say.ts';
import type { GroupMemberFound } from '../../../queries/table.ts';
import type { DeskForm } from './desk-form.ts';
import { personField } from './seat-forms.ts';
import { type TableGround, tableGround } from './table-ground.ts';

const PARITIES = ['both-halves-present', 'equal-weight', 'none'] as const;
const MAJORITIES = ['simple', 'two-thirds', 'consensus'] as const;
const BALLOTS = ['roll-call', 'secret'] as const;
const SECTORS = ['civil-society', 'government', 'academia', 'private', 'other-branch'] as const;

const toTable = ({ forumId }: TableGround): string => `/desk/forums/${forumId}/table?done=1`;

/** A new version holds from the day on which it was adopted; ballots are judged by the version of their day. */
const adoptRules: DeskForm<TableGround> = {
  name: 'adopt-rules',
  title: (_ground, say) => say('table.adoptRules'),
  button: (say) => say('table.adoptRules'),
  ground: tableGround,
  fields: (_ground, say) => [
    // Named after the part of the command that it fills, so that what is wrong with it is said beside it.
    { name: 'rules', kind: 'number', label: say('table.quorum'), hint: say('table.quorum.hint') },
    {
      ...{ name: 'parity', kind: 'choice', label: say('table.parity'), hint: say('table.parity.hint') },
      choices: PARITIES.map((one) => [one, say(`parity.${one}`)] as const),
    },
    {
      ...{ name: 'majority', kind: 'choice', label: say('table.majority') },
      choices: MAJORITIES.map((one) => [one, say(`majority.${one}`)] as const),
    },
    {
      ...{ name: 'ballots', kind: 'choice', label: say('table.ballots'), hint: say('table.ballots.hint') },
      choices: BALLOTS.map((one) => [one, say(`ballots.${one}`)] as const),
    },
    { name: 'adoptedOn', kind: 'day', label: say('table.adoptedOn'), hint: say('table.adoptedOn.hint') },
    { name: 'text', kind: 'long', max: 100_000, label: say('table.rulesText'), optional: true },
    langField(say),
  ],
  begin: ({ page }) => {
    const last = page.rules[0]?.rules;
    return {
      ...{ rules: String(Math.round((last?.quorum ?? 0.5) * 100)), adoptedOn: page.today },
      ...{ parity: last?.parity ?? 'both-halves-present', majority: last?.majority ?? 'simple' },
      ballots: last?.ballots ?? 'roll-call',
    };
  },
  ask: (_ground, { is, maybe, text }) => [
    AdoptRules,
    {
      rules: {
        ...{ quorum: Number(is('rules')) / 100, parity: is('parity') },
        ...{ majority: is('majority'), ballots: is('ballots') },
      },
      adoptedOn: is('adoptedOn'),
      ...(maybe('text') ? { text: text('text') } : {}),
    },
  ],
  leadsTo: toTable,
};

const groupField = ({ page }: TableGround, say: Say, lang: Lang): FieldSpec => ({
  ...{ name: 'groupId', kind: 'choice', label: say('table.group') },
  choices: page.groups.map((one) => [one.id, one.name[lang]] as const),
});
const chosenGroup = ({ chosen }: TableGround) => (chosen.group ? { groupId: chosen.group } : {});

const formGroup: DeskForm<TableGround> = {
  name: 'form-group',
  title: (_ground, say) => say('table.formGroup'),
  button: (say) => say('table.formGroup'),
  ground: tableGround,
  fields: (_ground, say) => [
    { name: 'nameKo', kind: 'text', max: 300, label: say('desk.nameKo') },
    { name: 'nameEn', kind: 'text', max: 300, label: say('desk.nameEn') },
  ],
  ask: (_ground, { is, thing }) => [
    FormWorkingGroup,
    { groupId: thing, name: { ko: is('nameKo'), en: is('nameEn') } },
  ],
  leadsTo: toTable,
};

/** A member of the forum, or somebody from outside. */
const joinGroup = (lang: Lang): DeskForm<TableGround> => ({
  name: 'join-group',
  title: (_ground, say) => say('table.joinGroup'),
  button: (say) => say('table.joinGroup'),
  ground: tableGround,
  fields: (ground, say) => [
    groupField(ground, say, lang),
    personField(say),
    {
      ...{ name: 'sector', kind: 'choice', label: say('column.sector') },
      choices: SECTORS.map((one) => [one, say(`sector.${one}`)] as const),
    },
    {
      ...{ name: 'seatId', kind: 'choice', label: say('table.seat'), optional: true },
      hint: say('table.groupSeat.hint'),
      choices: [
        ['', say('table.groupSeat.none')],
        ...ground.page.seats.map((one) => [one.seatId, one.organisation[lang]] as const),
      ],
    },
  ],
  begin: chosenGroup,
  ask: (_ground, { is, maybe }) => [
    JoinWorkingGroup,
    {
      ...{ groupId: is('groupId'), personId: is('personId').toLowerCase(), sector: is('sector') },
      ...(maybe('seatId') ? { seatId: is('seatId') } : {}),
    },
  ],
  leadsTo: toTable,
});

const named = ({ table, page }: TableGround, one: GroupMemberFound, say: Say, lang: Lang): string => {
  const seat = table.seats.find(({ seatId }) => seatId === one.seatId);
  const group = page.groups.find(({ id }) => id === one.groupId);
  const who = seat?.organisation[lang] ?? say('table.outsider', { code: one.personId.slice(0, 8) });
  return `${group?.name[lang] ?? ''}: ${who} (${say(`sector.${one.sector}`)})`;
};
const leaveGroup = (lang: Lang): DeskForm<TableGround> => ({
  name: 'leave-group',
  title: (_ground, say) => say('table.leaveGroup'),
  button: (say) => say('table.leaveGroup'),
  ground: tableGround,
  fields: (ground, say) => [
    {
      ...{ name: 'member', kind: 'choice', label: say('table.groupMember') },
      choices: ground.table.members
        .filter((one) => !ground.chosen.group || one.groupId === ground.chosen.group)
        .map((one) => [`${one.groupId} ${one.personId}`, named(ground, one, say, lang)] as const),
    },
  ],
  ask: (_ground, { is }) => {
    const [groupId, personId] = is('member').split(' ');
    return [LeaveWorkingGroup, { groupId, personId }];
  },
  leadsTo: toTable,
});

const dissolveGroup = (lang: Lang): DeskForm<TableGround> => ({
  name: 'dissolve-group',
  title: (_ground, say) => say('table.dissolveGroup'),
  button: (say) => say('table.dissolveGroup'),
  ground: tableGround,
  fields: (ground, say) => [
    groupField(ground, say, lang),
    { name: 'on', kind: 'day', label: say('table.dissolvedOn') },
  ],
  begin: (ground) => ({ on: ground.page.today, ...chosenGroup(ground) }),
  ask: (_ground, { is }) => [DissolveWorkingGroup, { groupId: is('groupId'), on: is('on') }],
  leadsTo: toTable,
});

/** Forms of the rules of procedure and of the working groups. */
export const tableForms = (lang: Lang): readonly DeskForm<TableGround>[] => [
  ...[adoptRules, formGroup, joinGroup(lang), leaveGroup(lang), dissolveGroup(lang)],
];
