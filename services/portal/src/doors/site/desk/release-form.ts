import { ReleaseResponses } from '@madang/contracts';
import { z } from 'zod';
import type { DraftShown } from '../../../pages/desk/answer-desk-page.tsx';
import { ReleaseCheck, ReleaseContext } from '../../../pages/desk/release-context.tsx';
import type { Choice } from '../../../pages/kit/form.tsx';
import type { Say } from '../../../pages/messages/say.ts';
import type { DraftFound } from '../../../queries/desk.ts';
import type { Context, DeskForm, Filled } from './desk-form.ts';
import { draftsShown } from './drafts-shown.ts';
import { type CycleGround, consultationGround } from './grounds.ts';

/** A release takes at most so many. */
const MOST = 1_000;
/** Drafts whose words stand on the page that is looked at before they are released. */
const WITH_WORDS = 100;
const At = z.object({ cursor: z.string().max(40).optional().catch(undefined) });

type ReleaseGround = CycleGround & {
  readonly consultationId: string;
  /** The drafts of this page, and how many wait in all. */
  readonly shown: readonly DraftShown[];
  readonly all: readonly DraftFound[];
  readonly next: string | null;
  readonly cursor: string | undefined;
};

const allDrafts = async ({ deps }: Context, consultationId: string): Promise<readonly DraftFound[]> => {
  const found: DraftFound[] = [];
  for (let cursor: string | undefined; found.length < MOST; ) {
    const { items, next } = await deps.site.desk.drafts(consultationId, cursor);
    found.push(...items);
    if (next === null) break;
    cursor = next;
  }
  return found.slice(0, MOST);
};
const choiceOf = (one: DraftShown, say: Say): Choice => {
  const before = say('desk.release.one', {
    theme: one.theme ?? say('desk.answer.one'),
    outcome: say(`outcome.${one.outcome}`),
    covers: one.covers,
  });
  return [one.id, one.words, one.lang, `${before} —`];
};
/** Once looked at, what was looked at is chosen. */
const chosenIn = ({ all }: ReleaseGround, filled: Filled): readonly string[] =>
  filled.is('which') === 'all' && filled.is('looked') !== 'yes'
    ? all.map((one) => one.id)
    : filled.all('responseIds');

/** Drafts are released together, by one decision: those ticked on this page or all that wait, looked at once more before. */
export const releaseForm: DeskForm<ReleaseGround> = {
  name: 'release',
  title: (_ground, say) => say('desk.release'),
  button: (say) => say('desk.release'),
  ground: async (context, id, chosen) => {
    const ground = await consultationGround(context, id);
    if (!ground) return undefined;
    const { cursor } = At.catch({ cursor: undefined }).parse(chosen);
    const { items, next } = await context.deps.site.desk.drafts(id, cursor);
    const all = await allDrafts(context, id);
    return { ...ground, shown: await draftsShown(context, items), all, next, cursor };
  },
  intro: ({ all, next, cursor }, told) => ReleaseContext({ count: all.length, next, cursor, told }),
  over: ({ all }, say) => (all.length === 0 ? say('desk.drafts.none') : undefined),
  fields: ({ shown, all }, say) => [
    { name: 'cursor', kind: 'hidden', label: '', optional: true },
    {
      ...{ name: 'responseIds', kind: 'many', label: say('desk.drafts'), optional: true },
      choices: shown.map((one) => choiceOf(one, say)),
    },
    ...(all.length > shown.length
      ? [
          {
            ...({ name: 'which', kind: 'choice', label: say('desk.release.which') } as const),
            choices: [
              ['page', say('desk.release.page')],
              ['all', say('desk.release.all', { count: all.length })],
            ] as const,
          },
        ]
      : []),
    {
      ...{ name: 'authority', kind: 'choice', label: say('desk.authority') },
      choices: (['secretariat', 'co-chairs', 'plenary'] as const).map(
        (one) => [one, say(`authority.${one}`)] as const,
      ),
    },
  ],
  begin: ({ shown, cursor }) => ({ responseIds: shown.map((one) => one.id), cursor }),
  wrong: (ground, filled, say) =>
    chosenIn(ground, filled).length === 0
      ? [{ field: 'responseIds', message: say('error.unchosen', { field: say('desk.drafts') }) }]
      : [],
  check: async (ground, filled, context, told) => {
    // What is released is exactly what was looked at, whatever is drafted meanwhile.
    const ids = new Set(chosenIn(ground, filled));
    const drafts = ground.all.filter((one) => ids.has(one.id));
    const shown = await draftsShown(context, drafts.slice(0, WITH_WORDS), 400);
    return {
      shown: ReleaseCheck({ drafts, shown, told }),
      typed: { ...filled.typed, responseIds: drafts.map((one) => one.id) },
    };
  },
  ask: ({ consultationId }, { is, all, thing }) => [
    ReleaseResponses,
    { releaseId: thing, consultationId, responseIds: all('responseIds'), authority: is('authority') },
  ],
  leadsTo: ({ cycleId }) => `/desk/cycles/${cycleId}/answers?done=1`,
};
