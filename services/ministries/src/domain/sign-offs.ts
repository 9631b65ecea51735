import { type DataOf, SignOffsSealed } from '@madang/contracts';
import { aggregate, type DomainEvent } from '@madang/decider';

export type SignOffs = { readonly forumId: string };

const evolve = (state: SignOffs | undefined, event: DomainEvent): SignOffs => {
  if (event.type === SignOffsSealed.type)
    return { forumId: (event.data as DataOf<typeof SignOffsSealed>).forumId };
  if (!state) throw new Error(`${event.type} before the sign-offs were sealed`);
  return state;
};

/** The sign-offs of a cycle, by its id: there once they are sealed. */
export const signOffs = aggregate<SignOffs>('sign-offs', evolve);
