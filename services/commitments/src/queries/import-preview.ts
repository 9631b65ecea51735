import { holdsIn, ImportPreview, OpenImports, type ResultOf } from '@madang/contracts';
import { responds } from '@madang/decider';

export type PreviewRows = {
  readonly previewOf: (importId: string, take: number) => Promise<ResultOf<typeof ImportPreview> | undefined>;
  readonly openImportsOf: (forumId: string, take: number) => Promise<ResultOf<typeof OpenImports>['imports']>;
};
/** Rows whose texts a preview names. */
const FIRST = 20;

export const importPreview = responds(ImportPreview, async (rows: PreviewRows, { importId }, { actor }) => {
  const found = await rows.previewOf(importId, FIRST);
  return found && holdsIn(actor, found.forumId) ? found : undefined;
});
/** Open imports that a desk shows. */
const OPEN = 100;

export const openImports = responds(OpenImports, async (rows: PreviewRows, { forumId }) => ({
  imports: await rows.openImportsOf(forumId, OPEN),
}));
