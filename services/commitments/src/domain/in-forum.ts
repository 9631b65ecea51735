/** What belongs to another forum does not exist for this one. */
export const inForum = <S extends { readonly forumId: string }>(
  state: S | undefined,
  forumId: string,
): S | undefined => (state?.forumId === forumId ? state : undefined);
