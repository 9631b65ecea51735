import type { ComponentChildren, VNode } from 'preact';
import type { DutyView } from './duty-view.ts';
import { EvidenceInput } from './kit/evidence-input.tsx';
import { Field, Options } from './kit/fields.tsx';
import type { Told } from './kit/told.ts';
import { verdictsOf } from './kit/verdicts.ts';
import { ReportsForm, type Typed } from './reports-form.tsx';

type Props = { readonly view: DutyView; readonly told: Told };

/** What was typed into one form before it came back. */
const typedIn = ({ typed }: DutyView, what: string): Typed => (typed.what === what ? typed : {});

const Form = ({
  view,
  told,
  what,
  withFiles,
  children,
}: Props & {
  readonly what: string;
  readonly withFiles?: boolean;
  readonly children: ComponentChildren;
}): VNode => (
  <form
    method="post"
    action={`/${told.lang}/duties/${view.duty.id}/${what}`}
    encType={withFiles ? 'multipart/form-data' : undefined}
  >
    <input type="hidden" name="id" value={view.formId} />
    {children}
  </form>
);

const Reason = ({ id, typed, told }: { readonly id: string; readonly typed: Typed; readonly told: Told }) => (
  <Field id={id} label={told.say('duty.reason')}>
    <textarea id={id} name="reason" required maxLength={10_000}>
      {typed.reason ?? ''}
    </textarea>
  </Field>
);

const Discharge = ({ view, told }: Props): VNode => {
  const { say } = told;
  const given = typedIn(view, 'discharge');
  return (
    <Form {...{ view, told }} what="discharge" withFiles>
      <Field id="verdict" label={say('duty.verdict')}>
        <select id="verdict" name="verdict">
          <Options
            choices={verdictsOf(view.duty.obligationKind).map((one) => [one, say(`verdict.${one}`)])}
            chosen={given.verdict ?? ''}
          />
        </select>
      </Field>
      <Field id="note" label={say('duty.note')} hint={say('duty.note.hint')}>
        <textarea id="note" name="note" maxLength={20_000}>
          {given.note ?? ''}
        </textarea>
      </Field>
      <EvidenceInput name="evidence" link={given.evidence ?? ''} kept={view.kept} told={told} />
      <button type="submit">{say('duty.discharge')}</button>
    </Form>
  );
};

/** The forms by which a duty is answered, more time asked, or handed on. */
export const DutyForms = ({ view, told }: Props): VNode => {
  const { say, lang } = told;
  const { duty, formId, institutions } = view;
  const [given, more, other] = [
    typedIn(view, 'discharge'),
    typedIn(view, 'extend'),
    typedIn(view, 'delegate'),
  ];
  const reports =
    duty.obligationKind === 'progress-report' && duty.windowId
      ? ReportsForm({
          ...{ told, formId, rows: view.rows, commitments: view.commitments },
          institutionId: duty.institutionId,
          windowId: duty.windowId,
          action: `/${lang}/duties/${duty.id}/reports`,
        })
      : null;
  return (
    <>
      <h2>{say('duty.answer')}</h2>
      {reports}
      {reports ? (
        // Reports discharge the duty by themselves: this is for what cannot be reported any more.
        <details open={given.what !== undefined}>
          <summary>{say('duty.discharge.otherwise')}</summary>
          <Discharge view={view} told={told} />
        </details>
      ) : (
        <Discharge view={view} told={told} />
      )}
      <details open={more.what !== undefined}>
        <summary>{say('duty.extend')}</summary>
        <Form {...{ view, told }} what="extend">
          <Field id="until" label={say('duty.extend.until')} hint={say('duty.extend.hint')}>
            <input id="until" name="until" type="date" min={duty.dueOn} value={more.until ?? ''} required />
          </Field>
          <Reason id="extend-reason" typed={more} told={told} />
          <button type="submit">{say('duty.extend')}</button>
        </Form>
      </details>
      <details open={other.what !== undefined}>
        <summary>{say('duty.delegate')}</summary>
        <Form {...{ view, told }} what="delegate">
          <Field id="to" label={say('duty.delegate.to')} hint={say('duty.delegate.hint')}>
            <select id="to" name="to">
              <Options
                choices={institutions
                  .filter((one) => one.id !== duty.actingInstitutionId)
                  .map((one) => [one.id, one.name[lang]])}
                chosen={other.to ?? ''}
              />
            </select>
          </Field>
          <Reason id="delegate-reason" typed={other} told={told} />
          <button type="submit">{say('duty.delegate')}</button>
        </Form>
      </details>
    </>
  );
};
