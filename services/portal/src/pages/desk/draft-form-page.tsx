import type { ComponentChildren, VNode } from 'preact';
import type { ContributionView } from '../../queries/contributions.ts';
import type { ProposalNamed } from '../../queries/drafting.ts';
import { Errors, type FieldSpec, Fields, type FormError, type Typed, tickedIn } from '../kit/form.tsx';
import { type Crumb, drawPage } from '../kit/shell.tsx';
import type { Told } from '../kit/told.ts';
import { firstWords, langOf } from '../kit/words.tsx';

export type DraftRow = {
  readonly prefix: string;
  readonly id: string;
  readonly fields: readonly FieldSpec[];
};
export type DraftFormView = {
  readonly told: Told;
  readonly title: string;
  readonly path: string;
  readonly crumbs: readonly Crumb[];
  readonly rehearsalDay: string | undefined;
  readonly id: string;
  readonly typed: Typed;
  readonly errors: readonly FormError[];
  readonly sections: readonly {
    readonly id: 'about' | 'words' | 'serves' | 'version';
    readonly fields: readonly FieldSpec[];
  }[];
  readonly milestones: readonly DraftRow[];
  readonly supporters: readonly DraftRow[];
  /** What it comes from; left out where a version names none. */
  /** Whether proposals may come to it: not once it is adopted. */
  readonly takesProposals: boolean;
  readonly sources:
    | {
        readonly proposals: readonly ProposalNamed[];
        readonly contributions: readonly ContributionView[];
        readonly asked: string;
        readonly found: number;
      }
    | undefined;
  readonly button: string;
  /** The latest version, when somebody else wrote it meanwhile. */
  readonly overtakenBy: { readonly id: string; readonly version: number } | undefined;
};

const Act = ({
  act,
  at,
  children,
}: {
  readonly act: string;
  readonly at: string;
  readonly children: ComponentChildren;
}): VNode => (
  <button type="submit" class="second" name="do" value={act} formAction={at}>
    {children}
  </button>
);

const Rows = ({
  kind,
  view,
}: {
  readonly kind: 'milestone' | 'supporter';
  readonly view: DraftFormView;
}): VNode => {
  const { told, typed, errors, path } = view;
  const { say, lang } = told;
  const rows = kind === 'milestone' ? view.milestones : view.supporters;
  const at = `/${lang}${path}#${kind}s`;
  return (
    <section id={`${kind}s`}>
      <h2>{say(`draft.${kind}s`)}</h2>
      <p class="hint">{say(`draft.hint.${kind}s`)}</p>
      {rows.map(({ prefix, id, fields }, n) => (
        <fieldset class="row" key={prefix} id={prefix}>
          <legend>{say(`draft.${kind}`, { number: n + 1 })}</legend>
          <input type="hidden" name={prefix} value={id} />
          <Fields fields={fields} typed={typed} errors={errors} />
          <Act act={`drop-${prefix}`} at={at}>
            {say(`draft.drop.${kind}`, { number: n + 1 })}
          </Act>
        </fieldset>
      ))}
      <Act act={`add-${kind}`} at={at}>
        {say(`draft.add.${kind}`)}
      </Act>
    </section>
  );
};

const Sources = ({ view }: { readonly view: DraftFormView }): VNode | null => {
  const { told, typed, sources, path } = view;
  const { say, lang } = told;
  if (!sources || (!view.takesProposals && sources.contributions.length === 0)) return null;
  const [proposals, because] = [tickedIn(typed, 'fromProposals'), tickedIn(typed, 'because')];
  return (
    <section id="sources">
      <h2>{say('draft.sources')}</h2>
      {view.takesProposals ? (
        <fieldset class="field" id="fromProposals">
          <legend>{say('draft.proposals')}</legend>
          <p class="hint">{say('draft.proposals.hint')}</p>
          {sources.proposals.map((one) => (
            <label class="tick" key={one.id}>
              <input
                type="checkbox"
                name="fromProposals"
                value={one.id}
                checked={proposals.includes(one.id)}
              />{' '}
              <span lang={langOf(one.title)}>{firstWords(one.title, told, 100)}</span>{' '}
              <span class="small">{[one.theme, say(`state.${one.state}`)].filter(Boolean).join(' · ')}</span>
            </label>
          ))}
          {sources.asked && sources.found === 0 ? <p role="status">{say('draft.find.none')}</p> : null}
          <label for="find">{say('draft.find')}</label>
          <input type="text" id="find" name="find" value={sources.asked} maxLength={200} />
          <p>
            <Act act="find" at={`/${lang}${path}#sources`}>
              {say('draft.find.go')}
            </Act>
          </p>
        </fieldset>
      ) : null}
      {sources.contributions.length > 0 ? (
        <fieldset class="field" id="because">
          <legend>{say('draft.because')}</legend>
          <p class="hint">{say('draft.because.hint')}</p>
          {sources.contributions.map((one) => (
            <label class="tick" key={one.id}>
              <input type="checkbox" name="because" value={one.id} checked={because.includes(one.id)} />{' '}
              <span lang={langOf(one.text)}>{firstWords(one.text, told, 100)}</span>{' '}
              <span class="small">{say(one.outcome ? `outcome.${one.outcome}` : `state.${one.state}`)}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
    </section>
  );
};

/** A commitment in the OGP template, drafted or written anew; rows are added and dropped by buttons that send nothing. */
export const draftFormPage = (view: DraftFormView): string => {
  const { told, title, path, typed, errors, overtakenBy } = view;
  const { say, lang } = told;
  return drawPage({
    ...{
      told,
      title,
      path,
      crumbs: view.crumbs,
      rehearsalDay: view.rehearsalDay,
      hasErrors: errors.length > 0,
    },
    children: (
      <>
        <h1>{title}</h1>
        <Errors errors={errors} told={told} />
        {overtakenBy ? (
          <p>
            <a href={`/${lang}/commitments/${overtakenBy.id}#version-${overtakenBy.version}`}>
              {say('draft.overtaken', { version: overtakenBy.version })}
            </a>
          </p>
        ) : null}
        <p>{say('draft.public')}</p>
        <form method="post" action={`/${lang}${path}`} noValidate>
          {/* Whoever presses Enter in a field sends the form, and adds no row. */}
          <button type="submit" hidden tabIndex={-1} aria-hidden="true" />
          <input type="hidden" name="id" value={view.id} />
          {overtakenBy ? (
            <label class="tick">
              <input type="checkbox" name="seen" value={overtakenBy.version} />{' '}
              {say('draft.overtaken.seen', { version: overtakenBy.version })}
            </label>
          ) : null}
          {typed.onVersion ? <input type="hidden" name="onVersion" value={String(typed.onVersion)} /> : null}
          {view.sections
            .filter((one) => one.id !== 'version')
            .map((one) => (
              <section key={one.id}>
                <h2>{say(`draft.section.${one.id}`)}</h2>
                <Fields fields={one.fields} typed={typed} errors={errors} />
              </section>
            ))}
          <Rows kind="milestone" view={view} />
          <Rows kind="supporter" view={view} />
          <Sources view={view} />
          {view.sections
            .filter((one) => one.id === 'version' && one.fields.length > 0)
            .map((one) => (
              <section key={one.id}>
                <h2>{say('draft.section.version')}</h2>
                <Fields fields={one.fields} typed={typed} errors={errors} />
              </section>
            ))}
          <p>
            <button type="submit">{view.button}</button>
          </p>
        </form>
      </>
    ),
  });
};
