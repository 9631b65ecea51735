import type { ComponentChildren, VNode } from 'preact';
import type { Told } from './told.ts';

type Tone = 'good' | 'warn' | 'bad' | 'plain';

/** A state in words; its colour says nothing that the words do not. */
export const Tag = ({
  tone = 'plain',
  children,
}: {
  readonly tone?: Tone;
  readonly children: ComponentChildren;
}): VNode => <span class={`tag ${tone}`}>{children}</span>;

/** How an outcome or a completion is toned. */
export const toneOf = (of: string): Tone => {
  if (
    [
      'adopted',
      'partly-adopted',
      'merged',
      'already-covered',
      'complete',
      'substantial',
      'answered',
      'part-of',
      'carried',
    ].includes(of)
  )
    return 'good';
  if (['limited', 'overdue', 'approaching', 'waived'].includes(of)) return 'warn';
  return ['silent', 'missed', 'set-aside', 'not-started', 'withdrawn', 'notCarried'].includes(of)
    ? 'bad'
    : 'plain';
};

export type Column<T> = {
  readonly head: string;
  readonly cell: (row: T) => ComponentChildren;
  readonly isNumber?: boolean;
};

/** A table whose rows become cards where the window is narrow; the first column names the row. */
export const Table = <T,>({
  caption,
  columns,
  rows,
}: {
  readonly caption?: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
}): VNode => (
  <table class="cards">
    {caption ? <caption>{caption}</caption> : null}
    <thead>
      <tr>
        {columns.map(({ head, isNumber }) => (
          <th key={head} scope="col" class={isNumber ? 'number' : undefined}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row, at) => (
        <tr key={at}>
          {columns.map(({ head, cell, isNumber }, column) =>
            column === 0 ? (
              <th key={head} scope="row">
                {cell(row)}
              </th>
            ) : (
              <td key={head} data-label={head} class={isNumber ? 'number' : undefined}>
                {cell(row)}
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
);

/** Names and values; what is null is left out. */
export const Facts = ({
  facts,
}: {
  readonly facts: readonly (readonly [name: string, value: ComponentChildren])[];
}): VNode => (
  <dl class="facts">
    {facts
      .filter(([, value]) => value !== null && value !== '')
      .flatMap(([name, value]) => [<dt key={`${name} name`}>{name}</dt>, <dd key={name}>{value}</dd>])}
  </dl>
);

type Choice = readonly [value: string, name: string];
export type Filter = {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly choices: readonly Choice[];
};

/** What to show, as a form that needs no script; choices stand in the address, so a view can be passed on. */
export const Filters = ({
  filters,
  told,
}: {
  readonly filters: readonly Filter[];
  readonly told: Told;
}): VNode => (
  <form method="get" class="filters" aria-label={told.say('proposals.filter')}>
    {filters
      .filter((one) => one.choices.length > 0)
      .map(({ name, label, chosen, choices }) => (
        <div key={name}>
          <label for={`filter-${name}`}>{label}</label>
          <select id={`filter-${name}`} name={name}>
            <option value="">{told.say('filter.all')}</option>
            {choices.map(([value, shown]) => (
              <option key={value} value={value} selected={value === chosen}>
                {shown}
              </option>
            ))}
          </select>
        </div>
      ))}
    <button type="submit">{told.say('filter.apply')}</button>
  </form>
);

/** Addresses of the next page and the first, keeping what was chosen. `name` and `of` where a page holds several lists. */
export const Pager = ({
  next,
  chosen,
  isFirst,
  told,
  name = 'cursor',
  of,
}: {
  readonly name?: string;
  /** The heading of the list. */
  readonly of?: { readonly id: string; readonly name: string };
  readonly next: string | number | null;
  readonly chosen: Readonly<Record<string, string | undefined>>;
  readonly isFirst: boolean;
  readonly told: Told;
}): VNode | null => {
  const kept = Object.entries(chosen).flatMap(([key, value]) => (value ? [[key, value] as const] : []));
  const query = (more: readonly (readonly [string, string])[]): string =>
    `?${new URLSearchParams([...kept, ...more].map(([key, value]) => [key, value]))}${of ? `#${of.id}` : ''}`;
  if (isFirst && next === null) return null;
  return (
    <nav class="pager" aria-label={of?.name ?? told.say('pager.next')}>
      {isFirst ? null : <a href={query([])}>{told.say('pager.first')}</a>}
      {next === null ? null : (
        <a rel="next" href={query([[name, String(next)]])}>
          {told.say('pager.next')}
        </a>
      )}
    </nav>
  );
};
