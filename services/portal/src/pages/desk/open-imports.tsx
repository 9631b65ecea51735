import type { VNode } from 'preact';
import { Table } from '../kit/parts.tsx';
import type { Told } from '../kit/told.ts';

export type OpenImport = {
  readonly importId: string;
  readonly importKind: 'contributions' | 'proposals';
  readonly rows: number;
};

/** Imports that were staged and not decided upon: looked at, then accepted or discarded. */
export const OpenImports = ({
  imports,
  told,
}: {
  readonly imports: readonly OpenImport[];
  readonly told: Told;
}): VNode => {
  const { say, lang } = told;
  return (
    <Table
      rows={imports}
      columns={[
        {
          head: say('column.what'),
          cell: (one) => (
            <a href={`/${lang}/desk/imports/${one.importId}`}>
              {say(`import.${one.importKind}`)} {one.importId.slice(0, 8)}
            </a>
          ),
        },
        { head: say('import.rows'), isNumber: true, cell: (one) => one.rows },
        {
          head: say('import.decide'),
          cell: (one) => (
            <form method="post" action={`/${lang}/desk/imports/${one.importId}/commit`}>
              <input type="hidden" name="id" value={crypto.randomUUID()} />
              <input type="hidden" name="rows" value={one.rows} />
              <p class="acts">
                <button type="submit">{say('import.commit', { count: one.rows })}</button>
                <button
                  type="submit"
                  formAction={`/${lang}/desk/imports/${one.importId}/discard`}
                  class="second"
                >
                  {say('import.discard')}
                </button>
              </p>
            </form>
          ),
        },
      ]}
    />
  );
};
