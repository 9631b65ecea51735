import type { ImportColumn, ImportKind, RowError } from '../../queries/imports.ts';
import { Errors, type FormError } from '../kit/form.tsx';
import { Facts, Table, Tag } from '../kit/parts.tsx';
import { type Crumb, drawPage } from '../kit/shell.tsx';
import { dayIn, type Told } from '../kit/told.ts';

type Shown = {
  readonly told: Told;
  readonly crumbs: readonly Crumb[];
  readonly rehearsalDay: string | undefined;
};
export type UploadView = Shown & {
  readonly kind: ImportKind;
  readonly cycleId: string;
  readonly columns: readonly ImportColumn[];
  readonly id: string;
  readonly errors: readonly FormError[];
  readonly wrong: readonly RowError[];
};
/** Rows that are named; there may be ten thousand. */
const NAMED = 100;

/** The form that takes a table, and what was wrong with the last one: row by row, nothing of it was kept. */
export const uploadPage = (view: UploadView): string => {
  const { told, kind, cycleId, wrong } = view;
  const { say, lang } = told;
  const at = `/desk/import-${kind}/${cycleId}`;
  return drawPage({
    ...{ told, title: say(`import.${kind}`), path: at, crumbs: view.crumbs },
    ...{ rehearsalDay: view.rehearsalDay, hasErrors: view.errors.length + wrong.length > 0 },
    children: (
      <>
        <h1>{say(`import.${kind}`)}</h1>
        <Errors errors={view.errors} told={told} />
        {wrong.length > 0 ? (
          <div class="errors" role="alert" aria-labelledby="wrong">
            <h2 id="wrong">{say('import.wrong', { count: wrong.length })}</h2>
            <p>{say('import.wrong.nothing')}</p>
            <Table
              rows={wrong.slice(0, NAMED)}
              columns={[
                {
                  head: say('import.row'),
                  isNumber: true,
                  cell: (one) => (one.number === 0 ? say('import.file') : one.number),
                },
                {
                  head: say('import.column'),
                  cell: (one) => (one.column ? say(`import.column.${one.column}`) : ''),
                },
                { head: say('import.why'), cell: (one) => say(`import.why.${one.code}`) },
              ]}
            />
          </div>
        ) : null}
        <p>{say('import.text')}</p>
        <ul>
          {view.columns.map((column) => (
            <li key={column}>
              <strong>{say(`import.column.${column}`)}</strong> {say(`import.hint.${column}`)}
            </li>
          ))}
        </ul>
        <p>
          <a href={`/${lang}/desk/import-template/${kind}.csv`}>{say('import.template')}</a>
        </p>
        <form method="post" action={`/${lang}${at}`} encType="multipart/form-data">
          <input type="hidden" name="id" value={view.id} />
          <div class="field">
            <label for="file">{say('import.choose')}</label>
            <p class="hint" id="file-hint">
              {say('import.choose.hint')}
            </p>
            <input
              type="file"
              id="file"
              name="file"
              required
              accept=".csv,.xlsx,text/csv"
              aria-describedby="file-hint"
            />
          </div>
          <button type="submit">{say('import.look')}</button>
        </form>
      </>
    ),
  });
};

export type PreviewView = Shown & {
  readonly importId: string;
  readonly cycleId: string;
  readonly kind: ImportKind;
  readonly state: 'staged' | 'committed' | 'discarded';
  readonly rows: number;
  readonly first: readonly {
    readonly thingId: string;
    readonly number: number | null;
    readonly commitment: number | null;
    readonly channel: string | null;
    readonly receivedOn: string | null;
    readonly lang: string;
    readonly words: string;
  }[];
  /** Rows that say what an earlier row says, or what is public already. */
  readonly twice: readonly {
    readonly number: number;
    readonly repeats: number | null;
    readonly isKnown: boolean;
  }[];
  readonly id: string;
  readonly errors: readonly FormError[];
};

/** What was staged, before it counts: how many, the first words, what is there twice; then all of it or nothing. */
export const importPreviewPage = (view: PreviewView): string => {
  const { told, importId, state, rows } = view;
  const { say, lang } = told;
  const at = `/desk/imports/${importId}`;
  const repeated = view.twice.flatMap(({ number, repeats }) => (repeats ? [`${number} (=${repeats})`] : []));
  const known = view.twice.flatMap(({ number, isKnown }) => (isKnown ? [number] : []));
  return drawPage({
    ...{ told, title: say('import.preview'), path: at, crumbs: view.crumbs },
    ...{ rehearsalDay: view.rehearsalDay, hasErrors: view.errors.length > 0 },
    children: (
      <>
        <h1>{say('import.preview')}</h1>
        <Errors errors={view.errors} told={told} />
        <Facts
          facts={[
            [say('column.what'), say(`import.${view.kind}`)],
            [say('import.rows'), rows],
            [
              say('column.state'),
              <Tag key="state" tone={state === 'committed' ? 'good' : 'plain'}>
                {say(`import.state.${state}`)}
              </Tag>,
            ],
          ]}
        />
        {repeated.length > 0 ? (
          <p class="warn">{say('import.repeated', { rows: repeated.join(', ') })}</p>
        ) : null}
        {known.length > 0 ? <p class="warn">{say('import.known', { rows: known.join(', ') })}</p> : null}
        {state === 'staged' ? (
          <>
            <p class="box">{say('import.commit.hint')}</p>
            <form method="post" action={`/${lang}${at}/commit`}>
              <input type="hidden" name="id" value={view.id} />
              <input type="hidden" name="rows" value={rows} />
              <p class="acts">
                <button type="submit">{say('import.commit', { count: rows })}</button>
                <button type="submit" formAction={`/${lang}${at}/discard`} class="second">
                  {say('import.discard')}
                </button>
              </p>
            </form>
          </>
        ) : (
          <p>
            <a href={`/${lang}/desk/cycles/${view.cycleId}`}>{say('import.back')}</a>
          </p>
        )}
        {view.first.length > 0 ? (
          <>
            <h2>{say('import.first', { count: view.first.length })}</h2>
            <ul class="list">
              {view.first.map((one) => (
                <li key={one.thingId}>
                  <p class="small">
                    {[
                      one.number ? say('import.row.number', { number: one.number }) : '',
                      one.commitment ? say('contribution.on', { number: one.commitment }) : '',
                      one.channel ? say(`channel.${one.channel as 'online'}`) : '',
                      one.receivedOn ? dayIn(told, one.receivedOn) : '',
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                  <div class="words" lang={one.lang}>
                    {one.words}
                  </div>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </>
    ),
  });
};
