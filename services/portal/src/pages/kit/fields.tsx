import type { ComponentChildren, VNode } from 'preact';

/** A field of a form with its name and a hint. */
export const Field = ({
  id,
  label,
  hint,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly children: ComponentChildren;
}): VNode => (
  <div class="field">
    <label for={id}>{label}</label>
    {hint ? <p class="hint">{hint}</p> : null}
    {children}
  </div>
);

/** What can be chosen. */
export const Options = ({
  choices,
  chosen,
}: {
  readonly choices: readonly (readonly [string, string])[];
  readonly chosen?: string;
}): VNode => (
  <>
    {choices.map(([value, name]) => (
      <option key={value} value={value} selected={value === chosen}>
        {name}
      </option>
    ))}
  </>
);
