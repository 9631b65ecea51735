import { aggregate } from '@madang/decider';

export type RefusedSignIn = { readonly isRecorded: true };

/** An attempt by which nobody came in. It belongs to no way in: who tried is not known. */
export const refusedSignIn = aggregate<RefusedSignIn>('refused-sign-in', () => ({ isRecorded: true }), {
  ofManyForums: true,
});
