import type { VNode } from 'preact';
import type { Told } from './told.ts';

/** What is wrong with a field, or with the whole. */
export type FormError = { readonly field?: string; readonly message: string };
/** What somebody wrote into a form; lists are boxes that were ticked. */
export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A name in another language than the page says so; `before` comes before it in the page's own. */
export type Choice = readonly [
  value: string,
  name: string,
  lang?: string | undefined,
  before?: string | undefined,
];
type About = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** May be left empty. */
  readonly optional?: boolean;
};
/** A field of a form: `hidden` goes along unseen, `long` many lines, `day` a day, `time` a day with its time, `many` boxes to tick. */
export type FieldSpec = About &
  (
    | { readonly kind: 'text' | 'long'; readonly max: number; readonly short?: boolean }
    | { readonly kind: 'day' | 'time' | 'number' | 'link' | 'hidden' }
    | { readonly kind: 'choice' | 'many'; readonly choices: readonly Choice[] }
    | { readonly kind: 'file'; readonly accept: string }
  );

/** The first thing that was typed into a field. */
export const typedIn = (typed: Typed, name: string): string => {
  const value = typed[name];
  return (typeof value === 'string' ? value : value?.[0]) ?? '';
};
/** Everything that was ticked. */
export const tickedIn = (typed: Typed, name: string): readonly string[] => {
  const value = typed[name];
  return value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value;
};

const INPUTS = {
  text: 'text',
  day: 'date',
  time: 'datetime-local',
  number: 'number',
  link: 'url',
} as const;

type Props = { readonly field: FieldSpec; readonly typed: Typed; readonly error: FormError | undefined };

const Boxes = ({ field, typed, error }: Props): VNode => {
  const ticked = new Set(tickedIn(typed, field.name));
  return (
    <fieldset class="field" id={field.name}>
      <legend>{field.label}</legend>
      {field.hint ? <p class="hint">{field.hint}</p> : null}
      {error ? <p class="error">{error.message}</p> : null}
      {field.kind === 'many'
        ? field.choices.map(([value, name, lang, before]) => (
            <label class="tick" key={value}>
              <input type="checkbox" name={field.name} value={value} checked={ticked.has(value)} />{' '}
              {before ? `${before} ` : ''}
              {lang ? <span lang={lang}>{name}</span> : name}
            </label>
          ))
        : null}
    </fieldset>
  );
};

const Input = ({ field, typed, about }: Props & { readonly about: object }): VNode => {
  const { name, kind } = field;
  const value = typedIn(typed, name);
  if (kind === 'long')
    return (
      <textarea
        {...{ name, lang: typedIn(typed, 'lang') || undefined, ...about }}
        class={'short' in field && field.short ? 'short' : undefined}
      >
        {value}
      </textarea>
    );
  if (kind === 'choice')
    return (
      <select name={name} {...about}>
        {field.choices.map(([each, shown, lang]) => (
          <option key={each} value={each} lang={lang} selected={each === value}>
            {shown}
          </option>
        ))}
      </select>
    );
  if (kind === 'file') return <input type="file" name={name} accept={field.accept} {...about} />;
  const input: object = { type: INPUTS[kind as keyof typeof INPUTS], name, value, ...about };
  return <input {...input} />;
};

const One = (props: Props): VNode => {
  const { field, error } = props;
  if (field.kind === 'many') return <Boxes {...props} />;
  if (field.kind === 'hidden')
    return <input type="hidden" name={field.name} value={typedIn(props.typed, field.name)} />;
  const { name, label, hint } = field;
  const described = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ');
  const about = {
    id: name,
    ...(described ? { 'aria-describedby': described } : {}),
    ...(error ? { 'aria-invalid': 'true' as const } : {}),
  };
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {hint ? (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p class="error" id={`${name}-error`}>
          {error.message}
        </p>
      ) : null}
      <Input {...props} about={about} />
    </div>
  );
};

/** Fields with what was typed and what is wrong beside each. */
export const Fields = ({
  fields,
  typed,
  errors,
}: {
  readonly fields: readonly FieldSpec[];
  readonly typed: Typed;
  readonly errors: readonly FormError[];
}): VNode => (
  <>
    {fields.map((field) => (
      <One
        key={field.name}
        field={field}
        typed={typed}
        error={errors.find((one) => one.field === field.name)}
      />
    ))}
  </>
);

/** Everything that is wrong, first of all, each with the way to its field. */
export const Errors = ({
  errors,
  told,
}: {
  readonly errors: readonly FormError[];
  readonly told: Told;
}): VNode | null =>
  errors.length === 0 ? null : (
    <div class="errors" role="alert" aria-labelledby="errors">
      <h2 id="errors">{told.say('error.title')}</h2>
      <ul class="plain">
        {errors.map((one) => (
          <li key={one.message}>{one.field ? <a href={`#${one.field}`}>{one.message}</a> : one.message}</li>
        ))}
      </ul>
    </div>
  );
