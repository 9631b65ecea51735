import { OgpValue, Sector } from '@madang/contracts';
import { langField } from '../../../pages/form-pages.tsx';
import type { FieldSpec } from '../../../pages/kit/form.tsx';
import type { Key, Lang, Say } from '../../../pages/messages/say.ts';
import type { DraftGround } from './draft-ground.ts';
import type { RowKind } from './draft-rows.ts';

export type DraftMode = 'draft' | 'revise' | 'amend';
export type DraftSection = {
  readonly id: 'about' | 'words' | 'serves' | 'version';
  readonly fields: readonly FieldSpec[];
};

/** An official name in both languages. */
const nameFields = (prefix: string, say: Say, [ko, en]: readonly [Key, Key]): readonly FieldSpec[] => [
  { name: `${prefix}-ko`, kind: 'text', max: 300, label: say(ko) },
  { name: `${prefix}-en`, kind: 'text', max: 300, label: say(en) },
];
const NAMES = ['desk.nameKo', 'desk.nameEn'] as const;
const TITLES = ['draft.titleKo', 'draft.titleEn'] as const;
const institutionChoices = ({ institutions }: DraftGround, lang: Lang) =>
  institutions.map((one) => [one.id, one.name[lang]] as const);

/** Fields of a milestone or a supporter, under the row's number. */
export const rowFields = (
  kind: RowKind,
  prefix: string,
  ground: DraftGround,
  say: Say,
  lang: Lang,
): readonly FieldSpec[] =>
  kind === 'milestone'
    ? [
        ...nameFields(prefix, say, NAMES),
        { name: `${prefix}-due`, kind: 'day', label: say('column.due') },
        {
          ...{ name: `${prefix}-lead`, kind: 'choice', label: say('column.lead'), optional: true },
          choices: [['', say('draft.sameLead')], ...institutionChoices(ground, lang)],
        },
        {
          ...{ name: `${prefix}-output`, kind: 'long', max: 5_000, short: true, optional: true },
          label: say('draft.output'),
        },
      ]
    : [
        ...nameFields(prefix, say, NAMES),
        {
          ...{ name: `${prefix}-sector`, kind: 'choice', label: say('column.sector') },
          choices: Sector.options.map((one) => [one, say(`sector.${one}`)] as const),
        },
      ];

/** Fields of the OGP template but its rows, by the part of the form they stand in. */
export const draftSections = (
  mode: DraftMode,
  ground: DraftGround,
  say: Say,
  lang: Lang,
): readonly DraftSection[] => {
  const long = (name: 'problem' | 'solution' | 'results'): FieldSpec => ({
    ...{ name, kind: 'long', max: 20_000, label: say(`commitment.${name}`), hint: say(`draft.hint.${name}`) },
  });
  return [
    {
      id: 'about',
      fields: [
        { name: 'number', kind: 'number', label: say('draft.number') },
        ...nameFields('title', say, TITLES),
        {
          ...{ name: 'lead', kind: 'choice', label: say('column.lead') },
          choices: [['', say('draft.chooseLead')], ...institutionChoices(ground, lang)],
        },
        { name: 'from', kind: 'day', label: say('desk.startsOn') },
        { name: 'until', kind: 'day', label: say('desk.endsOn') },
      ],
    },
    { id: 'words', fields: [long('problem'), long('solution'), long('results'), langField(say)] },
    {
      id: 'serves',
      fields: [
        {
          ...{
            name: 'values',
            kind: 'many',
            label: say('commitment.values'),
            hint: say('draft.values.hint'),
          },
          choices: OgpValue.options.map((one) => [one, say(`value.${one}`)] as const),
        },
        {
          ...{ name: 'sdg', kind: 'text', max: 200, optional: true },
          ...{ label: say('commitment.sdg'), hint: say('draft.sdg.hint') },
        },
        {
          ...{ name: 'themes', kind: 'text', max: 600, optional: true },
          ...{ label: say('filter.theme'), hint: say('draft.themes.hint') },
        },
        { name: 'budget', kind: 'link', label: say('draft.budget'), optional: true },
      ],
    },
    {
      id: 'version',
      fields: [
        ...(mode === 'amend'
          ? [
              {
                ...{ name: 'authority', kind: 'choice' as const, label: say('desk.authority') },
                choices: (['plenary', 'co-chairs'] as const).map(
                  (one) => [one, say(`authority.${one}`)] as const,
                ),
              },
            ]
          : []),
        ...(mode === 'draft'
          ? []
          : [
              {
                ...{
                  name: 'reason',
                  kind: 'long' as const,
                  max: 10_000,
                  short: true,
                  label: say('draft.why'),
                },
                ...{ hint: say('desk.reason.hint'), optional: mode === 'revise' },
              },
            ]),
      ],
    },
  ];
};
