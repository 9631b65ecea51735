import { SealSignOffs, SignOffsSealed } from '@madang/contracts';
import { accepted, alreadySo, answers, happened, refused } from '@madang/decider';
import { signOffs } from '../domain/obligation.ts';

export type SignOffRows = { readonly signedIn: (cycleId: string) => Promise<readonly string[]> };

/** The gate of submission: every named institution has signed, with or without a reservation. */
export const sealSignOffs = answers(SealSignOffs, {
  on: (body) => signOffs.ref(body.cycleId),
  looks: (rows: SignOffRows, { body }) => rows.signedIn(body.cycleId),
  decide: ({ body }, { self, look }) => {
    if (self) return alreadySo();
    const missing = body.institutionIds.filter((id) => !look.includes(id));
    if (missing.length > 0)
      return refused('sign-offs-missing', 'Every lead institution signs off first.', {
        missing: missing.length,
        of: body.institutionIds.length,
      });
    return accepted(happened(signOffs.ref(body.cycleId), SignOffsSealed, body));
  },
});
