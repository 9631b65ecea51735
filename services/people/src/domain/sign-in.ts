import { type DataOf, type SignInAttempted, SignInLinked } from '@madang/contracts';
import { aggregate, type DomainEvent } from '@madang/decider';

export type SignIn = {
  /** For whom it stands; whoever came first has the id of the way in itself. */
  readonly personId: string;
  readonly linked: boolean;
  /** The attempt that was recorded last. */
  readonly attemptId?: string;
};

const evolve = (state: SignIn | undefined, event: DomainEvent): SignIn => {
  if (event.type === SignInLinked.type)
    return { ...state, personId: (event.data as DataOf<typeof SignInLinked>).personId, linked: true };
  const { signInId, attemptId } = event.data as DataOf<typeof SignInAttempted>;
  return { personId: state?.personId ?? signInId, linked: state?.linked ?? false, attemptId };
};

/** A way in at a sign-in provider. */
export const signIn = aggregate<SignIn>('sign-in', evolve, { ofManyForums: true });
