import { aggregate } from '@madang/decider';

export type Repair = { readonly isRecorded: true };

/** A repair is written down once and never changes. */
export const repair = aggregate<Repair>('repair', () => ({ isRecorded: true }));
