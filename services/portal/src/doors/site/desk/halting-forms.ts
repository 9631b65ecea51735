import { CloseConsultation, ResumeCycle, SuspendCycle } from '@madang/contracts';
import { h } from 'preact';
import { langField } from '../../../pages/form-pages.tsx';
import type { FieldSpec } from '../../../pages/kit/form.tsx';
import type { Say } from '../../../pages/messages/say.ts';
import type { DeskForm } from './desk-form.ts';
import { type CycleGround, cycleGround } from './grounds.ts';

const AUTHORITIES = ['plenary', 'co-chairs', 'minister'] as const;
const toDesk = ({ cycleId }: CycleGround): string => `/desk/cycles/${cycleId}?done=1`;
const fields = (_ground: CycleGround, say: Say): readonly FieldSpec[] => [
  {
    ...{ name: 'authority', kind: 'choice', label: say('desk.authority') },
    choices: AUTHORITIES.map((one) => [one, say(`authority.${one}`)] as const),
  },
  { name: 'reason', kind: 'long', max: 5_000, label: say('desk.reason'), hint: say('desk.reason.hint') },
  { name: 'letter', kind: 'text', max: 60, label: say('office.letter'), optional: true },
  { name: 'letterDate', kind: 'day', label: say('halt.letterDate'), optional: true },
  langField(say),
];

/** A cycle stands still, or goes on, by an authority's decision; dates that are still ahead move by the days it stood still. */
const halting = (
  name: 'suspend-cycle' | 'resume-cycle',
  key: 'halt.suspend' | 'halt.resume',
): DeskForm<CycleGround> => ({
  name,
  title: (_ground, say) => say(key),
  button: (say) => say(key),
  ground: cycleGround,
  intro: (_ground, { say }) => h('p', null, say('halt.text')),
  fields,
  ask: ({ cycleId, page }, { is, maybe, text }) => [
    name === 'suspend-cycle' ? SuspendCycle : ResumeCycle,
    {
      ...{ cycleId, authority: is('authority'), reason: text('reason') },
      ...(maybe('letter')
        ? { letter: { number: is('letter'), date: maybe('letterDate') ?? page.today } }
        : {}),
    },
  ],
  leadsTo: toDesk,
});

/** The clock closes it by itself on its closing day; by hand only when that day is over and the clock was late. */
const closeConsultation: DeskForm<CycleGround> = {
  name: 'close-consultation',
  title: (_ground, say) => say('halt.closeConsultation'),
  button: (say) => say('halt.closeConsultation'),
  ground: cycleGround,
  intro: (_ground, { say }) => h('p', null, say('halt.closeConsultation.text')),
  fields: () => [],
  ask: ({ consultation, cycleId }) => [CloseConsultation, { consultationId: consultation?.id ?? cycleId }],
  leadsTo: toDesk,
};

/** Forms by which a cycle is halted and goes on. */
export const haltingForms: readonly DeskForm<CycleGround>[] = [
  halting('suspend-cycle', 'halt.suspend'),
  ...[halting('resume-cycle', 'halt.resume'), closeConsultation],
];
