import type { AwaitedDuty } from '../../../queries/awaited.ts';

/** Who is awaited for a commitment: whoever was asked about it by name, else its lead, who is asked for all of its own at once. */
export const owingByCommitment = (
  owing: readonly AwaitedDuty[],
  commitments: readonly { readonly id: string; readonly leadInstitutionId: string }[],
): ((commitmentId: string) => readonly AwaitedDuty[]) => {
  const leads = new Map(commitments.map((one) => [one.id, one.leadInstitutionId]));
  return (commitmentId) =>
    owing.filter((one) =>
      one.commitmentIds.length > 0
        ? one.commitmentIds.includes(commitmentId)
        : one.institutionId === leads.get(commitmentId),
    );
};
