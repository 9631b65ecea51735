import type { After, ServiceName } from '@madang/contracts';
import type { Rest } from '../processes/course/words.ts';

/** What a process was told last of each source, and, when it was started anew, which start is meant. */
export type Expectation = { readonly handled: After; readonly begun?: string | undefined };
type Filed = Pick<Rest, 'handled' | 'begun'>;

/** Whether a process rests with everything heard that it was told. */
export const isSettled = (rest: Filed | undefined, expectation: Expectation | undefined): boolean => {
  if (rest === undefined) return false;
  if (expectation?.begun !== undefined && expectation.begun !== rest.begun) return false;
  return (Object.entries(expectation?.handled ?? {}) as [ServiceName, number][]).every(
    ([source, sequence]) => (rest.handled[source] ?? 0) >= sequence,
  );
};

/** Processes of a forum that are still on their way: told something they have not heard, or started and not yet at rest. */
export const unsettled = (
  forumId: string,
  rests: ReadonlyMap<string, Filed & Pick<Rest, 'forumId' | 'started' | 'ended'>>,
  expectations: ReadonlyMap<string, Expectation & { readonly forumId: string }>,
): readonly string[] => {
  const moving = new Set<string>();
  for (const [id, expectation] of expectations)
    if (expectation.forumId === forumId && !isSettled(rests.get(id), expectation)) moving.add(id);
  for (const rest of rests.values()) {
    if (rest.forumId !== forumId || rest.ended) continue;
    for (const [id, begun] of Object.entries(rest.started)) {
      const meant = expectations.get(id)?.begun ?? begun;
      if (rests.get(id)?.begun !== meant) moving.add(id);
    }
  }
  return [...moving];
};
