export type Waiting = {
  readonly id: string;
  readonly forumId: string;
  readonly personId: string;
  readonly about: string;
  readonly obligationId: string | null;
  readonly ballotId: string | null;
  readonly submissionId: string | null;
  readonly reasonCode: string | null;
  readonly dueOn: string | null;
  readonly raisedAt: string;
  readonly attempts: number;
  /** Since when it waits, by the wall. */
  readonly toldAt: string | null;
};

/**
 * Which notices go out in one mail: of one person and forum and subject when they come at once, all of them in a digest.
 * A link that verifies an address always goes alone.
 */
export const groupNotices = (
  notices: readonly Waiting[],
  gathers: (notice: Waiting) => boolean,
): readonly (readonly Waiting[])[] => {
  const subjectOf = (one: Waiting): string => {
    if (one.about === 'verify-address') return one.id;
    return gathers(one) ? 'digest' : (one.obligationId ?? one.submissionId ?? one.id);
  };
  return [...Map.groupBy(notices, (one) => `${one.forumId}/${one.personId}/${subjectOf(one)}`).values()];
};

/**
 * Whether a mail has waited for what else may come about its subject: counted from the first of it, so that nothing waits
 * longer. A link that verifies an address is waited for by somebody and goes at once.
 */
export const hasGathered = (mail: readonly Waiting[], now: string, gather: number): boolean => {
  const [first] = mail;
  if (!first || first.about === 'verify-address' || first.toldAt === null) return true;
  return Date.parse(first.toldAt) + gather <= Date.parse(now);
};

/** Of several turns of one obligation the last says all; of a submission each is news of its own. */
export const toldIn = (mail: readonly Waiting[]): readonly Waiting[] =>
  mail.filter(
    (one, index) =>
      one.obligationId === null ||
      !mail.slice(index + 1).some((later) => later.obligationId === one.obligationId),
  );
