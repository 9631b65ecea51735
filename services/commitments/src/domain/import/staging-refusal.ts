import { dayOf } from '@madang/calendar';
import type { IMPORT_ROWS } from '@madang/contracts';
import { alreadySo, type Decision, refused } from '@madang/decider';
import type { Import } from './state.ts';

/** Most rows of an import; the contract says so. */
const MOST: typeof IMPORT_ROWS = 10_000;

type Row = { readonly receivedOn: string };
/** Rows that cannot be taken, by their number from one on, and why. At most twenty are named. */
export const rowsRefusal = <R extends Row>(
  rows: readonly R[],
  wrong: (row: R) => string | undefined,
): Decision | undefined => {
  const found = rows.flatMap((row, index) => {
    const why = wrong(row);
    return why ? [`${index + 1} ${why}`] : [];
  });
  return found.length === 0
    ? undefined
    : refused('rows-do-not-fit', 'Mend the rows that are named and stage this part again.', {
        count: found.length,
        rows: found.slice(0, 20).join(', '),
      });
};

/** What was received after the closing day came too late, however it came. */
export const receivedTooLate = (
  { receivedOn }: Row,
  { closesAt, zone }: { readonly closesAt: string; readonly zone: string },
  now: string,
): string | undefined => {
  if (receivedOn > dayOf(now, zone)) return 'received-in-the-future';
  return receivedOn > dayOf(closesAt, zone) ? 'received-after-closing' : undefined;
};

type Staging = {
  readonly forumId: string;
  readonly importId: string;
  readonly chunkId: string;
  readonly importKind: Import['importKind'];
  readonly ofId: string;
  readonly rows: number;
};
/** Whether a part may be staged: into an import that is not decided upon, of one kind, for one consultation or call. */
export const stagingRefusal = (self: Import | undefined, staging: Staging): Decision | undefined => {
  if (!self)
    return staging.rows > MOST
      ? refused('import-too-large', 'Split it into several imports.', { most: MOST })
      : undefined;
  const { forumId, importId, importKind, ofId, rows } = staging;
  if (self.forumId !== forumId || self.importKind !== importKind || self.ofId !== ofId)
    return refused('import-of-something-else', 'Choose another id for this import.', { importId });
  if (self.status === 'committed')
    return refused('import-already-committed', 'Begin another import.', { importId });
  if (self.status === 'discarded')
    return refused('import-already-discarded', 'Begin another import.', { importId });
  if (self.chunkIds.includes(staging.chunkId)) return alreadySo();
  return self.rows + rows > MOST
    ? refused('import-too-large', 'Split it into several imports.', { most: MOST })
    : undefined;
};
