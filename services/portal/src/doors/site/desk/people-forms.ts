import { LinkSignIn, OpenAccount, RevokeRole } from '@madang/contracts';
import type { Lang } from '../../../pages/messages/say.ts';
import type { DeskForm } from './desk-form.ts';
import { type TableGround, tableGround } from './table-ground.ts';

const ROLES = ['member', 'co-chair', 'secretariat', 'ministry', 'operator'] as const;
const toForum = ({ forumId }: TableGround): string => `/desk/forums/${forumId}?done=1`;

/** Somebody who has not signed in so far: the code stands for them from now on, their name and address lie in the vault. */
const openAccount: DeskForm<TableGround> = {
  name: 'open-account',
  title: (_ground, say) => say('person.open'),
  button: (say) => say('person.open'),
  ground: tableGround,
  fields: (_ground, say) => [
    {
      ...{ name: 'name', kind: 'text', max: 200, label: say('person.name'), optional: true },
      hint: say('person.vault'),
    },
    { name: 'mail', kind: 'text', max: 320, label: say('person.mail'), optional: true },
    {
      ...{ name: 'lang', kind: 'choice', label: say('person.lang') },
      choices: [
        ['ko', say('form.lang.ko'), 'ko'],
        ['en', say('form.lang.en'), 'en'],
      ],
    },
  ],
  ask: (_ground, { lang, maybe, text, thing }) => [
    OpenAccount,
    {
      ...{ personId: thing, lang },
      ...(maybe('name') ? { name: text('name') } : {}),
      ...(maybe('mail') ? { mail: text('mail') } : {}),
    },
  ],
  leadsTo: ({ forumId }, thing) => `/desk/forums/${forumId}?done=1&person=${thing}`,
};

const revokeRole = (lang: Lang): DeskForm<TableGround> => ({
  name: 'revoke-role',
  title: (_ground, say) => say('person.revoke'),
  button: (say) => say('person.revoke'),
  ground: tableGround,
  fields: ({ table }, say) => [
    { name: 'personId', kind: 'text', max: 36, label: say('desk.code'), hint: say('desk.code.hint') },
    {
      ...{ name: 'role', kind: 'choice', label: say('desk.role') },
      choices: ROLES.map((one) => [one, say(`role.${one}`)] as const),
    },
    {
      ...{ name: 'institutionId', kind: 'choice', label: say('signIn.institution'), optional: true },
      hint: say('person.institution.hint'),
      choices: [
        ['', say('signIn.institution.none')],
        ...table.institutions.map((one) => [one.id, one.name[lang]] as const),
      ],
    },
    { name: 'on', kind: 'day', label: say('person.revokedOn') },
  ],
  // Roles hold by the wall's days, also in a rehearsal.
  begin: () => ({ on: new Date().toISOString().slice(0, 10) }),
  ask: (_ground, { is, maybe }) => [
    RevokeRole,
    {
      ...{ personId: is('personId').toLowerCase(), role: is('role'), on: is('on') },
      ...(maybe('institutionId') ? { institutionId: is('institutionId') } : {}),
    },
  ],
  leadsTo: toForum,
});

/** Whoever comes in by a provider under a new code goes on as the person they were before. */
const linkSignIn: DeskForm<TableGround> = {
  name: 'link-sign-in',
  title: (_ground, say) => say('person.link'),
  button: (say) => say('person.link'),
  ground: tableGround,
  fields: (_ground, say) => [
    { name: 'signInId', kind: 'text', max: 36, label: say('desk.code'), hint: say('desk.code.hint') },
    {
      ...{ name: 'personId', kind: 'text', max: 36, label: say('person.link.to') },
      hint: say('person.link.hint'),
    },
  ],
  ask: (_ground, { is }) => [
    LinkSignIn,
    { signInId: is('signInId').toLowerCase(), personId: is('personId').toLowerCase() },
  ],
  leadsTo: toForum,
};

/** Forms about people, who are codes here and nowhere names. */
export const peopleForms = (lang: Lang): readonly DeskForm<TableGround>[] => [
  ...[openAccount, revokeRole(lang), linkSignIn],
];
