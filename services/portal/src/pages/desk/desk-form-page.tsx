import type { ComponentChildren } from 'preact';
import { Errors, type FieldSpec, Fields, type FormError, type Typed } from '../kit/form.tsx';
import { type Crumb, drawPage } from '../kit/shell.tsx';
import type { Told } from '../kit/told.ts';

export type DeskFormView = {
  readonly told: Told;
  readonly title: string;
  readonly path: string;
  readonly crumbs: readonly Crumb[];
  readonly rehearsalDay?: string | undefined;
  readonly intro?: ComponentChildren;
  /** Why there is nothing to fill in any more. */
  readonly over?: string | undefined;
  readonly fields: readonly FieldSpec[];
  readonly typed: Typed;
  readonly errors: readonly FormError[];
  /** Names what is sent, so that a form sent twice counts once. */
  readonly id: string;
  readonly button: string;
};

/** One form of a desk: what it is about, its fields, and one button. */
export const deskFormPage = ({
  told,
  title,
  path,
  crumbs,
  rehearsalDay,
  intro,
  over,
  fields,
  typed,
  errors,
  id,
  button,
}: DeskFormView): string =>
  drawPage({
    ...{ told, title, path, crumbs, rehearsalDay, hasErrors: errors.length > 0 },
    children: (
      <>
        <h1>{title}</h1>
        <Errors errors={errors} told={told} />
        {intro}
        {over === undefined ? (
          <form method="post" action={`/${told.lang}${path}`} noValidate>
            <input type="hidden" name="id" value={id} />
            <Fields fields={fields} typed={typed} errors={errors} />
            <button type="submit">{button}</button>
          </form>
        ) : (
          <p class="box">{over}</p>
        )}
      </>
    ),
  });
