import { SignInLinked } from '@madang/contracts';
import { projection } from '@madang/decider';

export type SignInWriter = {
  readonly linkSignIn: (signInId: string, personId: string) => Promise<void>;
};

export const signInProjections = [
  projection(SignInLinked, async (rows: SignInWriter, facts) => {
    for (const { data } of facts) await rows.linkSignIn(data.signInId, data.personId);
  }),
];
