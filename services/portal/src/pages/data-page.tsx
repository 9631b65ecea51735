import type { VNode } from 'preact';
import type { DataColumn, DataSet } from '../queries/data-sets.ts';
import type { Place } from '../queries/place.ts';
import { toldIn } from './kit/desk.ts';
import { Table } from './kit/parts.tsx';
import { drawPage } from './kit/shell.tsx';
import type { Told } from './kit/told.ts';
import type { Lang } from './messages/say.ts';
import { tellCode, tellColumn, tellSet } from './messages/telling-data.ts';

export type DataView = { readonly place: Place; readonly sets: readonly DataSet[] };

const typeOf = ({ type }: DataColumn) =>
  type === 'id' || type === 'ids' || type === 'text' ? 'string' : type;

const Means = ({
  set,
  column,
  lang,
}: {
  readonly set: DataSet;
  readonly column: DataColumn;
  readonly lang: Lang;
}): VNode => {
  const { title, text } = tellColumn(lang, set, column);
  return (
    <>
      {title}
      {text ? `. ${text}` : ''}
      {column.codes ? (
        <span class="small">
          {' '}
          {column.codes.values.map((one, at) => (
            <span key={one}>
              {at > 0 ? ', ' : ''}
              <code>{one}</code> {tellCode(lang, column, one)}
            </span>
          ))}
        </span>
      ) : null}
    </>
  );
};

const One = ({
  set,
  cycleId,
  told,
}: {
  readonly set: DataSet;
  readonly cycleId: string;
  readonly told: Told;
}): VNode => {
  const { say, lang } = told;
  const { title, text } = tellSet(lang, set);
  return (
    <section>
      <h2 id={set.name}>{title}</h2>
      <p>{text}</p>
      <p>
        {(['csv', 'xlsx'] as const).map((kind) => (
          <span key={kind}>
            <a
              href={`/${lang}/cycles/${cycleId}/${set.name}.${kind}`}
              aria-label={`${title}, ${kind.toUpperCase()}`}
            >
              {kind.toUpperCase()}
            </a>{' '}
          </span>
        ))}
      </p>
      <details>
        <summary>{say('data.columns', { count: set.columns.length })}</summary>
        <Table
          rows={set.columns}
          columns={[
            { head: say('data.column'), cell: (one) => <code>{one.name}</code> },
            { head: say('data.type'), cell: (one) => say(`data.type.${typeOf(one)}`) },
            { head: say('data.means'), cell: (one) => <Means set={set} column={one} lang={lang} /> },
          ]}
        />
      </details>
    </section>
  );
};

/** Everything that can be taken along of a cycle: what each file holds, column by column, and where it is. */
export const dataPage = ({ place, sets }: DataView, lang: Lang): string => {
  const told = toldIn(lang);
  const { say } = told;
  const at = `/cycles/${place.cycle.id}`;
  return drawPage({
    ...{ told, title: say('data.title'), path: `${at}/data` },
    rehearsalDay: place.rehearsal ? place.today : undefined,
    crumbs: [
      { href: `/forums/${place.forum.id}`, name: place.forum.name[lang] },
      { href: at, name: place.cycle.name[lang] },
    ],
    children: (
      <>
        <h1>{say('data.title')}</h1>
        <p class="lead">{place.cycle.name[lang]}</p>
        <p>{say('data.text')}</p>
        <p>
          <a class="button" href={`/${lang}${at}/data.zip`}>
            {say('data.all')}
          </a>
        </p>
        <p>
          <a href={`/${lang}${at}/datapackage.json`}>{say('data.package')}</a>
        </p>
        {sets.map((set) => (
          <One key={set.name} set={set} cycleId={place.cycle.id} told={told} />
        ))}
      </>
    ),
  });
};
