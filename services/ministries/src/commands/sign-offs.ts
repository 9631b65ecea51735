import { SealSignOffs, SignOffsSealed } from '@madang/contracts';
import { accepted, alreadySo, answers, happened, refused } from '@madang/decider';
import { signOffs } from '../domain/sign-offs.ts';

/** A sign-off of the cycle that is not withdrawn. */
export type SignOff = {
  readonly institutionId: string;
  readonly imposedOnId: string;
  readonly state: string;
  readonly verdict: string | null;
};
export type SignOffLooks = { readonly signOffsOf: (cycleId: string) => Promise<readonly SignOff[]> };

const isSigned = ({ state, verdict }: SignOff): boolean =>
  state === 'discharged' && (verdict === 'signed' || verdict === 'signed-with-reservation');

/** An institution that was succeeded has signed when its successor has. */
export const sealSignOffs = answers(SealSignOffs, {
  on: (body) => signOffs.ref(body.cycleId),
  looks: (rows: SignOffLooks, { body }) => rows.signOffsOf(body.cycleId),
  decide: ({ body }, { self, look: all }) => {
    if (self) return alreadySo();
    const asked = [...new Set(body.institutionIds)];
    const missing = asked.filter((id) => {
      const theirs = all.filter((one) => one.institutionId === id || one.imposedOnId === id);
      return theirs.length === 0 || !theirs.every(isSigned);
    });
    if (missing.length > 0)
      return refused('sign-offs-missing', 'Wait until each lead institution has signed off.', {
        institutions: asked.length,
        signed: asked.length - missing.length,
        missing: missing.length,
        declined: all.filter((one) => one.verdict === 'declined' && one.state === 'discharged').length,
      });
    return accepted(happened(signOffs.ref(body.cycleId), SignOffsSealed, { ...body, institutionIds: asked }));
  },
});
