import { type Actor, LinkOf, type ResultOf } from '@madang/contracts';
import type { Asker } from '@madang/messaging';

export type Link = ResultOf<typeof LinkOf>;

/** What a signed link says, as people knows it now; nothing when it was not made there or is over. */
export const linkIn = async (asker: Asker, actor: Actor, token: string): Promise<Link | undefined> => {
  const answer = await asker.query({ type: LinkOf.type, actor, body: { token } });
  return answer.status === 200 ? LinkOf.result.parse(answer.result) : undefined;
};
