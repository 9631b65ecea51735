import { ContributorErased } from '@madang/contracts';
import { aggregate, type DomainEvent } from '@madang/decider';
import { begun, is } from '../fact-is.ts';

/** A contributor has a state only once erased. */
export type Contributor = { readonly erased: true };

const evolve = (state: Contributor | undefined, event: DomainEvent): Contributor =>
  is(event, ContributorErased) ? { erased: true } : begun(state);

/** Of many forums: one key seals what somebody wrote in any of them. */
export const contributor = aggregate('contributor', evolve, { ofManyForums: true });
