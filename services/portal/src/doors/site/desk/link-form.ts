import { LinkCommitment } from '@madang/contracts';
import type { DeskForm } from './desk-form.ts';
import { type DraftGround, nextVersionGround } from './draft-ground.ts';

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

/** A local forum's commitment serves one of the national plan, which is named by the address of its page. */
export const linkForm = (lang: 'ko' | 'en'): DeskForm<DraftGround> => ({
  name: 'link-commitment',
  title: ({ commitment }, say) => say('serves.title', { title: commitment?.title[lang] ?? '' }),
  button: (say) => say('serves.button'),
  ground: nextVersionGround,
  fields: (_ground, say) => [
    {
      ...{ name: 'nationalCommitmentId', kind: 'text', max: 500, label: say('serves.national') },
      hint: say('serves.national.hint'),
    },
  ],
  ask: ({ commitment }, { is }) => {
    const named = is('nationalCommitmentId').toLowerCase();
    return [
      LinkCommitment,
      { commitmentId: commitment?.id, nationalCommitmentId: ID.exec(named)?.[0] ?? named },
    ];
  },
  leadsTo: ({ cycleId }) => `/desk/cycles/${cycleId}/commitments?done=1`,
});
