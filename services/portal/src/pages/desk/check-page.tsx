import type { ComponentChildren, VNode } from 'preact';
import { type FieldSpec, type Typed, tickedIn, typedIn } from '../kit/form.tsx';
import { Facts } from '../kit/parts.tsx';
import { type Crumb, drawPage } from '../kit/shell.tsx';
import { dayIn, type Told } from '../kit/told.ts';

export type CheckView = {
  readonly told: Told;
  readonly title: string;
  readonly path: string;
  readonly crumbs: readonly Crumb[];
  readonly rehearsalDay?: string | undefined;
  readonly fields: readonly FieldSpec[];
  readonly typed: Typed;
  readonly shown: ComponentChildren;
  readonly id: string;
  readonly button: string;
};

/** What was answered to a field, in the words of the form; boxes are shown by whoever asks for the check. */
const answerTo = (field: FieldSpec, typed: Typed, told: Told): string => {
  const value = typedIn(typed, field.name).trim();
  if (field.kind === 'many' || field.kind === 'hidden') return '';
  if (field.kind === 'choice') return field.choices.find(([each]) => each === value)?.[1] ?? '';
  return field.kind === 'day' && value !== '' ? dayIn(told, value) : value;
};

/** Everything that was typed goes along, so that the form can be taken up again as it was left. */
const Kept = ({ typed }: { readonly typed: Typed }): VNode => (
  <>
    {Object.keys(typed)
      .filter((name) => name !== 'id' && name !== 'looked')
      .flatMap((name) =>
        tickedIn(typed, name).map((value) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        )),
      )}
  </>
);

/** What is about to count, before it does: looked at, then sent or mended. Works without script. */
export const checkPage = (view: CheckView): string => {
  const { told, title, fields, typed } = view;
  const { say, lang } = told;
  return drawPage({
    ...{ told, title: say('check.title', { what: title }), path: view.path, crumbs: view.crumbs },
    rehearsalDay: view.rehearsalDay,
    children: (
      <>
        <h1>{say('check.title', { what: title })}</h1>
        <Facts
          facts={fields.map((field) => {
            const answer = answerTo(field, typed, told);
            return [field.label, answer === '' ? '' : <div class="words">{answer}</div>] as const;
          })}
        />
        {view.shown}
        <p class="box">{say('check.hint')}</p>
        <form method="post" action={`/${lang}${view.path}`}>
          <input type="hidden" name="id" value={view.id} />
          <Kept typed={typed} />
          <p class="acts">
            <button type="submit" name="looked" value="yes">
              {view.button}
            </button>
            <button type="submit" name="looked" value="again" class="second">
              {say('check.change')}
            </button>
          </p>
        </form>
      </>
    ),
  });
};
