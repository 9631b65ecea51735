/** A file that breaks one wall and no other, or (without `breaks`) none. */
export type Probe = { readonly breaks?: string; readonly file: string; readonly source: string };

export const breaks = (rule: string, file: string, source: string): Probe => ({ breaks: rule, file, source });
export const allowed = (file: string, source: string): Probe => ({ file, source });
