import { WithdrawCommitment } from '@madang/contracts';
import { langField } from '../../../pages/form-pages.tsx';
import type { DeskForm } from './desk-form.ts';
import { type DraftGround, nextVersionGround } from './draft-ground.ts';

const AUTHORITIES = ['plenary', 'co-chairs', 'secretariat', 'minister'] as const;

/** A commitment is withdrawn by an authority, with a reason for everybody; its page stays. */
export const withdrawForm = (lang: 'ko' | 'en'): DeskForm<DraftGround> => ({
  name: 'withdraw',
  title: ({ commitment }, say) => say('draft.withdraw.title', { title: commitment?.title[lang] ?? '' }),
  button: (say) => say('draft.withdraw'),
  ground: nextVersionGround,
  fields: (_ground, say) => [
    {
      ...{ name: 'authority', kind: 'choice', label: say('desk.authority') },
      choices: AUTHORITIES.map((one) => [one, say(`authority.${one}`)] as const),
    },
    { name: 'reason', kind: 'long', max: 10_000, label: say('desk.reason'), hint: say('desk.reason.hint') },
    langField(say),
  ],
  ask: ({ commitment }, { is, text }) => [
    WithdrawCommitment,
    { commitmentId: commitment?.id, authority: is('authority'), reason: text('reason') },
  ],
  leadsTo: ({ cycleId }) => `/desk/cycles/${cycleId}/commitments?done=1`,
});
