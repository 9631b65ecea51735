import type { Actor } from '@madang/contracts';
import type { SeenTurn, ToAnswer } from '../../pages/duty-context.tsx';
import type { Lang } from '../../pages/messages/say.ts';
import type { CommitmentPage } from '../../queries/commitments.ts';
import type { DutyFound } from '../../queries/institution.ts';
import { readAs } from '../read-as.ts';
import { commitmentsOf } from './commitments-of.ts';
import type { SiteDeps } from './site-deps.ts';

/** Commitments that stand whole on the page, and contributions that do; the rest is behind a link. */
const MOST_WHOLE = 50;
const MOST_SAID = 10;

/** What there is to answer: of a cluster its members, else what nobody has answered yet of what the institution leads. */
const toAnswerOf = async (
  { site }: SiteDeps,
  duty: DutyFound,
  commitments: readonly CommitmentPage[],
): Promise<ToAnswer | undefined> => {
  if (duty.obligationKind !== 'reasoned-response' || !duty.cycleId) return undefined;
  const place = `/cycles/${duty.cycleId}/contributions`;
  if (duty.clusterId) {
    const cluster = await site.desk.cluster(duty.clusterId);
    if (!cluster) return undefined;
    const { items } = await site.desk.members(cluster.id);
    const path = `${place}?theme=${encodeURIComponent(cluster.theme)}`;
    return { items: items.slice(0, MOST_SAID), all: cluster.members, path };
  }
  const [only] = commitments;
  const about =
    commitments.length === 1 && only ? { commitmentId: only.id } : { ministry: duty.institutionId };
  const { items } = await site.contributions(
    duty.cycleId,
    { ...about, unanswered: true },
    undefined,
    MOST_SAID,
  );
  const query = new URLSearchParams(
    'commitmentId' in about ? { commitment: about.commitmentId ?? '' } : { ministry: duty.institutionId },
  );
  const all = commitments.reduce((sum, one) => sum + one.contributions, 0);
  return all === 0 ? undefined : { items, all, path: `${place}?${query}` };
};

/** What somebody needs before them to answer a duty: what it is about in its words, and what happened to it and why. */
export const dutyGround = async (
  deps: SiteDeps,
  actor: Actor,
  duty: DutyFound,
  { lang, today }: { readonly lang: Lang; readonly today: string },
): Promise<{
  readonly commitments: readonly CommitmentPage[];
  readonly toAnswer: ToAnswer | undefined;
  readonly turns: readonly SeenTurn[];
}> => {
  const { asker, site } = deps;
  const commitments = [];
  for (const id of await commitmentsOf(site, duty, MOST_WHOLE)) {
    const found = await site.commitment(id, today);
    if (found) commitments.push(found);
  }
  const turns = await site.dutyTurns(duty.id);
  const textIds = turns.flatMap((one) => one.textId ?? []);
  const words = await readAs(asker, actor, 'ministries', textIds);
  const names = new Map((await site.institutions()).map((one) => [one.id, one.name[lang]]));
  return {
    commitments,
    toAnswer: await toAnswerOf(deps, duty, commitments),
    turns: turns.map((one) => ({
      ...one,
      who: one.institutionId ? (names.get(one.institutionId) ?? one.institutionId.slice(0, 8)) : undefined,
      said: one.textId ? words.get(one.textId) : undefined,
    })),
  };
};
