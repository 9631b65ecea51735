import { PersonOfSignIn, RolesOf } from '@madang/contracts';
import { responds } from '@madang/decider';
import { type Account, holdsOn } from '../domain/account.ts';

export type SignInRows = { readonly personOf: (signInId: string) => Promise<string | undefined> };

export const personOfSignIn = responds(PersonOfSignIn, async (rows: SignInRows, { signInId }) => {
  const personId = await rows.personOf(signInId);
  return { signInId, personId: personId ?? signInId, linked: personId !== undefined };
});

type RolesRows = SignInRows & {
  readonly accountState: (personId: string) => Promise<Account | undefined>;
};

export const rolesOf = responds(RolesOf, async (rows: RolesRows, { signInId, on }) => {
  const personId = (await rows.personOf(signInId)) ?? signInId;
  const state = await rows.accountState(personId);
  const roles = (state?.grants ?? [])
    .filter((one) => holdsOn(one, on))
    .map(({ forumId, role, institutionId }) => ({ forumId, role, institutionId: institutionId ?? null }));
  return { personId, hasAccount: state !== undefined, erased: state?.erased ?? false, roles };
});
