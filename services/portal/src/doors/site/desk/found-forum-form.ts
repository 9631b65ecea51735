import { FoundForum } from '@madang/contracts';
import type { DeskForm, Ground } from './desk-form.ts';

const LEVELS = ['national', 'local'] as const;
const RULE_PACKS = ['ogp-2022', 'ogp-local', 'ogp-2017'] as const;
type FoundingGround = Ground & {
  readonly nationals: readonly { readonly id: string; readonly name: string }[];
};

/** A forum begins with its name, its zone and the rules of OGP it is judged by; its table is set afterwards. OGP 1.1 */
export const foundForumForm: DeskForm<FoundingGround> = {
  name: 'found-forum',
  alone: true,
  title: (_ground, say) => say('found.title'),
  button: (say) => say('found.title'),
  ground: async ({ deps, say, lang }) => ({
    ...{ forumId: '', zone: 'UTC', crumbs: [{ href: '/desk', name: say('nav.desk') }] },
    nationals: (await deps.site.nationalForums()).map((one) => ({ id: one.id, name: one.name[lang] })),
  }),
  fields: ({ nationals }, say) => [
    { name: 'nameKo', kind: 'text', max: 300, label: say('desk.nameKo') },
    { name: 'nameEn', kind: 'text', max: 300, label: say('desk.nameEn') },
    {
      ...{ name: 'level', kind: 'choice', label: say('found.level') },
      choices: LEVELS.map((one) => [one, say(`level.${one}`)] as const),
    },
    {
      ...{ name: 'parentForumId', kind: 'choice', label: say('found.parent'), optional: true },
      hint: say('found.parent.hint'),
      choices: [['', say('found.parent.none')], ...nationals.map((one) => [one.id, one.name] as const)],
    },
    {
      ...{ name: 'rulePack', kind: 'choice', label: say('found.rulePack') },
      hint: say('found.rulePack.hint'),
      choices: RULE_PACKS.map((one) => [one, say(`rulePack.${one}`)] as const),
    },
    {
      ...{ name: 'country', kind: 'choice', label: say('found.country'), hint: say('found.country.hint') },
      choices: [
        ['KR', say('country.KR')],
        ['none', say('country.none')],
      ],
    },
    { name: 'zone', kind: 'text', max: 60, label: say('found.zone'), hint: say('found.zone.hint') },
    {
      ...{ name: 'languages', kind: 'many', label: say('found.languages') },
      choices: [
        ['ko', say('form.lang.ko'), 'ko'],
        ['en', say('form.lang.en'), 'en'],
      ],
    },
  ],
  begin: () => ({ zone: 'Asia/Seoul', country: 'KR', rulePack: 'ogp-2022', languages: ['ko', 'en'] }),
  ask: (_ground, { is, maybe, all, thing }) => [
    FoundForum,
    {
      ...{ forumId: thing, name: { ko: is('nameKo'), en: is('nameEn') }, level: is('level') },
      ...{ zone: is('zone'), country: is('country'), rulePack: is('rulePack'), languages: all('languages') },
      ...(maybe('parentForumId') ? { parentForumId: is('parentForumId') } : {}),
    },
  ],
  leadsTo: (_ground, thing) => `/desk/forums/${thing}?done=1`,
};
