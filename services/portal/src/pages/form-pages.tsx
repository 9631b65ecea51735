import type { ComponentChildren, VNode } from 'preact';
import type { Place } from '../queries/place.ts';
import { crumbsTo } from './kit/place.ts';
import { drawPage } from './kit/shell.tsx';
import { lastDayIn, type Told } from './kit/told.ts';
import { type Key, type Lang, saying } from './messages/say.ts';

export type Typed = Readonly<Record<string, string | undefined>>;
/** What is wrong with a field, or with the whole. */
export type FormError = { readonly field?: string; readonly message: string };
export type FormView = {
  readonly place: Place;
  /** Names what is sent, so that a form sent twice counts once. */
  readonly id: string;
  readonly typed: Typed;
  readonly errors: readonly FormError[];
  readonly closesAt: string | null;
};
const CLAUSES = ['title', 'problem', 'solution', 'results', 'milestones', 'leads', 'other'] as const;

type FieldProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly view: FormView;
  readonly children: (about: {
    readonly id: string;
    readonly 'aria-describedby'?: string;
    readonly 'aria-invalid'?: 'true';
  }) => VNode;
};
const Field = ({ name, label, hint, view, children }: FieldProps): VNode => {
  const error = view.errors.find((one) => one.field === name);
  const described = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ');
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
      {children({
        id: name,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(error ? { 'aria-invalid': 'true' as const } : {}),
      })}
    </div>
  );
};

const Choose = ({
  name,
  label,
  chosen,
  choices,
  view,
}: {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly choices: readonly (readonly [string, string])[];
  readonly view: FormView;
}): VNode => (
  <Field name={name} label={label} view={view}>
    {(about) => (
      <select name={name} {...about}>
        {choices.map(([value, shown]) => (
          <option key={value} value={value} selected={value === chosen}>
            {shown}
          </option>
        ))}
      </select>
    )}
  </Field>
);

const Errors = ({
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

const drawForm = (
  told: Told,
  view: FormView,
  about: {
    readonly path: string;
    readonly title: string;
    readonly until: Key;
    readonly closed: Key;
    readonly intro?: ComponentChildren;
    readonly fields: ComponentChildren;
  },
): string => {
  const { say, lang } = told;
  return drawPage({
    told,
    title: about.title,
    path: about.path,
    crumbs: crumbsTo(view.place, lang, say),
    rehearsalDay: view.place.rehearsal ? view.place.today : undefined,
    hasErrors: view.errors.length > 0,
    children: (
      <>
        <h1>{about.title}</h1>
        {about.intro}
        <Errors errors={view.errors} told={told} />
        {view.closesAt === null ? (
          <p>{say(about.closed as 'propose.closed')}</p>
        ) : (
          <form method="post" action={`/${lang}${about.path}`} noValidate>
            <p>{say(about.until, { day: lastDayIn(told, view.closesAt) })}</p>
            <p class="box">{say('form.privacy')}</p>
            <input type="hidden" name="id" value={view.id} />
            {about.fields}
            <Choose
              name="kind"
              label={say('form.kind')}
              chosen={view.typed.kind ?? 'person'}
              choices={[
                ['person', say('kinds.person')],
                ['organisation', say('kinds.organisation')],
              ]}
              view={view}
            />
            <Choose
              name="lang"
              label={say('form.lang')}
              chosen={view.typed.lang ?? lang}
              choices={[
                ['ko', say('form.lang.ko')],
                ['en', say('form.lang.en')],
              ]}
              view={view}
            />
            <button type="submit">{say('form.send')}</button>
          </form>
        )}
      </>
    ),
  });
};

/** The form of the call: a proposal in one's own words. */
export const proposeForm = (view: FormView, lang: Lang): string => {
  const told: Told = { lang, say: saying(lang), zone: view.place.forum.zone };
  const { say } = told;
  return drawForm(told, view, {
    path: `/cycles/${view.place.cycle.id}/propose`,
    title: say('propose.title'),
    until: 'propose.until',
    closed: 'propose.closed',
    fields: (
      <>
        <Field name="title" label={say('form.title')} hint={say('form.title.hint')} view={view}>
          {(about) => <input type="text" name="title" value={view.typed.title ?? ''} {...about} />}
        </Field>
        <Field name="body" label={say('form.body')} hint={say('form.body.hint')} view={view}>
          {(about) => (
            <textarea name="body" {...about}>
              {view.typed.body ?? ''}
            </textarea>
          )}
        </Field>
      </>
    ),
  });
};

/** The form of a consultation: an opinion on a commitment or one of its parts. */
export const contributeForm = (
  view: FormView & {
    readonly commitment: { readonly id: string; readonly number: number; readonly title: string };
  },
  lang: Lang,
): string => {
  const told: Told = { lang, say: saying(lang), zone: view.place.forum.zone };
  const { say } = told;
  const { id, number, title } = view.commitment;
  return drawForm(told, view, {
    path: `/commitments/${id}/contribute`,
    title: say('contribute.title', { number }),
    until: 'contribute.until',
    closed: 'contribute.closed',
    intro: (
      <p class="lead">
        <a href={`/${lang}/commitments/${id}`}>{title}</a>
      </p>
    ),
    fields: (
      <>
        <Choose
          name="clause"
          label={say('form.clause')}
          chosen={view.typed.clause ?? ''}
          choices={[
            ['', say('form.clause.any')],
            ...CLAUSES.map((one) => [one, say(`clause.${one}`)] as const),
          ]}
          view={view}
        />
        <Field name="text" label={say('form.text')} hint={say('form.text.hint')} view={view}>
          {(about) => (
            <textarea name="text" {...about}>
              {view.typed.text ?? ''}
            </textarea>
          )}
        </Field>
      </>
    ),
  });
};
