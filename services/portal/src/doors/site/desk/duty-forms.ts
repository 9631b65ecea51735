import { DecideExtension, RemindObligation, ReturnObligation, WithdrawObligation } from '@madang/contracts';
import { DutyContext } from '../../../pages/desk/duty-context.tsx';
import { langField } from '../../../pages/form-pages.tsx';
import type { FieldSpec } from '../../../pages/kit/form.tsx';
import { dayIn } from '../../../pages/kit/told.ts';
import type { Say } from '../../../pages/messages/say.ts';
import type { DeskForm } from './desk-form.ts';
import { type DutyGround, dutyGround } from './duty-ground.ts';

const WITHDRAWN = ['subject-withdrawn', 'imposed-in-error', 'cycle-closed'] as const;

const reasonField = (say: Say): FieldSpec => ({
  ...{ name: 'reason', kind: 'long', max: 10_000, label: say('desk.reason'), hint: say('duty.reason.hint') },
});
const onDuty = (about: Omit<DeskForm<DutyGround>, 'ground' | 'intro' | 'leadsTo'>): DeskForm<DutyGround> => ({
  ...about,
  ground: dutyGround,
  intro: (ground, told) => DutyContext({ ground, told }),
  leadsTo: ({ duty }) => `/duties/${duty.id}?done=1`,
});
const overUnless =
  (state: 'open' | 'discharged') =>
  ({ duty }: DutyGround, say: Say): string | undefined =>
    duty.state === state ? undefined : say(state === 'open' ? 'duty.closed' : 'duty.notDischarged');

/** Granted until a day or refused, always with a reason: the ladder begins anew or goes on. */
const decideExtension = onDuty({
  name: 'decide-extension',
  title: (_ground, say) => say('duty.decideExtension'),
  button: (say) => say('duty.decideExtension'),
  over: ({ duty }, say) => (duty.extensionAsked ? undefined : say('duty.notAsked')),
  fields: (_ground, say) => [
    {
      ...{ name: 'granted', kind: 'choice', label: say('duty.decision') },
      choices: [
        ['', say('duty.decision.choose')],
        ['yes', say('duty.decision.grant')],
        ['no', say('duty.decision.refuse')],
      ],
    },
    {
      ...{ name: 'dueOn', kind: 'day', label: say('duty.newDueOn'), hint: say('duty.newDueOn.hint') },
      optional: true,
    },
    reasonField(say),
    langField(say),
  ],
  begin: ({ duty }) => ({ dueOn: duty.extensionUntil ?? undefined }),
  wrong: ({ duty, zone }, { is, maybe, lang }, say) =>
    // Sent twice, the day is the present one by then: the owner knows that it was decided.
    duty.extensionAsked &&
    is('granted') === 'yes' &&
    maybe('dueOn') !== undefined &&
    is('dueOn') <= duty.dueOn
      ? [
          {
            field: 'dueOn',
            message: say('duty.newDueOn.later', { day: dayIn({ lang, say, zone }, duty.dueOn) }),
          },
        ]
      : [],
  ask: ({ duty }, { is, maybe, text, thing }) => [
    DecideExtension,
    {
      ...{ obligationId: duty.id, extensionId: duty.extensionId ?? thing, granted: is('granted') === 'yes' },
      ...(is('granted') === 'yes' && maybe('dueOn') ? { dueOn: is('dueOn') } : {}),
      reason: text('reason'),
    },
  ],
});

/** A discharge that was not enough is owed again, by a new day. */
const returnDuty = onDuty({
  name: 'return-obligation',
  title: (_ground, say) => say('duty.return'),
  button: (say) => say('duty.return'),
  over: overUnless('discharged'),
  fields: (_ground, say) => [
    { name: 'dueOn', kind: 'day', label: say('duty.newDueOn') },
    reasonField(say),
    langField(say),
  ],
  ask: ({ duty }, { is, text }) => [
    ReturnObligation,
    { obligationId: duty.id, dueOn: is('dueOn'), reason: text('reason') },
  ],
});

const withdraw = onDuty({
  name: 'withdraw-obligation',
  title: (_ground, say) => say('duty.withdraw'),
  button: (say) => say('duty.withdraw'),
  over: overUnless('open'),
  fields: (_ground, say) => [
    {
      ...{ name: 'reasonCode', kind: 'choice', label: say('desk.reasonCode') },
      choices: WITHDRAWN.map((one) => [one, say(`duty.withdraw.${one}`)] as const),
    },
  ],
  ask: ({ duty }, { is }) => [WithdrawObligation, { obligationId: duty.id, reasonCode: is('reasonCode') }],
});

/** Outside the ladder; whoever is the point of contact is told. */
const remind = onDuty({
  name: 'remind-obligation',
  title: (_ground, say) => say('duty.remind'),
  button: (say) => say('duty.remind'),
  over: overUnless('open'),
  fields: () => [],
  ask: ({ duty }, { thing }) => [RemindObligation, { obligationId: duty.id, reminderId: thing }],
});

/** What the secretariat decides about a duty. */
export const dutyForms = [decideExtension, returnDuty, withdraw, remind] as const;
