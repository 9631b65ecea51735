import {
  CloseBallot,
  Contribute,
  MoveDeadline,
  OpenBallot,
  ReceiveProposal,
  RecordDecision,
  RecordOutreach,
  SubmitPlan,
} from '@madang/contracts';
import { BreaksFound } from '../../../pages/desk/breaks-found.tsx';
import { clauseField, langField, writerFields } from '../../../pages/form-pages.tsx';
import type { FieldSpec } from '../../../pages/kit/form.tsx';
import type { Lang, Say } from '../../../pages/messages/say.ts';
import { breaksIn } from './breaks-in.ts';
import type { DeskForm } from './desk-form.ts';
import { type CycleGround, cycleGround } from './grounds.ts';

const RECEIVED = ['meeting', 'paper', 'mail'] as const;
const OUTREACH = ['press', 'web', 'social', 'letter', 'event', 'broadcast'] as const;
const MATTERS = ['approve-plan', 'amend-plan', 'elect-co-chair', 'other'] as const;
const AUTHORITIES = ['plenary', 'co-chairs', 'secretariat', 'minister'] as const;

const reasonField = (say: Say): FieldSpec => ({
  ...{ name: 'reason', kind: 'long', max: 5_000, label: say('desk.reason'), hint: say('desk.reason.hint') },
});
const receivedFields = (say: Say): readonly FieldSpec[] => [
  {
    ...{ name: 'channel', kind: 'choice', label: say('desk.channel') },
    choices: RECEIVED.map((one) => [one, say(`channel.${one}`)] as const),
  },
  { name: 'receivedOn', kind: 'day', label: say('desk.receivedOn') },
];
/** Whoever gave something on paper or at a meeting has a pseudonym made for it alone. */
const received = (
  is: (name: string) => string,
  contributorId: string,
): { readonly channel: string; readonly receivedOn: string; readonly contributorId: string } => ({
  ...{ channel: is('channel'), receivedOn: is('receivedOn'), contributorId },
});
const toDesk = ({ cycleId }: CycleGround): string => `/desk/cycles/${cycleId}?done=1`;
const nameOf = (name: Readonly<Record<Lang, string>>, lang: Lang): string => name[lang];

/** What was given at a meeting, on paper or by mail. */
const takeInContribution = (lang: Lang): DeskForm<CycleGround> => ({
  name: 'receive-contribution',
  title: (_ground, say) => say('desk.receiveContribution'),
  button: (say) => say('desk.record'),
  ground: cycleGround,
  fields: ({ page }, say) => [
    {
      ...{ name: 'commitmentId', kind: 'choice', label: say('column.commitment') },
      choices: page.cycle.commitments.map(
        (one) => [one.id, `${one.number}. ${nameOf(one.title, lang)}`] as const,
      ),
    },
    clauseField(say),
    ...receivedFields(say),
    { name: 'text', kind: 'long', max: 20_000, label: say('desk.words'), hint: say('desk.words.hint') },
    ...writerFields(say),
  ],
  begin: ({ page }) => ({ receivedOn: page.today }),
  ask: ({ consultation }, { is, maybe, text, thing, thingNamed }) => [
    Contribute,
    {
      ...received(is, thingNamed('contributor')),
      ...{ contributionId: thing, consultationId: consultation?.id ?? thing },
      ...{ commitmentId: is('commitmentId'), contributorKind: is('kind'), text: text('text') },
      ...(maybe('clause') ? { clause: is('clause') } : {}),
    },
  ],
  leadsTo: (_ground, thing) => `/contributions/${thing}?sent=1`,
});

const takeInProposal: DeskForm<CycleGround> = {
  name: 'receive-proposal',
  title: (_ground, say) => say('desk.receiveProposal'),
  button: (say) => say('desk.record'),
  ground: cycleGround,
  fields: (_ground, say) => [
    ...receivedFields(say),
    { name: 'title', kind: 'text', max: 300, label: say('form.title') },
    { name: 'body', kind: 'long', max: 20_000, label: say('desk.words'), optional: true },
    { name: 'theme', kind: 'text', max: 60, label: say('filter.theme'), optional: true },
    ...writerFields(say),
  ],
  begin: ({ page }) => ({ receivedOn: page.today }),
  ask: ({ page, cycleId }, { is, maybe, text, thing, thingNamed }) => [
    ReceiveProposal,
    {
      ...received(is, thingNamed('contributor')),
      ...{ proposalId: thing, callId: page.openings.call?.id ?? thing, cycleId },
      ...{ contributorKind: is('kind'), title: text('title') },
      ...(maybe('body') ? { body: text('body') } : {}),
      ...(maybe('theme') ? { theme: is('theme') } : {}),
    },
  ],
  leadsTo: (_ground, thing) => `/proposals/${thing}?sent=1`,
};

/** A deadline moves only by a decision with authority, reason and notice. */
const moveDeadline: DeskForm<CycleGround> = {
  name: 'move-deadline',
  title: (_ground, say) => say('desk.moveDeadline'),
  button: (say) => say('desk.moveDeadline'),
  ground: cycleGround,
  fields: ({ page }, say) => [
    {
      ...{ name: 'stage', kind: 'choice', label: say('column.stage') },
      choices: page.cycle.stages.map(
        (one) => [one.stage, `${say(`stage.${one.stage}`)}: ${one.opensOn} – ${one.closesOn}`] as const,
      ),
    },
    { name: 'opensOn', kind: 'day', label: say('desk.newOpensOn'), optional: true },
    { name: 'closesOn', kind: 'day', label: say('desk.newClosesOn'), optional: true },
    {
      ...{ name: 'authority', kind: 'choice', label: say('desk.authority') },
      choices: AUTHORITIES.map((one) => [one, say(`authority.${one}`)] as const),
    },
    { name: 'noticeGivenOn', kind: 'day', label: say('desk.noticeGivenOn') },
    reasonField(say),
    langField(say),
  ],
  begin: ({ page }) => ({ noticeGivenOn: page.today, stage: page.cycle.stage }),
  wrong: (_ground, { maybe }, say) =>
    maybe('opensOn') || maybe('closesOn')
      ? []
      : [
          {
            field: 'closesOn',
            message: say('desk.moveDeadline.which', {
              opens: say('desk.newOpensOn'),
              closes: say('desk.newClosesOn'),
            }),
          },
        ],
  check: async (ground, { is, maybe }, { deps, actor }, told) => {
    const stages = ground.page.cycle.stages.map(({ stage, opensOn, closesOn }) =>
      stage === is('stage')
        ? { stage, opensOn: maybe('opensOn') ?? opensOn, closesOn: maybe('closesOn') ?? closesOn }
        : { stage, opensOn, closesOn },
    );
    const breaks = await breaksIn(deps.asker, actor, ground, stages);
    return { shown: BreaksFound({ breaks, told }) };
  },
  ask: ({ cycleId }, { is, maybe, text }) => [
    MoveDeadline,
    {
      ...{ cycleId, stage: is('stage'), authority: is('authority'), noticeGivenOn: is('noticeGivenOn') },
      ...(maybe('opensOn') ? { opensOn: is('opensOn') } : {}),
      ...(maybe('closesOn') ? { closesOn: is('closesOn') } : {}),
      reason: text('reason'),
    },
  ],
  leadsTo: toDesk,
};

const outreach: DeskForm<CycleGround> = {
  name: 'record-outreach',
  title: (_ground, say) => say('desk.outreach'),
  button: (say) => say('desk.record'),
  ground: cycleGround,
  fields: (_ground, say) => [
    {
      ...{ name: 'channel', kind: 'choice', label: say('desk.channel') },
      choices: OUTREACH.map((one) => [one, say(`outreach.${one}`)] as const),
    },
    { name: 'on', kind: 'day', label: say('column.when') },
    {
      ...{ name: 'audience', kind: 'text', max: 120, label: say('desk.audience') },
      hint: say('desk.audience.hint'),
    },
    { name: 'link', kind: 'link', label: say('desk.link'), optional: true },
  ],
  begin: ({ page }) => ({ on: page.today }),
  ask: ({ cycleId }, { is, maybe, thing }) => [
    RecordOutreach,
    {
      ...{ cycleId, outreachId: thing, on: is('on'), channel: is('channel'), audience: is('audience') },
      ...(maybe('link') ? { link: is('link') } : {}),
    },
  ],
  leadsTo: toDesk,
};

const matterField = (say: Say): FieldSpec => ({
  ...{ name: 'matter', kind: 'choice', label: say('desk.matter') },
  choices: MATTERS.map((one) => [one, say(`matter.${one}`)] as const),
});
const openBallot: DeskForm<CycleGround> = {
  name: 'open-ballot',
  title: (_ground, say) => say('desk.openBallot'),
  button: (say) => say('desk.openBallot'),
  ground: cycleGround,
  fields: (_ground, say) => [
    matterField(say),
    { name: 'heldOn', kind: 'day', label: say('desk.heldOn') },
    { name: 'closesOn', kind: 'day', label: say('desk.ballotClosesOn') },
  ],
  begin: ({ page }) => ({ heldOn: page.today }),
  ask: ({ cycleId }, { is, thing }) => [
    OpenBallot,
    { ballotId: thing, cycleId, matter: is('matter'), heldOn: is('heldOn'), closesOn: is('closesOn') },
  ],
  leadsTo: (_ground, thing) => `/ballots/${thing}?sent=1`,
};

/** Closed before its last day only when every entitled seat has voted. */
const closeBallot: DeskForm<CycleGround> = {
  name: 'close-ballot',
  title: (_ground, say) => say('desk.closeBallot'),
  button: (say) => say('desk.closeBallot'),
  ground: cycleGround,
  fields: ({ page }, say) => [
    {
      ...{ name: 'ballotId', kind: 'choice', label: say('desk.ballot') },
      choices: page.ballots
        .filter((one) => one.outcome === null)
        .map((one) => [one.id, `${say(`matter.${one.matter as 'other'}`)}, ${one.heldOn}`] as const),
    },
  ],
  ask: (_ground, { is }) => [CloseBallot, { ballotId: is('ballotId') }],
  leadsTo: toDesk,
};

const recordDecision: DeskForm<CycleGround> = {
  name: 'record-decision',
  title: (_ground, say) => say('desk.recordDecision'),
  button: (say) => say('desk.record'),
  ground: cycleGround,
  fields: ({ page }, say) => [
    matterField(say),
    { name: 'decidedOn', kind: 'day', label: say('desk.decidedOn') },
    {
      ...{ name: 'ballotId', kind: 'choice', label: say('desk.ballot'), optional: true },
      choices: [
        ['', say('desk.ballot.none')],
        ...page.ballots.map(
          (one) => [one.id, `${say(`matter.${one.matter as 'other'}`)}, ${one.heldOn}`] as const,
        ),
      ],
    },
    { name: 'text', kind: 'long', max: 50_000, label: say('desk.decision') },
    langField(say),
  ],
  begin: ({ page }) => ({ decidedOn: page.today }),
  ask: ({ cycleId }, { is, maybe, text, thing }) => [
    RecordDecision,
    {
      ...{ decisionId: thing, cycleId, matter: is('matter'), decidedOn: is('decidedOn'), text: text('text') },
      ...(maybe('ballotId') ? { ballotId: is('ballotId') } : {}),
    },
  ],
  leadsTo: toDesk,
};

/** In the administrative language and English. */
const submitPlan: DeskForm<CycleGround> = {
  name: 'submit-plan',
  title: (_ground, say) => say('desk.submitPlan'),
  button: (say) => say('desk.submitPlan'),
  ground: cycleGround,
  fields: (_ground, say) => [
    {
      ...{ name: 'languages', kind: 'many', label: say('desk.languages') },
      choices: [
        ['ko', say('form.lang.ko'), 'ko'],
        ['en', say('form.lang.en'), 'en'],
      ],
    },
    { name: 'link', kind: 'link', label: say('desk.link'), optional: true },
  ],
  begin: () => ({ languages: ['ko', 'en'] }),
  ask: ({ cycleId }, { all, maybe, is }) => [
    SubmitPlan,
    { cycleId, languages: all('languages'), ...(maybe('link') ? { link: is('link') } : {}) },
  ],
  leadsTo: toDesk,
};

/** Forms of a cycle's desk. */
export const cycleForms = (lang: Lang): readonly DeskForm<CycleGround>[] => [
  takeInContribution(lang),
  ...[takeInProposal, moveDeadline, outreach, openBallot, closeBallot, recordDecision, submitPlan],
];
