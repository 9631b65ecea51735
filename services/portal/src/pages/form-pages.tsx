import type { ComponentChildren, VNode } from 'preact';
import type { Place } from '../queries/place.ts';
import { Errors, type FieldSpec, Fields, type FormError, type Typed, typedIn } from './kit/form.tsx';
import { crumbsTo } from './kit/place.ts';
import { drawPage } from './kit/shell.tsx';
import { lastDayIn, type Told } from './kit/told.ts';
import { type Key, type Lang, type Say, saying } from './messages/say.ts';

export type FormView = {
  readonly place: Place;
  /** Names what is sent, so that a form sent twice counts once. */
  readonly id: string;
  readonly typed: Typed;
  readonly errors: readonly FormError[];
  readonly closesAt: string | null;
};
/** The parts of a commitment somebody may write about. */
export const CLAUSES = ['title', 'problem', 'solution', 'results', 'milestones', 'leads', 'other'] as const;

/** Which part of a commitment somebody writes about. */
export const clauseField = (say: Say): FieldSpec => ({
  ...{ name: 'clause', kind: 'choice', label: say('form.clause'), optional: true },
  choices: [['', say('form.clause.any')], ...CLAUSES.map((one) => [one, say(`clause.${one}`)] as const)],
});
/** As whom somebody writes, and in which language. */
export const writerFields = (say: Say): readonly FieldSpec[] => [
  {
    ...{ name: 'kind', kind: 'choice', label: say('form.kind') },
    choices: [
      ['person', say('kinds.person')],
      ['organisation', say('kinds.organisation')],
    ],
  },
  langField(say),
];
export const langField = (say: Say): FieldSpec => ({
  ...{ name: 'lang', kind: 'choice', label: say('form.lang') },
  choices: [
    ['ko', say('form.lang.ko'), 'ko'],
    ['en', say('form.lang.en'), 'en'],
  ],
});

type About = {
  readonly path: string;
  readonly title: string;
  readonly until: Key;
  readonly closed: Key;
  readonly intro?: ComponentChildren;
  readonly fields: readonly FieldSpec[];
};

/** Whoever was still writing when it closed keeps every word. */
const Closed = ({
  about,
  typed,
  told,
}: {
  readonly about: About;
  readonly typed: Typed;
  readonly told: Told;
}): VNode => {
  const { say } = told;
  const kept = about.fields.filter(({ name, kind }) => kind !== 'choice' && typedIn(typed, name) !== '');
  return (
    <>
      <p>{say(about.closed as 'propose.closed')}</p>
      {kept.length > 0 ? <p role="alert">{say('form.closed.kept')}</p> : null}
      {kept.map(({ name, label }) => (
        <div class="field" key={name}>
          <label for={name}>{label}</label>
          <textarea id={name} readonly>
            {typedIn(typed, name)}
          </textarea>
        </div>
      ))}
    </>
  );
};

const drawForm = (told: Told, view: FormView, about: About): string => {
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
          <Closed about={about} typed={view.typed} told={told} />
        ) : (
          <form method="post" action={`/${lang}${about.path}`} noValidate>
            <p>{say(about.until, { day: lastDayIn(told, view.closesAt) })}</p>
            <p class="box">{say('form.privacy')}</p>
            <input type="hidden" name="id" value={view.id} />
            <Fields
              fields={[...about.fields, ...writerFields(say)]}
              typed={{ ...view.typed, lang: view.typed.lang ?? lang }}
              errors={view.errors}
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
    fields: [
      { name: 'title', kind: 'text', max: 300, label: say('form.title'), hint: say('form.title.hint') },
      { name: 'body', kind: 'long', max: 20_000, label: say('form.body'), hint: say('form.body.hint') },
    ],
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
    fields: [
      clauseField(say),
      { name: 'text', kind: 'long', max: 20_000, label: say('form.text'), hint: say('form.text.hint') },
    ],
  });
};
