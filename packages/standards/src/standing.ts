import type { Day } from './day.ts';

/**
 * `met` and `unmet` rest on what has happened; `not-yet` is still open, its `why` saying what is missing;
 * `not-applicable` asks nothing of this cycle.
 */
export type Status = 'met' | 'unmet' | 'not-yet' | 'not-applicable';

export type Evidence = Readonly<Record<string, Day | number | boolean | null | readonly Day[]>>;

/** What a check found: a status, a code that says why, and the facts it used. */
export type Finding = { readonly status: Status; readonly why: string; readonly evidence: Evidence };

/** A finding on a requirement of the pack. */
export type Standing = Finding & { readonly id: string };
