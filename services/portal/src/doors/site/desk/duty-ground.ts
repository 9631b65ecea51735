import type { DutyFound } from '../../../queries/institution.ts';
import { readAs, type Said } from '../../read-as.ts';
import type { Context, Ground } from './desk-form.ts';

export type DutyGround = Ground & {
  readonly duty: DutyFound;
  /** Who acts, and who stays answerable where another acts. */
  readonly who: string;
  readonly answerable: string | undefined;
  /** Why more time is asked for. */
  readonly asked: Said | undefined;
  /** What was said when it was discharged. */
  readonly note: Said | undefined;
};

/** A duty as the ground of what the secretariat decides about it. */
export const dutyGround = async (
  { deps, actor, lang, say }: Context,
  id: string,
): Promise<DutyGround | undefined> => {
  const { site, asker } = deps;
  const duty = await site.duty(id);
  const forum = duty && (await site.forumAt(duty.forumId));
  if (!duty || !forum) return undefined;
  const place = duty.cycleId ? await site.place(duty.cycleId) : undefined;
  const names = new Map((await site.institutions()).map((one) => [one.id, one.name[lang]]));
  const nameOf = (of: string): string => names.get(of) ?? of.slice(0, 8);
  const words = await readAs(
    asker,
    actor,
    'ministries',
    [duty.extensionTextId, duty.noteTextId].flatMap((one) => one ?? []),
  );
  return {
    ...{ duty, forumId: duty.forumId, zone: forum.zone, who: nameOf(duty.actingInstitutionId) },
    answerable: duty.institutionId === duty.actingInstitutionId ? undefined : nameOf(duty.institutionId),
    rehearsalDay: forum.rehearsal ? forum.now : undefined,
    asked: duty.extensionTextId ? words.get(duty.extensionTextId) : undefined,
    note: duty.noteTextId ? words.get(duty.noteTextId) : undefined,
    crumbs: [
      { href: '/desk', name: say('nav.desk') },
      ...(place ? [{ href: `/desk/cycles/${place.cycle.id}`, name: place.cycle.name[lang] }] : []),
      { href: `/duties/${id}`, name: say(`duty.${duty.obligationKind}`) },
    ],
  };
};
