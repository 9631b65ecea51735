import { addDays } from '@madang/calendar';
import { CycleStanding, ImposeObligation, type ResultOf } from '@madang/contracts';
import type { Lang } from '../../../pages/messages/say.ts';
import { ladderTo } from '../../../queries/ladder-to.ts';
import type { DeskForm } from './desk-form.ts';
import { type CycleGround, cycleGround } from './grounds.ts';

const KINDS = [
  ...(['correction', 'evidence', 'feasibility-opinion', 'reasoned-response', 'progress-report'] as const),
];
type ImposeGround = CycleGround & {
  readonly institutions: readonly (readonly [id: string, name: string])[];
  readonly standing: ResultOf<typeof CycleStanding>;
};
/** What remains ahead of a ladder, or its last rung. */
const aheadOf = <R extends { readonly at: string }>(ladder: readonly R[], now: string): readonly R[] => {
  const ahead = ladder.filter((one) => one.at > now);
  return ahead.length > 0 ? ahead : ladder.slice(-1);
};

/** Something that the clock does not ask for by itself, such as a correction. */
export const imposeForm = (lang: Lang): DeskForm<ImposeGround> => ({
  name: 'impose-obligation',
  title: (_ground, say) => say('duty.impose'),
  button: (say) => say('duty.impose'),
  ground: async (context, id) => {
    const ground = await cycleGround(context, id);
    if (!ground) return undefined;
    const { asker, site } = context.deps;
    const answer = await asker.query(
      { type: CycleStanding.type, actor: context.actor, after: {}, body: { cycleId: id } },
      4_500,
    );
    if (answer.status !== 200) return undefined;
    const institutions = (await site.institutions(ground.forumId)).map(
      (one) => [one.id, one.name[lang]] as const,
    );
    return { ...ground, institutions, standing: CycleStanding.result.parse(answer.result) };
  },
  fields: ({ page, institutions }, say) => [
    {
      ...{ name: 'institutionId', kind: 'choice', label: say('column.institution') },
      choices: [['', say('duty.decision.choose')], ...institutions],
    },
    {
      ...{ name: 'obligationKind', kind: 'choice', label: say('column.what') },
      choices: KINDS.map((one) => [one, say(`duty.${one}`)] as const),
    },
    {
      ...{ name: 'commitmentIds', kind: 'many', label: say('duty.context'), optional: true },
      choices: page.cycle.commitments.map((one) => [one.id, `${one.number}. ${one.title[lang]}`] as const),
    },
    { name: 'dueOn', kind: 'day', label: say('column.due') },
  ],
  begin: ({ page }) => ({ dueOn: addDays(page.today, 14) }),
  wrong: ({ page, standing }, { is }, say) => {
    const invalid = { field: 'dueOn', message: say('error.invalid', { field: say('column.due') }) };
    return is('dueOn') < page.today || !ladderTo(is('dueOn'), standing) ? [invalid] : [];
  },
  ask: ({ cycleId, consultation, page, standing }, { is, all, thing }) => {
    const window = page.windows.find((one) => one.state === 'open');
    return [
      ImposeObligation,
      {
        ...{ obligationId: thing, cycleId, institutionId: is('institutionId'), dueOn: is('dueOn') },
        obligationKind: is('obligationKind'),
        subject: {
          commitmentIds: all('commitmentIds'),
          ...(is('obligationKind') === 'reasoned-response' && consultation
            ? { consultationId: consultation.id }
            : {}),
          ...(is('obligationKind') === 'progress-report' && window ? { windowId: window.id } : {}),
        },
        ladder: aheadOf(ladderTo(is('dueOn'), standing) ?? [], page.forum.now),
      },
    ];
  },
  leadsTo: ({ cycleId }) => `/desk/cycles/${cycleId}?done=1`,
});
