import { dayOf, daysBetween } from '@madang/calendar';
import { ExtendReportingWindow } from '@madang/contracts';
import { langField } from '../../../pages/form-pages.tsx';
import { Facts } from '../../../pages/kit/parts.tsx';
import { dayIn } from '../../../pages/kit/told.ts';
import type { CyclePage } from '../../../queries/cycle.ts';
import type { DeskForm } from './desk-form.ts';
import { type CycleGround, cycleGround } from './grounds.ts';

const AUTHORITIES = ['plenary', 'co-chairs', 'secretariat', 'minister'] as const;
type WindowGround = CycleGround & {
  readonly window: CyclePage['windows'][number];
  /** The last day on which it takes reports, as announced. */
  readonly closesOn: string;
};

/** An open reporting window closes later by a decision with authority, reason and notice; what is owed for it is due later too. */
export const windowForm: DeskForm<WindowGround> = {
  name: 'extend-window',
  title: (_ground, say) => say('window.extend'),
  button: (say) => say('window.extend'),
  ground: async (context, id) => {
    const cycleId = await context.deps.site.desk.cycleOfWindow(id);
    const ground = cycleId ? await cycleGround(context, cycleId) : undefined;
    const window = ground?.page.windows.find((one) => one.id === id);
    return ground && window && { ...ground, window, closesOn: dayOf(window.closesAt, ground.zone) };
  },
  intro: ({ window, closesOn }, told) =>
    Facts({
      facts: [
        [
          told.say('column.what'),
          told.say('cycle.windows.one', {
            number: window.number,
            from: dayIn(told, window.fromDay),
            until: dayIn(told, window.untilDay),
          }),
        ],
        [told.say('column.closes'), dayIn(told, closesOn)],
      ],
    }),
  over: ({ window }, say) => (window.state === 'open' ? undefined : say('window.over')),
  fields: (_ground, say) => [
    { name: 'closesOn', kind: 'day', label: say('desk.newClosesOn') },
    {
      ...{ name: 'authority', kind: 'choice', label: say('desk.authority') },
      choices: AUTHORITIES.map((one) => [one, say(`authority.${one}`)] as const),
    },
    { name: 'noticeGivenOn', kind: 'day', label: say('desk.noticeGivenOn') },
    {
      ...{ name: 'reason', kind: 'long', max: 5_000, label: say('desk.reason') },
      hint: say('desk.reason.hint'),
    },
    langField(say),
  ],
  begin: ({ page }) => ({ noticeGivenOn: page.today }),
  wrong: ({ closesOn, zone }, { is, lang }, say) =>
    // Sent twice, the day is the present one by then: the owner knows that it was decided.
    is('looked') !== 'yes' && is('closesOn') <= closesOn
      ? [
          {
            field: 'closesOn',
            message: say('window.later', { day: dayIn({ lang, say, zone }, closesOn) }),
          },
        ]
      : [],
  check: async ({ closesOn, window, cycleId }, { is }, { deps }, { say }) => {
    const counts = (await deps.site.desk.windowCounts(cycleId)).find((one) => one.windowId === window.id);
    return {
      shown: Facts({
        facts: [
          [say('window.longer'), say('window.longer.days', { count: daysBetween(closesOn, is('closesOn')) })],
          [say('window.waiting'), String((counts?.owed ?? 0) - (counts?.discharged ?? 0))],
        ],
      }),
    };
  },
  ask: ({ window, cycleId }, { is, text }) => [
    ExtendReportingWindow,
    {
      ...{ windowId: window.id, cycleId, closesOn: is('closesOn'), authority: is('authority') },
      ...{ noticeGivenOn: is('noticeGivenOn'), reason: text('reason') },
    },
  ],
  leadsTo: ({ cycleId }) => `/desk/cycles/${cycleId}?done=1`,
};
