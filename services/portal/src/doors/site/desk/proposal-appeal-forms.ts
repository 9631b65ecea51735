import { AppealProposal, DecideProposalAppeal } from '@madang/contracts';
import { ProposalContext } from '../../../pages/desk/proposal-context.tsx';
import { submissionPass } from '../submission-pass.ts';
import { appealFields, decisionFields } from './appeal-forms.ts';
import type { DeskForm } from './desk-form.ts';
import { type ProposalGround, proposalGround } from './proposal-grounds.ts';

/** Whoever wrote a proposal that was set aside says why it should stand. */
const appeal: DeskForm<ProposalGround> = {
  ...{ name: 'appeal-proposal', at: '', by: 'anyone' },
  title: (_ground, say) => say('appeal.title'),
  button: (say) => say('form.send'),
  ground: async (context, id) => {
    const ground = await proposalGround(context, id);
    return (
      ground && {
        ...ground,
        crumbs: [
          { href: `/cycles/${ground.cycleId}`, name: ground.page.cycle.name[context.lang] },
          { href: `/proposals/${id}`, name: context.say('proposal.title') },
        ],
      }
    );
  },
  fields: (_ground, say) => appealFields(say),
  ask: ({ proposal }, { text }, actor) => [
    AppealProposal,
    { proposalId: proposal.id, contributorId: actor.id, text: text('text') },
  ],
  actsAs: (deps, request, id) => submissionPass(deps).writerOf(request, id),
  leadsTo: ({ proposal }) => `/proposals/${proposal.id}`,
};

/** Another than who set it aside decides, with a reason for everybody. */
const decide: DeskForm<ProposalGround> = {
  name: 'decide-proposal-appeal',
  by: ['secretariat', 'co-chair'],
  title: (_ground, say) => say('appeal.decide'),
  button: (say) => say('appeal.decide'),
  ground: proposalGround,
  intro: (ground, told) => ProposalContext({ ground, told }),
  fields: (_ground, say) => decisionFields(say),
  ask: ({ proposal }, { is, text }) => [
    DecideProposalAppeal,
    { proposalId: proposal.id, outcome: is('outcome'), reason: text('reason') },
  ],
  leadsTo: ({ cycleId }) => `/desk/cycles/${cycleId}?done=1`,
};

/** Appeals for proposals, by the fields that appeals for contributions have. */
export const proposalAppealForms = [appeal, decide] as const;
