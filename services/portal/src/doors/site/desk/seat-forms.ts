import { addDays, addMonths } from '@madang/calendar';
import { HandOverSeat, SeatMember, VacateSeat } from '@madang/contracts';
import type { FieldSpec } from '../../../pages/kit/form.tsx';
import type { Lang, Say } from '../../../pages/messages/say.ts';
import type { DeskForm } from './desk-form.ts';
import { type TableGround, tableGround } from './table-ground.ts';

const SECTORS = ['government', 'civil-society', 'academia', 'private', 'other-branch'] as const;
const POSITIONS = ['member', 'co-chair', 'ex-officio'] as const;
const REASONS = ['resigned', 'term-ended', 'body-dissolved', 'removed'] as const;
/** Korea's forum: mandates of two years (Directive 790 of the Prime Minister). */
const MANDATE_MONTHS = 24;

const toTable = ({ forumId }: TableGround): string => `/desk/forums/${forumId}/table?done=1`;
const mandateFrom = (from: string) => ({ from, until: addDays(addMonths(from, MANDATE_MONTHS), -1) });

export const personField = (say: Say): FieldSpec => ({
  ...{ name: 'personId', kind: 'text', max: 36, label: say('table.person'), hint: say('table.person.hint') },
});
const mandateFields = (say: Say): readonly FieldSpec[] => [
  { name: 'from', kind: 'day', label: say('table.from') },
  { name: 'until', kind: 'day', label: say('table.until'), hint: say('table.until.hint') },
];
const seatField = ({ table }: TableGround, say: Say, lang: Lang): FieldSpec => ({
  ...{ name: 'seatId', kind: 'choice', label: say('table.seat') },
  choices: table.seats.map(
    (one) =>
      [one.seatId, `${one.organisation[lang]} (${say(`sector.${one.sector}`)}, ${one.until})`] as const,
  ),
});

const seatMember = (lang: Lang): DeskForm<TableGround> => ({
  name: 'seat-member',
  title: (_ground, say) => say('table.seatMember'),
  button: (say) => say('table.seatMember'),
  ground: tableGround,
  fields: ({ table }, say) => [
    { name: 'organisationKo', kind: 'text', max: 300, label: say('table.organisationKo') },
    { name: 'organisationEn', kind: 'text', max: 300, label: say('table.organisationEn') },
    {
      ...{ name: 'sector', kind: 'choice', label: say('column.sector'), hint: say('table.sector.hint') },
      choices: SECTORS.map((one) => [one, say(`sector.${one}`)] as const),
    },
    {
      ...{
        name: 'position',
        kind: 'choice',
        label: say('column.position'),
        hint: say('table.position.hint'),
      },
      choices: POSITIONS.map((one) => [one, say(`position.${one}`)] as const),
    },
    {
      ...{ name: 'institutionId', kind: 'choice', label: say('table.institution'), optional: true },
      hint: say('table.institution.hint'),
      choices: [
        ['', say('signIn.institution.none')],
        ...table.institutions
          .filter((one) => one.succeededOn === null)
          .map((one) => [one.id, one.name[lang]] as const),
      ],
    },
    personField(say),
    ...mandateFields(say),
  ],
  begin: ({ page }) => mandateFrom(page.today),
  ask: (_ground, { is, maybe, thing }) => [
    SeatMember,
    {
      ...{ seatId: thing, personId: is('personId').toLowerCase(), sector: is('sector') },
      organisation: { ko: is('organisationKo'), en: is('organisationEn') },
      ...{ position: is('position'), from: is('from'), until: is('until') },
      ...(maybe('institutionId') ? { institutionId: is('institutionId') } : {}),
    },
  ],
  leadsTo: toTable,
});

/** The mandate that another follows ends on the day before; the seat stays the same. */
const handOverSeat = (lang: Lang): DeskForm<TableGround> => ({
  name: 'hand-over-seat',
  title: (_ground, say) => say('table.handOver'),
  button: (say) => say('table.handOver'),
  ground: tableGround,
  fields: (ground, say) => [seatField(ground, say, lang), personField(say), ...mandateFields(say)],
  begin: ({ page, chosen }) => ({
    ...mandateFrom(page.today),
    ...(chosen.seat ? { seatId: chosen.seat } : {}),
  }),
  ask: (_ground, { is }) => [
    HandOverSeat,
    {
      ...{ seatId: is('seatId'), personId: is('personId').toLowerCase() },
      ...{ from: is('from'), until: is('until') },
    },
  ],
  leadsTo: toTable,
});

const vacateSeat = (lang: Lang): DeskForm<TableGround> => ({
  name: 'vacate-seat',
  title: (_ground, say) => say('table.vacate'),
  button: (say) => say('table.vacate'),
  ground: tableGround,
  fields: (ground, say) => [
    seatField(ground, say, lang),
    { name: 'on', kind: 'day', label: say('table.vacatedOn'), hint: say('table.vacatedOn.hint') },
    {
      ...{ name: 'reasonCode', kind: 'choice', label: say('desk.reasonCode') },
      choices: REASONS.map((one) => [one, say(`vacated.${one}`)] as const),
    },
  ],
  begin: ({ page, chosen }) => ({ on: page.today, ...(chosen.seat ? { seatId: chosen.seat } : {}) }),
  ask: (_ground, { is }) => [
    VacateSeat,
    { seatId: is('seatId'), on: is('on'), reasonCode: is('reasonCode') },
  ],
  leadsTo: toTable,
});

/** Forms by which seats are filled, handed over and left. OGP 1.1 */
export const seatForms = (lang: Lang): readonly DeskForm<TableGround>[] => [
  ...[seatMember(lang), handOverSeat(lang), vacateSeat(lang)],
];
