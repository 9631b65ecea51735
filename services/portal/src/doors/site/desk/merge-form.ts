import { MergeProposals } from '@madang/contracts';
import { z } from 'zod';
import { ProposalContext } from '../../../pages/desk/proposal-context.tsx';
import { langField } from '../../../pages/form-pages.tsx';
import { type Choice, tickedIn } from '../../../pages/kit/form.tsx';
import { firstWords, langOf } from '../../../pages/kit/words.tsx';
import type { DeskForm } from './desk-form.ts';
import { type ProposalGround, proposalGround } from './proposal-grounds.ts';

type MergeGround = ProposalGround & {
  readonly chosen: readonly string[];
  readonly choices: readonly Choice[];
};
const Chosen = z
  .object({ proposalIds: z.union([z.string(), z.array(z.string()).max(200)]).optional() })
  .catch({});

/** Duplicates go into one: what is much like it is suggested, and the person who ticks decides. */
export const mergeForm: DeskForm<MergeGround> = {
  name: 'merge-proposals',
  title: (_ground, say) => say('proposal.merge.into'),
  button: (say) => say('proposal.merge'),
  ground: async (context, id, query) => {
    const ground = await proposalGround(context, id);
    if (!ground) return undefined;
    const { site } = context.deps;
    const told = { lang: context.lang, say: context.say, zone: ground.zone };
    const chosen = tickedIn(Chosen.parse(query), 'proposalIds').filter(
      (one) => one !== id && z.uuid().safeParse(one).success,
    );
    const alike = await site.drafting.alikeProposals(id);
    const share = new Map(alike.map((one) => [one.id, Math.round(one.likeness * 100)]));
    const named = await site.drafting.proposalsNamed([
      ...new Set([...chosen, ...alike.map((one) => one.id)]),
    ]);
    const choices = named
      .toSorted((a, b) => (share.get(b.id) ?? 0) - (share.get(a.id) ?? 0))
      .map((one) => {
        const alikeBy = share.get(one.id);
        const before = alikeBy === undefined ? undefined : context.say('desk.alike', { share: alikeBy });
        return [one.id, firstWords(one.title, told, 100), langOf(one.title), before] as const;
      });
    return { ...ground, chosen, choices };
  },
  intro: (ground, told) => ProposalContext({ ground, told }),
  fields: ({ choices }, say) => [
    {
      ...{ name: 'proposalIds', kind: 'many', choices, label: say('proposal.merge.which') },
      hint: say(choices.length === 0 ? 'proposal.merge.none' : 'proposal.merge.hint'),
    },
    {
      ...{ name: 'reason', kind: 'long', max: 10_000, short: true },
      ...{ label: say('desk.reason'), hint: say('desk.reason.hint') },
    },
    langField(say),
  ],
  begin: ({ chosen }) => ({ proposalIds: chosen }),
  ask: ({ proposal }, { all, text }) => [
    MergeProposals,
    { intoProposalId: proposal.id, proposalIds: all('proposalIds'), reason: text('reason') },
  ],
  leadsTo: ({ proposal }) => `/proposals/${proposal.id}`,
};
