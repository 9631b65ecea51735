import type { ComponentChildren, VNode } from 'preact';
import type { DutyFound } from '../../queries/institution.ts';
import type { Named } from '../kit/desk.ts';
import { Field, Options } from '../kit/fields.tsx';
import type { Told } from '../kit/told.ts';

/** What was typed into one of the forms before it came back. */
export type TypedRepair = {
  readonly what: string;
  readonly code: string;
  readonly until: string;
  readonly to: string;
  readonly reason: string;
};
type Props = {
  readonly duty: DutyFound;
  readonly told: Told;
  readonly formId: string;
  readonly institutions: readonly Named[];
  readonly typed: TypedRepair | undefined;
};
const NOTHING: TypedRepair = { what: '', code: '', until: '', to: '', reason: '' };

const Form = ({
  what,
  props,
  children,
}: {
  readonly what: 'remind' | 'extend' | 'reassign';
  readonly props: Props;
  readonly children: (typed: TypedRepair) => ComponentChildren;
}): VNode => {
  const { duty, told, formId, typed } = props;
  const { say, lang } = told;
  const here = typed?.what === what ? typed : undefined;
  return (
    <details open={here !== undefined}>
      <summary>{say(`console.repair.${what}`)}</summary>
      <form method="post" action={`/${lang}/console/duties/${duty.id}/${what}`}>
        <input type="hidden" name="id" value={formId} />
        {children(here ?? NOTHING)}
        <Field
          id={`${what}-code`}
          label={say('console.repair.reason')}
          hint={say('console.repair.reason.hint')}
        >
          <input
            id={`${what}-code`}
            name="code"
            type="text"
            required
            maxLength={60}
            value={here?.code ?? ''}
          />
        </Field>
        <button type="submit">{say(`console.repair.${what}`)}</button>
      </form>
    </details>
  );
};

const Words = ({ what, told, value }: { what: string; told: Told; value: string }): VNode => (
  <Field
    id={`${what}-words`}
    label={told.say('console.repair.words')}
    hint={told.say('console.repair.words.hint')}
  >
    <textarea id={`${what}-words`} name="reason" class="short" required maxLength={10_000}>
      {value}
    </textarea>
  </Field>
);

/** What an operator may do to a duty itself: remind of it, give it more time, let another institution act. */
export const DutyRepairs = (props: Props): VNode => {
  const { duty, told, institutions } = props;
  const { say, lang } = told;
  return (
    <>
      <Form what="remind" props={props}>
        {() => null}
      </Form>
      <Form what="extend" props={props}>
        {({ until, reason }) => (
          <>
            <Field id="extend-until" label={say('console.repair.extend.until')}>
              <input id="extend-until" name="until" type="date" min={duty.dueOn} required value={until} />
            </Field>
            <Words what="extend" told={told} value={reason} />
          </>
        )}
      </Form>
      <Form what="reassign" props={props}>
        {({ to, reason }) => (
          <>
            <Field
              id="reassign-to"
              label={say('console.repair.reassign.to')}
              hint={say('console.repair.reassign.hint')}
            >
              <select id="reassign-to" name="to">
                <Options
                  choices={institutions
                    .filter((one) => one.id !== duty.actingInstitutionId)
                    .map((one) => [one.id, one.name[lang]])}
                  chosen={to}
                />
              </select>
            </Field>
            <Words what="reassign" told={told} value={reason} />
          </>
        )}
      </Form>
    </>
  );
};
