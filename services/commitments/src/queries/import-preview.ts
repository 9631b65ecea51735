import { ImportPreview, type ResultOf } from '@madang/contracts';
import { responds } from '@madang/decider';

export type PreviewRows = {
  readonly previewOf: (importId: string, take: number) => Promise<ResultOf<typeof ImportPreview> | undefined>;
};
/** Rows whose texts a preview names. */
const FIRST = 20;

export const importPreview = responds(ImportPreview, (rows: PreviewRows, { importId }) =>
  rows.previewOf(importId, FIRST),
);
