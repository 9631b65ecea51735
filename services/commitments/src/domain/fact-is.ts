import type { DataOf, Event } from '@madang/contracts';
import type { DomainEvent } from '@madang/decider';

/** Whether a fact is of this kind; its data is then known to the compiler. */
export const is = <E extends Event>(
  fact: DomainEvent,
  event: E,
): fact is DomainEvent & { readonly data: DataOf<E> } => fact.type === event.type;

/** The state before a fact that cannot be the first of its aggregate. */
export const begun = <S>(state: S | undefined): S => {
  if (state === undefined) throw new Error('a fact came before the first of its aggregate');
  return state;
};
