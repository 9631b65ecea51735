import { ErasePerson } from '@madang/contracts';
import { ErasingCheck } from '../../../pages/desk/erasing-check.tsx';
import { typedIn } from '../../../pages/kit/form.tsx';
import type { WriterFound } from '../../../queries/desk.ts';
import { linkIn } from '../link-in.ts';
import type { Context, DeskForm } from './desk-form.ts';
import { type ForumGround, forumGround } from './grounds.ts';

/** Whoever an address or a code leads to; `things`: what they handed in in this forum, where it was found by that. */
type ErasingGround = ForumGround & { readonly person: WriterFound | undefined };

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const CODE = new RegExp(`^${UUID}$`);
const PAGE = new RegExp(`/(?:contributions|proposals)/(${UUID})`);
const TOKEN = /[?&]t=([^&\s]+)/;

/** A receipt's link proves who asks; the page of what they wrote and a person's code are the secretariat's own finding. */
const personAt = async (
  { deps, actor }: Context,
  forumId: string,
  typed: string,
): Promise<WriterFound | undefined> => {
  const token = TOKEN.exec(typed)?.[1];
  if (token) {
    const link = await linkIn(deps.asker, actor, token);
    return link?.submission ? deps.site.desk.writer(forumId, link.submission.submissionId) : undefined;
  }
  const lower = typed.toLowerCase();
  const page = PAGE.exec(lower)?.[1];
  if (page) return deps.site.desk.writer(forumId, page);
  return CODE.test(lower) ? { personId: lower, things: null } : undefined;
};

/**
 * The secretariat erases somebody who asked for it and cannot do so themselves: an official, or a contributor whose browser has
 * forgotten them. Nobody's pseudonym is shown on the way.
 */
export const erasePersonForm: DeskForm<ErasingGround> = {
  name: 'erase-person',
  title: (_ground, say) => say('erase.person'),
  button: (say) => say('erase.person'),
  ground: async (context, id, chosen) => {
    const ground = await forumGround(context, id);
    if (!ground) return undefined;
    const typed = typedIn(chosen as Parameters<typeof typedIn>[0], 'whose').trim();
    return { ...ground, person: typed === '' ? undefined : await personAt(context, id, typed) };
  },
  fields: (_ground, say) => [
    { name: 'whose', kind: 'text', max: 2_000, label: say('erase.whose'), hint: say('erase.whose.hint') },
    {
      ...{ name: 'asked', kind: 'many', label: say('erase.asked') },
      choices: [['yes', say('erase.asked.yes')]],
    },
  ],
  wrong: ({ person }, _filled, say) => (person ? [] : [{ field: 'whose', message: say('erase.whose.none') }]),
  check: async ({ person }, _filled, _context, told) => ({
    shown: ErasingCheck({ things: person?.things ?? null, told }),
  }),
  ask: ({ person }) => [ErasePerson, { personId: person?.personId ?? '' }],
  leadsTo: ({ forumId }) => `/desk/forums/${forumId}?done=1`,
};
