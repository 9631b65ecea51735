import { DeclineProposal, RestoreProposal, SetAsideProposal, SplitProposal } from '@madang/contracts';
import { ProposalContext } from '../../../pages/desk/proposal-context.tsx';
import { langField } from '../../../pages/form-pages.tsx';
import type { FieldSpec } from '../../../pages/kit/form.tsx';
import type { Say } from '../../../pages/messages/say.ts';
import type { DeskForm } from './desk-form.ts';
import { type ProposalGround, proposalGround } from './proposal-grounds.ts';

const SET_ASIDE = ['abusive', 'personal-data', 'spam', 'not-a-proposal'] as const;
const DECLINED = [
  ...(['duplicate', 'out-of-scope', 'not-feasible', 'already-done', 'empty', 'abusive', 'other'] as const),
];

const reasonField = (say: Say): FieldSpec => ({
  ...{ name: 'reason', kind: 'long', max: 10_000, short: true },
  ...{ label: say('desk.reason'), hint: say('desk.reason.hint') },
});
const onProposal = (
  about: Pick<DeskForm<ProposalGround>, 'name' | 'title' | 'button' | 'fields' | 'ask'>,
): DeskForm<ProposalGround> => ({
  ...about,
  ground: proposalGround,
  intro: (ground, told) => ProposalContext({ ground, told }),
  leadsTo: ({ cycleId }) => `/desk/cycles/${cycleId}/proposals?done=1`,
});

/** Declined with a reason that everybody reads; whoever proposed it is told. */
const decline = onProposal({
  name: 'decline-proposal',
  title: (_ground, say) => say('proposal.decline'),
  button: (say) => say('proposal.decline'),
  fields: (_ground, say) => [
    {
      ...{ name: 'reasonCode', kind: 'choice', label: say('desk.reasonCode') },
      choices: DECLINED.map((one) => [one, say(`declined.${one}`)] as const),
    },
    reasonField(say),
    langField(say),
  ],
  ask: ({ proposal }, { is, text }) => [
    DeclineProposal,
    { proposalId: proposal.id, reasonCode: is('reasonCode'), reason: text('reason') },
  ],
});

/** Split into parts by their titles, one to a line. */
const split = onProposal({
  name: 'split-proposal',
  title: (_ground, say) => say('proposal.split'),
  button: (say) => say('proposal.split'),
  fields: (_ground, say) => [
    {
      ...{ name: 'parts', kind: 'long', max: 6_000, short: true },
      ...{ label: say('proposal.split.parts'), hint: say('proposal.split.hint') },
    },
    reasonField(say),
    langField(say),
  ],
  ask: ({ proposal }, { is, text, lang, thingNamed }) => [
    SplitProposal,
    {
      ...{ proposalId: proposal.id, reason: text('reason') },
      parts: is('parts')
        .split('\n')
        .map((one) => one.trim())
        .filter(Boolean)
        .map((title, at) => ({
          ...{ proposalId: thingNamed(`part/${at}`), title: { lang, text: title } },
        })),
    },
  ],
});

const setAside = onProposal({
  name: 'set-aside-proposal',
  title: (_ground, say) => say('proposal.setAside'),
  button: (say) => say('desk.setAside'),
  fields: (_ground, say) => [
    {
      ...{ name: 'reasonCode', kind: 'choice', label: say('desk.reasonCode') },
      hint: say('desk.reasonCode.hint'),
      choices: SET_ASIDE.map((one) => [one, say(`reasonCode.${one}`)] as const),
    },
  ],
  ask: ({ proposal }, { is }) => [
    SetAsideProposal,
    { proposalId: proposal.id, reasonCode: is('reasonCode') },
  ],
});
const restore = onProposal({
  name: 'restore-proposal',
  title: (_ground, say) => say('proposal.restore'),
  button: (say) => say('desk.restore'),
  fields: () => [],
  ask: ({ proposal }) => [RestoreProposal, { proposalId: proposal.id }],
});

/** What the desk does with one proposal. */
export const proposalForms = [decline, split, setAside, restore] as const;
