/** What a signed link of a mail is for. Whoever holds the link is taken to be whom it was sent to, for this one thing. */
export type Link = {
  readonly purpose: 'verify' | 'receipt' | 'notice' | 'calendar';
  readonly forumId: string;
  readonly personId: string;
  /** The sealed address, the submission, the notice or the institution. */
  readonly subjectId: string;
  /** Instant of the forum's clock after which it opens nothing; null for one that stays good. */
  readonly until: string | null;
};
