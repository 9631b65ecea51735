/** Namespace of ids that are named by purpose: `uuidv5('obligation/<id>/remind/due-3d/v4', PURPOSE_NAMESPACE)`. */
export const PURPOSE_NAMESPACE = '6f1d7c52-6a3c-5b8e-9c1a-0d9b4f0e2a71';

/** Who acts when the clock does: the id of every process and reaction. */
export const PROCESS_ACTOR_ID = '00000000-0000-4000-8000-00000000c10c';
/** Stands where a forum is named and none is meant: what happens before the first forum, or in all of them. */
export const NO_FORUM_ID = '00000000-0000-4000-8000-0000000f0f0f';

/** Keys of texts that belong to no person have the text's id; those of a person have the person's id. */
export const ERASED_SUFFIX = '.erased.v1';
