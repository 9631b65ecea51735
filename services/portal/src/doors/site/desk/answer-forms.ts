import {
  ClusterContributions,
  DraftResponse,
  RestoreContribution,
  SetAsideContribution,
  WaiveResponse,
} from '@madang/contracts';
import { v5 as uuidv5 } from 'uuid';
import { z } from 'zod';
import { AnswerContext } from '../../../pages/desk/answer-context.tsx';
import { langField } from '../../../pages/form-pages.tsx';
import { type Choice, type FieldSpec, tickedIn } from '../../../pages/kit/form.tsx';
import { firstWords, langOf } from '../../../pages/kit/words.tsx';
import type { Lang, Say } from '../../../pages/messages/say.ts';
import type { ContributionView } from '../../../queries/contributions.ts';
import { type AnswerGround, answerGround, clusterGround, contributionGround } from './answer-grounds.ts';
import type { DeskForm } from './desk-form.ts';
import { type CycleGround, consultationGround } from './grounds.ts';
import { releaseForm } from './release-form.ts';

const OUTCOMES = [
  ...(['adopted', 'partly-adopted', 'merged', 'already-covered', 'not-adopted', 'out-of-scope'] as const),
];
const SET_ASIDE = ['abusive', 'personal-data', 'spam', 'not-a-contribution', 'duplicate'] as const;
const Chosen = z.object({
  contributionIds: z.union([z.string(), z.array(z.string()).max(1_000)]).optional(),
});

export const answersOf = ({ cycleId }: CycleGround): string => `/desk/cycles/${cycleId}/answers?done=1`;

type ClusterGround = CycleGround & {
  readonly consultationId: string;
  readonly chosen: readonly string[];
  readonly choices: readonly Choice[];
};
/** Membership is explicit: exactly what was ticked. */
const nameCluster: DeskForm<ClusterGround> = {
  name: 'name-cluster',
  title: (_ground, say) => say('desk.nameCluster'),
  button: (say) => say('desk.nameCluster'),
  ground: async (context, id, query) => {
    const ground = await consultationGround(context, id);
    if (!ground) return undefined;
    const chosen = tickedIn(Chosen.catch({}).parse(query), 'contributionIds');
    const { items } = await context.deps.site.desk.undrafted(id, undefined);
    const told = { lang: context.lang, say: context.say, zone: ground.zone };
    const choiceOf = (one: ContributionView, before?: string): Choice => [
      ...([one.id, firstWords(one.text, told, 80), langOf(one.text), before] as const),
    ];
    const shown = new Map(items.map((one) => [one.id, choiceOf(one)]));
    for (const one of chosen.filter((each) => !shown.has(each)).slice(0, 100)) {
      const found = await context.deps.site.contribution(one);
      if (found?.consultationId === id) shown.set(one, choiceOf(found));
    }
    // Starting from one, what is much like it is suggested; the person decides.
    const [one] = chosen;
    const alike = chosen.length === 1 && one ? await context.deps.site.desk.alike(one) : [];
    for (const { id: other, likeness } of alike) {
      const found = await context.deps.site.contribution(other);
      const share = Math.round(likeness * 100);
      if (found) shown.set(other, choiceOf(found, context.say('desk.alike', { share })));
    }
    return { ...ground, chosen, choices: [...shown.values()] };
  },
  fields: ({ choices }, say) => [
    {
      ...{ name: 'theme', kind: 'text', max: 120, label: say('filter.theme') },
      hint: say('desk.nameCluster.hint'),
    },
    { name: 'contributionIds', kind: 'many', label: say('desk.members'), choices },
  ],
  begin: ({ chosen }) => ({ contributionIds: chosen }),
  ask: ({ consultationId }, { is, all, thing }) => [
    ClusterContributions,
    { clusterId: thing, consultationId, theme: is('theme'), contributionIds: all('contributionIds') },
  ],
  leadsTo: (_ground, thing) => `/desk/answer-cluster/${thing}?sent=1`,
};

const answerFields =
  (lang: Lang) =>
  (ground: AnswerGround, say: Say): readonly FieldSpec[] => [
    {
      ...{ name: 'outcome', kind: 'choice', label: say('column.outcome') },
      choices: OUTCOMES.map((one) => [one, say(`outcome.${one}`)] as const),
    },
    {
      ...{ name: 'reason', kind: 'long', max: 20_000, label: say('desk.answer.reason') },
      hint: say('desk.answer.reason.hint'),
    },
    {
      ...{ name: 'changedCommitmentIds', kind: 'many', label: say('desk.answer.changed'), optional: true },
      choices: ground.page.cycle.commitments.map(
        (one) => [one.id, `${one.number}. ${one.title[lang]}`] as const,
      ),
    },
    langField(say),
  ];
/** Drafted again, the same response has another reason: its id follows from what it answers. */
const responseOf = (of: string): string => uuidv5('response', of);

const answer = (lang: Lang, name: 'answer-cluster' | 'answer'): DeskForm<AnswerGround> => ({
  name,
  title: ({ theme }, say) => say('desk.answer.title', { theme: theme ?? say('desk.answer.one') }),
  button: (say) => say('desk.answer.draft'),
  ground: async (context, id) => {
    const found =
      name === 'answer' ? await contributionGround(context, id) : await clusterGround(context, id);
    return found && answerGround(context, found);
  },
  intro: (ground, told) => AnswerContext({ ground, told }),
  fields: answerFields(lang),
  begin: ({ draft, said }) =>
    draft
      ? {
          outcome: draft.outcome,
          reason: said?.text ?? '',
          lang: said?.lang ?? lang,
          changedCommitmentIds: draft.changed,
        }
      : {},
  ask: ({ consultationId, clusterId, contributionId, draft }, { is, all, text }) => [
    DraftResponse,
    {
      responseId:
        draft && draft.releasedOn === null ? draft.id : responseOf(clusterId ?? contributionId ?? ''),
      consultationId,
      ...(clusterId ? { clusterId } : { contributionIds: [contributionId] }),
      ...{
        outcome: is('outcome'),
        reason: text('reason'),
        changedCommitmentIds: all('changedCommitmentIds'),
      },
    },
  ],
  leadsTo: answersOf,
});

const onContribution = (
  about: Pick<DeskForm<AnswerGround>, 'name' | 'title' | 'button' | 'fields' | 'ask'>,
): DeskForm<AnswerGround> => ({
  ...about,
  ground: async (context, id) => {
    const found = await contributionGround(context, id);
    return found && answerGround(context, found);
  },
  intro: (ground, told) => AnswerContext({ ground, told }),
  leadsTo: answersOf,
});
const waive = onContribution({
  name: 'waive',
  title: (_ground, say) => say('desk.waive'),
  button: (say) => say('desk.waive'),
  fields: (_ground, say) => [
    {
      ...{ name: 'authority', kind: 'choice', label: say('desk.authority') },
      choices: (['plenary', 'co-chairs'] as const).map((one) => [one, say(`authority.${one}`)] as const),
    },
    { name: 'reason', kind: 'long', max: 10_000, label: say('desk.reason'), hint: say('desk.reason.hint') },
    langField(say),
  ],
  ask: ({ contributionId }, { is, text }) => [
    WaiveResponse,
    { contributionId, authority: is('authority'), reason: text('reason') },
  ],
});
const setAside = onContribution({
  name: 'set-aside',
  title: (_ground, say) => say('desk.setAside'),
  button: (say) => say('desk.setAside'),
  fields: (_ground, say) => [
    {
      ...{ name: 'reasonCode', kind: 'choice', label: say('desk.reasonCode') },
      hint: say('desk.reasonCode.hint'),
      choices: SET_ASIDE.map((one) => [one, say(`reasonCode.${one}`)] as const),
    },
  ],
  ask: ({ contributionId }, { is }) => [
    SetAsideContribution,
    { contributionId, reasonCode: is('reasonCode') },
  ],
});
const restore = onContribution({
  name: 'restore',
  title: (_ground, say) => say('desk.restore'),
  button: (say) => say('desk.restore'),
  fields: () => [],
  ask: ({ contributionId }) => [RestoreContribution, { contributionId }],
});

/** Forms of the answer desk; those on a contribution and on a cluster stand on one ground. */
export const answerForms = (lang: Lang) =>
  ({
    cluster: nameCluster,
    release: releaseForm,
    answers: [answer(lang, 'answer-cluster'), answer(lang, 'answer'), waive, setAside, restore],
  }) as const;
