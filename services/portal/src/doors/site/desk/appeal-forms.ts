import { AppealModeration, DecideAppeal } from '@madang/contracts';
import { AppealContext } from '../../../pages/desk/answer-context.tsx';
import { langField } from '../../../pages/form-pages.tsx';
import type { FieldSpec } from '../../../pages/kit/form.tsx';
import type { Say } from '../../../pages/messages/say.ts';
import { readAs, type Said } from '../../read-as.ts';
import { submissionPass } from '../submission-pass.ts';
import type { DeskForm, Ground } from './desk-form.ts';
import { cycleGround } from './grounds.ts';

type AppealGround = Ground & {
  readonly contributionId: string;
  readonly cycleId: string;
  readonly words: readonly { readonly name: 'appeal.words' | 'appeal.said'; readonly said: Said }[];
};

/** What whoever wrote it says in an appeal. */
export const appealFields = (say: Say): readonly FieldSpec[] => [
  { name: 'text', kind: 'long', max: 5_000, label: say('appeal.text'), hint: say('appeal.text.hint') },
  langField(say),
];
/** How an appeal is decided, and why. */
export const decisionFields = (say: Say): readonly FieldSpec[] => [
  {
    ...{ name: 'outcome', kind: 'choice', label: say('column.outcome') },
    choices: [
      ['restored', say('appeal.restored')],
      ['upheld', say('appeal.upheld')],
    ],
  },
  { name: 'reason', kind: 'long', max: 5_000, label: say('desk.reason'), hint: say('desk.reason.hint') },
  langField(say),
];

/** Whoever wrote what was set aside says why it should stand. */
const appeal: DeskForm<AppealGround> = {
  name: 'appeal',
  at: '',
  by: 'anyone',
  title: (_ground, say) => say('appeal.title'),
  button: (say) => say('form.send'),
  ground: async ({ deps, lang, say }, id) => {
    const found = await deps.site.contribution(id);
    const place = found && (await deps.site.place(found.cycleId));
    if (!found || !place) return undefined;
    return {
      ...{ forumId: place.forum.id, zone: place.forum.zone, contributionId: id, cycleId: found.cycleId },
      ...{ words: [], rehearsalDay: place.rehearsal ? place.today : undefined },
      crumbs: [
        { href: `/cycles/${found.cycleId}`, name: place.cycle.name[lang] },
        { href: `/contributions/${id}`, name: say('contribution.on', { number: found.commitmentNumber }) },
      ],
    };
  },
  fields: (_ground, say) => appealFields(say),
  ask: ({ contributionId }, { text }, actor) => [
    AppealModeration,
    { contributionId, contributorId: actor.id, text: text('text') },
  ],
  actsAs: (deps, request, id) => submissionPass(deps).writerOf(request, id),
  leadsTo: ({ contributionId }) => `/contributions/${contributionId}`,
};

/** Another than who set it aside decides, with a reason for everybody. */
const decide: DeskForm<AppealGround> = {
  name: 'decide-appeal',
  by: ['secretariat', 'co-chair'],
  title: (_ground, say) => say('appeal.decide'),
  button: (say) => say('appeal.decide'),
  ground: async (context, id) => {
    const { deps, actor } = context;
    const found = await deps.site.contribution(id);
    const ground = found && (await cycleGround(context, found.cycleId));
    if (!found || !ground) return undefined;
    const ids = [found.textId, ...(found.appealTextId ? [found.appealTextId] : [])];
    const texts = await readAs(deps.asker, actor, 'commitments', ids);
    const word = (name: 'appeal.words' | 'appeal.said', textId: string | null) => {
      const said = textId === null ? undefined : texts.get(textId);
      return said ? [{ name, said }] : [];
    };
    return {
      ...ground,
      contributionId: id,
      words: [...word('appeal.words', found.textId), ...word('appeal.said', found.appealTextId)],
    };
  },
  intro: ({ words }, told) => AppealContext({ words, told }),
  fields: (_ground, say) => decisionFields(say),
  ask: ({ contributionId }, { is, text }) => [
    DecideAppeal,
    { contributionId, outcome: is('outcome'), reason: text('reason') },
  ],
  leadsTo: ({ cycleId }) => `/desk/cycles/${cycleId}?done=1`,
};

/** Appeals against moderation: made by whoever wrote, decided at the desk. */
export const appealForms = [appeal, decide] as const;
