import type { VNode } from 'preact';
import type { CommitmentPage } from '../queries/commitments.ts';
import { EvidenceInput, type KeptFile } from './kit/evidence-input.tsx';
import { Field, Options } from './kit/fields.tsx';
import { dayIn, type Told } from './kit/told.ts';

/** What a form held that was not taken: `what` it was for, and its fields. */
export type Typed = Readonly<Record<string, string>>;
/** What became of the report on one milestone. */
export type ReportRow = {
  readonly isTaken: boolean;
  readonly wrong: string | null;
  readonly typed: Typed;
  /** Files that came with it: they need not be chosen again. */
  readonly kept: readonly KeptFile[];
};

const COMPLETIONS = ['not-started', 'limited', 'substantial', 'complete', 'no-evidence-available'] as const;

type Milestone = CommitmentPage['milestones'][number];
type Props = {
  readonly told: Told;
  readonly formId: string;
  readonly action: string;
  readonly institutionId: string;
  readonly windowId: string;
  readonly commitments: readonly CommitmentPage[];
  readonly rows: ReadonlyMap<string, ReportRow>;
};

const Row = ({
  commitment,
  one,
  props: { told, rows, windowId },
}: {
  readonly commitment: CommitmentPage;
  readonly one: Milestone;
  readonly props: Props;
}): VNode => {
  const { say, lang } = told;
  const id = one.milestoneId;
  const row = rows.get(id);
  const [last] = one.reports;
  const inThis = one.reports.find((report) => report.windowId === windowId);
  const typed = row?.typed ?? {};
  return (
    <fieldset class="row">
      <legend>
        {commitment.number}. {one.name[lang]}
      </legend>
      {row?.isTaken ? <p role="status">{say('duty.report.taken')}</p> : null}
      {row?.wrong ? (
        <p class="bad" id={`wrong-${id}`}>
          {row.wrong}
        </p>
      ) : null}
      {inThis ? (
        <p class="small">
          {say('duty.report.this-window', { completion: say(`completion.${inThis.completion}`) })}
        </p>
      ) : last ? (
        <p class="small">
          {say('duty.report.last', {
            completion: say(`completion.${last.completion}`),
            day: dayIn(told, last.on),
          })}
        </p>
      ) : null}
      {row?.isTaken ? null : (
        <>
          <Field id={`completion-${id}`} label={say('duty.report.completion')}>
            <select
              {...{ id: `completion-${id}`, name: `completion.${id}` }}
              aria-describedby={row?.wrong ? `wrong-${id}` : undefined}
            >
              <Options
                choices={[
                  ['', say('duty.report.not-now')],
                  ...COMPLETIONS.map((each) => [each, say(`completion.${each}`)] as const),
                ]}
                chosen={typed.completion ?? ''}
              />
            </select>
          </Field>
          <Field id={`progress-${id}`} label={say('duty.report.progress')}>
            <textarea class="short" id={`progress-${id}`} name={`progress.${id}`} maxLength={20_000}>
              {typed.progress ?? (last?.progress?.state === 'there' ? last.progress.words : '')}
            </textarea>
          </Field>
          <Field
            id={`challenges-${id}`}
            label={say('duty.report.challenges')}
            hint={say('duty.report.challenges.hint')}
          >
            <textarea class="short" id={`challenges-${id}`} name={`challenges.${id}`} maxLength={20_000}>
              {typed.challenges ?? ''}
            </textarea>
          </Field>
          <EvidenceInput
            {...{ name: `evidence.${id}`, link: typed.evidence ?? '', kept: row?.kept ?? [], told }}
          />
        </>
      )}
    </fieldset>
  );
};

/** Reports on every milestone that an institution leads, in one form. */
export const ReportsForm = (props: Props): VNode | null => {
  const { told, formId, action, institutionId, windowId, commitments } = props;
  const { say } = told;
  const milestones = commitments.flatMap((commitment) =>
    commitment.milestones
      .filter((one) => one.leadInstitutionId === institutionId)
      .map((one) => ({ commitment, one })),
  );
  if (milestones.length === 0) return null;
  return (
    <form method="post" action={action} encType="multipart/form-data">
      <h3>{say('duty.reports')}</h3>
      <p class="hint">{say('duty.reports.hint')}</p>
      <p>
        {say('duty.reports.count', {
          all: milestones.length,
          reported: milestones.filter(({ one }) => one.reports.some((each) => each.windowId === windowId))
            .length,
        })}
      </p>
      <input type="hidden" name="id" value={formId} />
      {milestones.map(({ commitment, one }) => (
        <Row key={one.milestoneId} commitment={commitment} one={one} props={props} />
      ))}
      <button type="submit">{say('duty.reports.send')}</button>
    </form>
  );
};
