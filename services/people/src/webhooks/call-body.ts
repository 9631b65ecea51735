/** What a call tells. */
export type Told = {
  readonly about: string;
  readonly forumId: string;
  readonly noticeId: string | null;
  readonly obligationId: string | null;
  readonly institutionId: string | null;
  readonly obligationKind: string | null;
  readonly submissionId: string | null;
  readonly commitmentId: string | null;
  readonly dueOn: string | null;
  readonly raisedAt: string;
};

const pageOf = ({ obligationId, commitmentId }: Told): string => {
  if (obligationId) return `duties/${obligationId}`;
  return commitmentId ? `commitments/${commitmentId}` : 'inbox';
};

/** The body of a call, as the convention has it: what turned, when (the forum's time), ids and a link. Nobody's name or words. */
export const callBody = (told: Told, site: string): string => {
  const { about: type, raisedAt: timestamp, forumId, dueOn, obligationKind, ...ids } = told;
  const { noticeId, obligationId, institutionId, submissionId, commitmentId } = ids;
  const known = Object.entries({
    ...{ forumId, noticeId, institutionId, obligationId, obligationKind, submissionId, commitmentId, dueOn },
    link: `${site}/${pageOf(told)}`,
  }).filter(([, value]) => value !== null);
  return JSON.stringify({ type, timestamp, data: Object.fromEntries(known) });
};
