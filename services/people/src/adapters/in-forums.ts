/** What narrows rows to some forums; all rows where none are named. */
export const inForums = (
  forumIds: readonly string[] | undefined,
): { readonly forumId?: { readonly in: string[] } } => (forumIds ? { forumId: { in: [...forumIds] } } : {});
