import type { ProposalView } from '../../../queries/proposals.ts';
import { readAs, type Said } from '../../read-as.ts';
import type { Context } from './desk-form.ts';
import { type CycleGround, cycleGround } from './grounds.ts';

export type ProposalGround = CycleGround & {
  readonly proposal: ProposalView;
  /** Its title and text, also where only the secretariat may read them still, and what an appeal says. */
  readonly words: readonly Said[];
  readonly appeal: Said | undefined;
};

/** The way to the proposals on a cycle's desk. */
export const proposalsCrumbs = (ground: CycleGround, say: Context['say']): CycleGround['crumbs'] => [
  ...ground.crumbs,
  { href: `/desk/cycles/${ground.cycleId}/proposals`, name: say('themes.title') },
];

/** A proposal as the ground of the forms about it, in the words that this person may read. */
export const proposalGround = async (context: Context, id: string): Promise<ProposalGround | undefined> => {
  const { deps, actor, say } = context;
  const proposal = await deps.site.proposal(id);
  const ground = proposal && (await cycleGround(context, proposal.cycleId));
  if (!proposal || !ground) return undefined;
  const { titleTextId, bodyTextId, appealTextId } = proposal;
  const ids = [titleTextId, bodyTextId, appealTextId].flatMap((one) => one ?? []);
  const said = await readAs(deps.asker, actor, 'commitments', ids);
  return {
    ...{ ...ground, proposal, crumbs: proposalsCrumbs(ground, say) },
    words: [titleTextId, bodyTextId].flatMap((one) => (one && said.get(one)) || []),
    appeal: appealTextId ? said.get(appealTextId) : undefined,
  };
};
