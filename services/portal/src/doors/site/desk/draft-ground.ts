import { type Typed, tickedIn, typedIn } from '../../../pages/kit/form.tsx';
import type { CommitmentPage } from '../../../queries/commitments.ts';
import type { ContributionView } from '../../../queries/contributions.ts';
import type { ProposalNamed } from '../../../queries/drafting.ts';
import type { Context } from './desk-form.ts';
import { type CycleGround, cycleGround } from './grounds.ts';

export type DraftGround = CycleGround & {
  /** The commitment that is written anew; none for a first draft. */
  readonly commitment: CommitmentPage | undefined;
  readonly institutions: readonly {
    readonly id: string;
    readonly name: { readonly ko: string; readonly en: string };
  }[];
};
/** What a version comes from, as the form offers it. */
export type DraftSources = {
  readonly proposals: readonly ProposalNamed[];
  readonly contributions: readonly ContributionView[];
  /** Words by which proposals were looked for, and whether any was found. */
  readonly asked: string;
  readonly found: number;
};

const crumbsOf = (ground: CycleGround, say: Context['say']): CycleGround['crumbs'] => [
  ...ground.crumbs,
  { href: `/desk/cycles/${ground.cycleId}/commitments`, name: say('drafts.title') },
];

/** A cycle as the ground of a first draft. */
export const firstDraftGround = async (
  context: Context,
  cycleId: string,
): Promise<DraftGround | undefined> => {
  const ground = await cycleGround(context, cycleId);
  return (
    ground && {
      ...{ ...ground, commitment: undefined, crumbs: crumbsOf(ground, context.say) },
      institutions: await context.deps.site.institutions(ground.forumId),
    }
  );
};

/** A commitment as the ground of its next version. */
export const nextVersionGround = async (context: Context, id: string): Promise<DraftGround | undefined> => {
  const { site } = context.deps;
  const cycleId = await site.cycleOfCommitment(id);
  const ground = cycleId ? await cycleGround(context, cycleId) : undefined;
  const commitment = ground && (await site.commitment(id, ground.page.today));
  if (!ground || !commitment) return undefined;
  return {
    ...{ ...ground, commitment, crumbs: crumbsOf(ground, context.say) },
    institutions: await site.institutions(ground.forumId),
  };
};

/** What was chosen, and what may be: proposals that were looked for, contributions on this commitment. */
export const draftSources = async (
  { deps: { site } }: Context,
  { cycleId, commitment }: DraftGround,
  typed: Typed,
): Promise<DraftSources> => {
  const asked = typedIn(typed, 'find').trim();
  const found = asked ? await site.drafting.findProposals(cycleId, asked) : [];
  const already = new Set(commitment?.proposals.map((one) => one.id));
  const chosen = await site.drafting.proposalsNamed(tickedIn(typed, 'fromProposals'));
  const proposals = [...new Map([...chosen, ...found].map((one) => [one.id, one])).values()];
  const contributions = commitment
    ? (await site.contributions(cycleId, { commitmentId: commitment.id }, undefined, 100)).items
    : [];
  return {
    proposals: proposals.filter((one) => !already.has(one.id)),
    contributions: contributions.filter((one) => one.state !== 'set-aside'),
    ...{ asked, found: found.length },
  };
};
