import {
  CreatePost,
  HandOverPost,
  RegisterInstitution,
  RenameInstitution,
  SucceedInstitution,
} from '@madang/contracts';
import type { FieldSpec } from '../../../pages/kit/form.tsx';
import type { Lang, Say } from '../../../pages/messages/say.ts';
import type { DeskForm } from './desk-form.ts';
import { personField } from './seat-forms.ts';
import { officeGround, type TableGround } from './table-ground.ts';

const KINDS = ['ministry', 'commission', 'agency', 'local-government', 'public-body', 'other'] as const;
const LEVELS = ['1', '2', '3'] as const;
const ENDS = ['replaced', 'merged', 'split', 'abolished'] as const;

const toOffices = ({ forumId }: TableGround): string => `/desk/forums/${forumId}/institutions?done=1`;
const nameFields = (say: Say): readonly FieldSpec[] => [
  { name: 'nameKo', kind: 'text', max: 300, label: say('desk.nameKo') },
  { name: 'nameEn', kind: 'text', max: 300, label: say('desk.nameEn') },
];
const nameIn = (is: (name: string) => string) => ({ ko: is('nameKo'), en: is('nameEn') });
/** Institutions that stand: one that was succeeded acts no more. */
const standing = ({ table }: TableGround, lang: Lang) =>
  table.institutions
    .filter((one) => one.succeededOn === null)
    .map((one) => [one.id, `${one.name[lang]} (${one.code})`] as const);
const institutionField = (ground: TableGround, say: Say, lang: Lang): FieldSpec => ({
  ...{ name: 'institutionId', kind: 'choice', label: say('column.institution') },
  choices: standing(ground, lang),
});
const chosenOne = ({ chosen }: TableGround) =>
  chosen.institution ? { institutionId: chosen.institution } : {};

const register: DeskForm<TableGround> = {
  name: 'register-institution',
  title: (_ground, say) => say('office.register'),
  button: (say) => say('office.register'),
  ground: officeGround,
  fields: (_ground, say) => [
    ...nameFields(say),
    { name: 'code', kind: 'text', max: 30, label: say('office.code'), hint: say('office.code.hint') },
    {
      ...{ name: 'kind', kind: 'choice', label: say('office.kind') },
      choices: KINDS.map((one) => [one, say(`institutionKind.${one}`)] as const),
    },
    { name: 'from', kind: 'day', label: say('office.from'), hint: say('office.from.hint') },
  ],
  begin: ({ page }) => ({ from: page.today }),
  ask: (_ground, { is, thing }) => [
    RegisterInstitution,
    {
      ...{ institutionId: thing, code: is('code'), name: nameIn(is) },
      ...{ institutionKind: is('kind'), from: is('from') },
    },
  ],
  leadsTo: toOffices,
};

/** A name holds from a day on; what was before keeps the name it had then. */
const rename = (lang: Lang): DeskForm<TableGround> => ({
  name: 'rename-institution',
  title: (_ground, say) => say('office.rename'),
  button: (say) => say('office.rename'),
  ground: officeGround,
  fields: (ground, say) => [
    institutionField(ground, say, lang),
    ...nameFields(say),
    { name: 'from', kind: 'day', label: say('office.nameFrom'), hint: say('office.nameFrom.hint') },
  ],
  begin: (ground) => {
    const found = ground.table.institutions.find((one) => one.id === ground.chosen.institution);
    return {
      ...{ from: ground.page.today, ...chosenOne(ground) },
      ...(found ? { nameKo: found.name.ko, nameEn: found.name.en } : {}),
    };
  },
  ask: (_ground, { is }) => [
    RenameInstitution,
    { institutionId: is('institutionId'), name: nameIn(is), from: is('from') },
  ],
  leadsTo: toOffices,
});

/** What is owed passes on at once, so that nobody can let it lapse between two institutions. */
const succeed = (lang: Lang): DeskForm<TableGround> => ({
  name: 'succeed-institution',
  title: (_ground, say) => say('office.succeed'),
  button: (say) => say('office.succeed'),
  ground: officeGround,
  fields: (ground, say) => [
    institutionField(ground, say, lang),
    {
      ...{ name: 'how', kind: 'choice', label: say('office.how') },
      choices: ENDS.map((one) => [one, say(`succeeded.${one}`)] as const),
    },
    {
      ...{ name: 'successorIds', kind: 'many', label: say('office.successors') },
      hint: say('office.successors.hint'),
      choices: standing(ground, lang).filter(([id]) => id !== ground.chosen.institution),
    },
    {
      ...{ name: 'obligationsTo', kind: 'choice', label: say('office.obligationsTo') },
      hint: say('office.obligationsTo.hint'),
      choices: standing(ground, lang).filter(([id]) => id !== ground.chosen.institution),
    },
    { name: 'on', kind: 'day', label: say('office.succeededOn') },
    { name: 'letter', kind: 'text', max: 60, label: say('office.letter'), optional: true },
  ],
  begin: (ground) => ({ on: ground.page.today, ...chosenOne(ground) }),
  ask: (_ground, { is, all, maybe }) => [
    SucceedInstitution,
    {
      ...{ institutionId: is('institutionId'), how: is('how'), successorIds: all('successorIds') },
      ...{ obligationsTo: is('obligationsTo'), on: is('on') },
      ...(maybe('letter') ? { letter: { number: is('letter'), date: is('on') } } : {}),
    },
  ],
  leadsTo: toOffices,
});

const createPost = (lang: Lang): DeskForm<TableGround> => ({
  name: 'create-post',
  title: (_ground, say) => say('office.createPost'),
  button: (say) => say('office.createPost'),
  ground: officeGround,
  fields: (ground, say) => [
    institutionField(ground, say, lang),
    { name: 'titleKo', kind: 'text', max: 300, label: say('office.postKo') },
    { name: 'titleEn', kind: 'text', max: 300, label: say('office.postEn') },
    {
      ...{ name: 'level', kind: 'choice', label: say('office.level'), hint: say('office.level.hint') },
      choices: LEVELS.map((one) => [one, say(`postLevel.${one}`)] as const),
    },
    personField(say),
    { name: 'from', kind: 'day', label: say('office.heldFrom') },
  ],
  begin: (ground) => ({ from: ground.page.today, level: '1', ...chosenOne(ground) }),
  ask: (_ground, { is, thing }) => [
    CreatePost,
    {
      ...{ postId: thing, institutionId: is('institutionId'), level: Number(is('level')) },
      title: { ko: is('titleKo'), en: is('titleEn') },
      ...{ personId: is('personId').toLowerCase(), from: is('from') },
    },
  ],
  leadsTo: toOffices,
});

/** Everything open goes with the post, since institutions owe and posts only say who is told. */
const handOverPost = (lang: Lang): DeskForm<TableGround> => ({
  name: 'hand-over-post',
  title: (_ground, say) => say('office.handOver'),
  button: (say) => say('office.handOver'),
  ground: officeGround,
  fields: ({ table }, say) => [
    {
      ...{ name: 'postId', kind: 'choice', label: say('office.post') },
      choices: table.institutions.flatMap((one) =>
        one.posts.map((post) => [post.id, `${one.name[lang]}: ${post.title[lang]}`] as const),
      ),
    },
    personField(say),
    { name: 'from', kind: 'day', label: say('office.heldFrom'), hint: say('office.handOver.hint') },
  ],
  begin: ({ page, chosen }) => ({ from: page.today, ...(chosen.post ? { postId: chosen.post } : {}) }),
  ask: ({ table }, { is }) => [
    HandOverPost,
    {
      ...{ postId: is('postId'), personId: is('personId').toLowerCase(), from: is('from') },
      institutionId: table.institutions.find((one) => one.posts.some((post) => post.id === is('postId')))?.id,
    },
  ],
  leadsTo: toOffices,
});

/** Forms of a forum's institutions and of the posts that act for them. */
export const institutionForms = (lang: Lang): readonly DeskForm<TableGround>[] => [
  ...[register, rename(lang), succeed(lang), createPost(lang), handOverPost(lang)],
];
