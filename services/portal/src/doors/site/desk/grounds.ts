import type { CyclePage } from '../../../queries/cycle.ts';
import type { ConsultationFound } from '../../../queries/desk.ts';
import type { ForumPage } from '../../../queries/forum.ts';
import type { Context, Ground } from './desk-form.ts';

export type CycleGround = Ground & {
  readonly page: CyclePage;
  readonly cycleId: string;
  /** The consultation of the cycle, whether it is open or not. */
  readonly consultation: ConsultationFound | undefined;
};
export type ForumGround = Ground & { readonly page: ForumPage };

/** A cycle as the ground of its desk's forms. */
export const cycleGround = async (
  { deps, lang, say }: Context,
  id: string,
): Promise<CycleGround | undefined> => {
  const page = await deps.site.cycle(id);
  if (!page) return undefined;
  return {
    consultation: (await deps.site.desk.consultations(id))[0],
    ...{ page, cycleId: id, forumId: page.forum.id, zone: page.forum.zone },
    rehearsalDay: page.forum.rehearsal ? page.today : undefined,
    crumbs: [
      { href: '/desk', name: say('nav.desk') },
      { href: `/desk/cycles/${id}`, name: page.cycle.name[lang] },
    ],
  };
};

/** A forum as the ground of its desk's forms. */
export const forumGround = async (
  { deps, lang, say }: Context,
  id: string,
): Promise<ForumGround | undefined> => {
  const page = await deps.site.forum(id);
  if (!page) return undefined;
  return {
    ...{ page, forumId: id, zone: page.zone },
    rehearsalDay: page.rehearsal ? page.today : undefined,
    crumbs: [
      { href: '/desk', name: say('nav.desk') },
      { href: `/desk/forums/${id}`, name: page.name[lang] },
    ],
  };
};

/** The cycle of a consultation, as the ground of the answer desk. */
export const consultationGround = async (
  context: Context,
  id: string,
): Promise<(CycleGround & { readonly consultationId: string }) | undefined> => {
  const consultation = await context.deps.site.desk.consultation(id);
  const ground = consultation && (await cycleGround(context, consultation.cycleId));
  return ground && { ...ground, consultationId: id, crumbs: answersCrumbs(ground, context.say) };
};

/** The way to the answer desk of a cycle. */
export const answersCrumbs = (ground: CycleGround, say: Context['say']): Ground['crumbs'] => [
  ...ground.crumbs,
  { href: `/desk/cycles/${ground.cycleId}/answers`, name: say('desk.answers') },
];
