import type { DraftShown } from '../../../pages/desk/answer-desk-page.tsx';
import { beginningOf } from '../../../pages/kit/words.tsx';
import type { DraftFound } from '../../../queries/desk.ts';
import { readAs } from '../../read-as.ts';
import type { Context } from './desk-form.ts';

/** Drafts with the beginning of their reasons, in the words that this person may read. */
export const draftsShown = async (
  { deps, actor }: Context,
  drafts: readonly DraftFound[],
  most = 120,
): Promise<readonly DraftShown[]> => {
  const words = await readAs(
    deps.asker,
    actor,
    'commitments',
    drafts.map((one) => one.reasonTextId),
  );
  return drafts.map((one) => {
    const said = words.get(one.reasonTextId);
    return { ...one, words: beginningOf(said?.text ?? '', most), lang: said?.lang };
  });
};
