import type { ContributionView, Page } from '../../../queries/contributions.ts';
import type { ClusterFound, DraftFound, NoteFound } from '../../../queries/desk.ts';
import { readAs, type Said } from '../../read-as.ts';
import type { Context } from './desk-form.ts';
import { type CycleGround, consultationGround } from './grounds.ts';

type Found = CycleGround & {
  readonly consultationId: string;
  readonly clusterId: string | null;
  readonly contributionId: string | null;
  readonly theme: string | null;
  /** The cluster that a contribution belongs to, when it is answered alone. */
  readonly within: ClusterFound | undefined;
  readonly members: Page<ContributionView>;
  readonly draft: DraftFound | undefined;
};
export type NoteView = NoteFound & { readonly who: string; readonly said: Said | undefined };
/** What somebody needs before them to answer: the words, what the ministries said or still owe, and the draft. */
export type AnswerGround = Found & {
  readonly notes: readonly NoteView[];
  readonly said: Said | undefined;
};

/** A cluster with the first of its members. */
export const clusterGround = async (context: Context, id: string): Promise<Found | undefined> => {
  const { desk } = context.deps.site;
  const cluster = await desk.cluster(id);
  const ground = cluster && (await consultationGround(context, cluster.consultationId));
  if (!ground) return undefined;
  const drafts = await desk.draftsOfCluster(id);
  return {
    ...ground,
    ...{
      clusterId: id,
      contributionId: null,
      within: undefined,
      theme: cluster.theme,
      members: await desk.members(id),
    },
    draft: drafts.findLast((one) => one.releasedOn === null) ?? drafts.at(-1),
  };
};

/** One contribution. */
export const contributionGround = async (context: Context, id: string): Promise<Found | undefined> => {
  const { desk, contribution } = context.deps.site;
  const found = await contribution(id);
  const ground = found && (await consultationGround(context, found.consultationId));
  if (!ground) return undefined;
  const draftId = found.responseId ?? found.draftId;
  return {
    ...ground,
    ...{ clusterId: null, contributionId: id, theme: null, members: { items: [found], next: null } },
    within: found.clusterId ? await desk.cluster(found.clusterId) : undefined,
    draft: draftId === null ? undefined : await desk.draft(draftId),
  };
};

/** With the notes of the ministries and the draft, in the words that this person may read. */
export const answerGround = async ({ deps, actor, lang }: Context, found: Found): Promise<AnswerGround> => {
  const { asker, site } = deps;
  const commitmentIds = [...new Set(found.members.items.map((one) => one.commitmentId))];
  const notes = await site.desk.notes(found.cycleId, commitmentIds);
  const words = await readAs(
    asker,
    actor,
    'ministries',
    notes.flatMap((one) => one.noteTextId ?? []),
  );
  const names = new Map((await site.institutions()).map((one) => [one.id, one.name[lang]]));
  const drafts = found.draft
    ? await readAs(asker, actor, 'commitments', [found.draft.reasonTextId])
    : new Map<string, Said>();
  return {
    ...found,
    notes: notes.map((one) => ({
      ...one,
      who: names.get(one.actingInstitutionId) ?? one.actingInstitutionId.slice(0, 8),
      said: one.noteTextId ? words.get(one.noteTextId) : undefined,
    })),
    said: found.draft && drafts.get(found.draft.reasonTextId),
  };
};
