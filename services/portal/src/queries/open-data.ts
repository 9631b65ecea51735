import type { DataSet } from './data-sets.ts';
import { type TextRows, type TextView, textIn } from './texts.ts';

export type DataScope = { readonly cycleId: string; readonly forumId: string };
/** Cells by the name of their column; the words of a text are read by the id that stands there. `at`: where a reading goes on. */
type RowFound = Readonly<Record<string, unknown>> & { readonly at: string };
export type DataValue = string | number | boolean | TextView | null;

export type DataRows = TextRows & {
  /** Rows of a data set in the order of `at`, from the one after `after` on. */
  readonly dataAfter: (
    set: string,
    scope: DataScope,
    after: string | null,
    take: number,
  ) => Promise<readonly RowFound[]>;
};

/** Rows read at once; files are written while they are read, so memory does not grow with them. */
const AT_ONCE = 500;

/** Every row of a data set, whole however long, each as the values of its columns. */
export async function* openData(
  rows: DataRows,
  { name, columns }: DataSet,
  scope: DataScope,
): AsyncGenerator<readonly DataValue[]> {
  const texts = columns.filter((one) => one.type === 'text').map((one) => one.name);
  let after: string | null = null;
  for (;;) {
    const found: readonly RowFound[] = await rows.dataAfter(name, scope, after, AT_ONCE);
    const words = await rows.textsOf(
      found.flatMap((row) => texts.flatMap((text) => (row[text] as string | null) ?? [])),
    );
    for (const row of found)
      yield columns.map((column): DataValue => {
        const value = (row[column.name] ?? null) as DataValue;
        return column.type === 'text' ? textIn(words, value as string | null) : value;
      });
    after = found.at(-1)?.at ?? null;
    if (found.length < AT_ONCE) return;
  }
}
