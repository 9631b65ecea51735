import type { ProcessKind } from '@madang/contracts';
import type { Look } from '../reconciler/reconcile.ts';
import { kindOf } from './process-kinds.ts';
import { troubleOf } from './trouble.ts';

export type Noted = { readonly processId: string; readonly forumId: string; readonly kind: ProcessKind };
/** Processes in trouble that the last comparison came by. Which they are Temporal's search does not know. */
export type Notes = {
  readonly look: Look;
  /** Those of a forum, or of all. */
  readonly of: (forumId: string | undefined) => readonly Noted[];
};

export const openNotes = (): Notes => {
  const noted = new Map<string, Noted>();
  return {
    look: (one) => {
      const kind = kindOf(one.type);
      const forumId = (one.searchAttributes.MadangForum as readonly string[] | undefined)?.[0];
      const trouble = troubleOf(one);
      // One whose step was not taken is found by its instant, and one that has ended among those that have.
      if (kind && forumId && (trouble?.code === 'task-failing' || trouble?.code === 'task-pending'))
        noted.set(one.workflowId, { processId: one.workflowId, forumId, kind });
      else noted.delete(one.workflowId);
    },
    of: (forumId) => [...noted.values()].filter((one) => forumId === undefined || one.forumId === forumId),
  };
};
