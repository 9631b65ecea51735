import { PersonOfSignIn } from '@madang/contracts';
import { responds } from '@madang/decider';

export type SignInRows = { readonly personOf: (signInId: string) => Promise<string | undefined> };

export const personOfSignIn = responds(PersonOfSignIn, async (rows: SignInRows, { signInId }) => {
  const personId = await rows.personOf(signInId);
  return { signInId, personId: personId ?? signInId, linked: personId !== undefined };
});
