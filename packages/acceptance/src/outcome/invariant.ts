/** Something that must hold after every run. */
export type Invariant = { readonly name: string; readonly holds: boolean; readonly detail: string };
