import type { Actor } from '@madang/contracts';
import type { Name } from '../../pages/kit/desk.ts';
import { saying } from '../../pages/messages/say.ts';
import type { Site } from '../../queries/site.ts';

/** Roles, institution and forum somebody acts in, in both languages; no name of a person. */
export type OfficeNames = (actor: Actor) => Promise<Name>;

/** Milliseconds for which names are remembered. */
const REMEMBERED = 60_000;

export const officeNames = (site: Pick<Site, 'forumAt' | 'institutionName'>): OfficeNames => {
  const known = new Map<string, { readonly name: Name | undefined; readonly until: number }>();
  const remembered = async (id: string, find: () => Promise<Name | undefined>): Promise<Name | undefined> => {
    const before = known.get(id);
    if (before && before.until > Date.now()) return before.name;
    const name = await find();
    if (known.size > 1_000) known.clear();
    known.set(id, { name, until: Date.now() + REMEMBERED });
    return name;
  };
  return async ({ roles, institutionId, forumIds }) => {
    const [forumId] = forumIds ?? [];
    const names = [
      institutionId ? await remembered(institutionId, () => site.institutionName(institutionId)) : undefined,
      forumId ? await remembered(forumId, async () => (await site.forumAt(forumId))?.name) : undefined,
    ];
    const inLang = (lang: 'ko' | 'en'): string => {
      const say = saying(lang);
      const held = roles.filter((role) => role !== 'process' && (role !== 'citizen' || roles.length === 1));
      return [
        held.map((role) => say(`role.${role as 'member'}`)).join(', '),
        ...names.map((name) => name?.[lang] ?? ''),
      ]
        .filter(Boolean)
        .join(' · ');
    };
    return { ko: inLang('ko'), en: inLang('en') };
  };
};
