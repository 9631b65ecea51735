type Name = { readonly ko: string; readonly en: string };
/** The forum and cycle that a page belongs to. */
export type Place = {
  readonly forum: { readonly id: string; readonly name: Name; readonly zone: string };
  readonly cycle: { readonly id: string; readonly name: Name };
  readonly today: string;
  readonly rehearsal: boolean;
};
