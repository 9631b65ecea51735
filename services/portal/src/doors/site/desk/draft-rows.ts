import { v5 as uuidv5 } from 'uuid';
import { type Typed, typedIn } from '../../../pages/kit/form.tsx';
import { thingOf } from '../taking-forms.ts';

export type RowKind = 'milestone' | 'supporter';
const MOST: Readonly<Record<RowKind, number>> = { milestone: 50, supporter: 50 };

/** Begin of the names of a row's fields; the hidden field of that name carries the id the row is for. */
const prefixOf = (kind: RowKind, at: number): string => `${kind}-${at}`;

/** Prefixes of the rows of a kind that a form holds, in their order. */
export const rowsIn = (kind: RowKind, typed: Typed): readonly string[] =>
  Object.keys(typed)
    .flatMap((name) => {
      const found = name.match(/^(milestone|supporter)-(\d{1,3})$/);
      return found?.[1] === kind ? [Number(found[2])] : [];
    })
    .toSorted((a, b) => a - b)
    .slice(0, MOST[kind])
    .map((at) => prefixOf(kind, at));

/** With an empty row more, whose id follows from the form: sent twice, it makes the same milestone. */
export const withRow = (kind: RowKind, typed: Typed, formId: string): Typed => {
  const rows = rowsIn(kind, typed);
  if (rows.length >= MOST[kind]) return typed;
  const at = Math.max(0, ...rows.map((one) => Number(one.slice(kind.length + 1)))) + 1;
  const prefix = prefixOf(kind, at);
  return { ...typed, [prefix]: kind === 'milestone' ? uuidv5(prefix, thingOf({ id: formId })) : '' };
};

/** Without one row. */
export const withoutRow = (typed: Typed, prefix: string): Typed =>
  Object.fromEntries(
    Object.entries(typed).filter(([name]) => name !== prefix && !name.startsWith(`${prefix}-`)),
  );

/** What a button of the form asks for besides sending it; `undefined` when it is to be sent. */
export const reworked = (typed: Typed, formId: string): Typed | undefined => {
  const act = typedIn(typed, 'do');
  if (act === 'find') return typed;
  if (act === 'add-milestone' || act === 'add-supporter')
    return withRow(act === 'add-milestone' ? 'milestone' : 'supporter', typed, formId);
  return act.startsWith('drop-') ? withoutRow(typed, act.slice('drop-'.length)) : undefined;
};
