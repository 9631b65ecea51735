import { ParticipationCounted } from '@madang/contracts';
import { aggregate, type DomainEvent } from '@madang/decider';
import { begun, is } from '../fact-is.ts';

/** Tallies of a cycle; nothing in them leads to a person. */
export type Participation = { readonly forumId: string; readonly counted: number };

const evolve = (state: Participation | undefined, event: DomainEvent): Participation =>
  is(event, ParticipationCounted)
    ? { forumId: event.data.forumId, counted: (state?.counted ?? 0) + 1 }
    : begun(state);

export const participation = aggregate('participation', evolve);
