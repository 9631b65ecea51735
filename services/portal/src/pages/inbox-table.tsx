import type { VNode } from 'preact';
import type { DutyFound, MilestoneLed } from '../queries/institution.ts';
import { type Named, standingOf } from './kit/desk.ts';
import { Field, Options } from './kit/fields.tsx';
import { Table, Tag, toneOf } from './kit/parts.tsx';
import { dayIn, type Told } from './kit/told.ts';
import { verdictsOf } from './kit/verdicts.ts';

/** What can be done with many duties at once. */
export type BulkWord = 'answer' | 'extend' | 'delegate';
/** What became of one duty, when some were not taken; and what was typed for it. */
export type DutyRow = {
  readonly what: BulkWord;
  readonly isTaken: boolean;
  readonly wrong: string | null;
  readonly verdict: string;
  readonly note: string;
  readonly isPicked: boolean;
};
export type Owed = DutyFound & {
  readonly about: readonly Named[];
  readonly milestones: readonly MilestoneLed[];
  /** Whom it was delegated to. */
  readonly delegatedTo: Named | undefined;
};
/** What was typed for all that were picked. */
export type ForAll = { readonly until: string; readonly to: string; readonly reason: string };
type Props = {
  readonly owed: readonly Owed[];
  readonly rows: ReadonlyMap<string, DutyRow>;
  readonly institutions: readonly Named[];
  readonly institutionId: string | undefined;
  readonly forAll: ForAll;
  readonly formId: string;
  readonly told: Told;
};

const whatOf = (one: Owed, { say, lang }: Told): string =>
  `${say(`duty.${one.obligationKind}`)} ${one.about.map((each) => each.name[lang]).join(', ')}`;

const Answer = ({ one, row, told }: { one: Owed; row: DutyRow | undefined; told: Told }): VNode => {
  const { say } = told;
  if (row?.isTaken) return <p role="status">{say(`inbox.taken.${row.what}`)}</p>;
  if (one.state !== 'open') return <>{say('duty.closed')}</>;
  const what = whatOf(one, told);
  return (
    <>
      {row?.wrong ? (
        <p class="bad" id={`wrong-${one.id}`}>
          {row.wrong}
        </p>
      ) : null}
      <select
        name={`verdict.${one.id}`}
        aria-label={`${say('inbox.answer')}: ${what}`}
        aria-describedby={row?.wrong ? `wrong-${one.id}` : undefined}
      >
        <Options
          choices={[
            ['', say('inbox.answer.not-now')],
            ...verdictsOf(one.obligationKind).map((each) => [each, say(`verdict.${each}`)] as const),
          ]}
          chosen={row?.verdict ?? ''}
        />
      </select>
      <textarea
        {...{ class: 'short', name: `note.${one.id}`, maxLength: 20_000, rows: 1 }}
        aria-label={`${say('inbox.note')}: ${what}`}
        placeholder={say('inbox.note')}
      >
        {row?.note ?? ''}
      </textarea>
    </>
  );
};

const Milestones = ({ one, told }: { readonly one: Owed; readonly told: Told }): VNode | null => {
  const { say, lang } = told;
  const { milestones } = one;
  if (milestones.length === 0) return null;
  const isReport = one.obligationKind === 'progress-report';
  const reported = milestones.filter((each) => each.isReported).length;
  return (
    <details>
      <summary>
        {isReport
          ? say('inbox.milestones.reported', { all: milestones.length, reported })
          : say('inbox.milestones', { count: milestones.length })}
      </summary>
      <ul class="plain small">
        {milestones.map((each) => (
          <li key={each.milestoneId}>
            <a href={`/${lang}/commitments/${each.commitmentId}`}>
              {each.number}. {each.name[lang]}
            </a>{' '}
            {dayIn(told, each.dueOn)}
            {each.completion ? ` · ${say(`completion.${each.completion}`)}` : ''}
            {isReport && each.isReported ? ` · ${say('inbox.milestone.reported')}` : ''}
          </li>
        ))}
      </ul>
    </details>
  );
};

const Picked = ({ institutions, institutionId, forAll, told }: Props): VNode => {
  const { say, lang } = told;
  return (
    <fieldset class="row">
      <legend>{say('inbox.picked')}</legend>
      <p class="hint">{say('inbox.picked.hint')}</p>
      <Field id="reason" label={say('duty.reason')}>
        <textarea id="reason" name="reason" class="short" maxLength={10_000}>
          {forAll.reason}
        </textarea>
      </Field>
      <Field id="until" label={say('duty.extend.until')} hint={say('duty.extend.hint')}>
        <input id="until" name="until" type="date" value={forAll.until} />
      </Field>
      <button type="submit" name="what" value="extend">
        {say('duty.extend')}
      </button>
      <Field id="to" label={say('duty.delegate.to')} hint={say('duty.delegate.hint')}>
        <select id="to" name="to">
          <Options
            choices={[
              ['', say('inbox.delegate.choose')],
              ...institutions
                .filter((one) => one.id !== institutionId)
                .map((one) => [one.id, one.name[lang]] as const),
            ]}
            chosen={forAll.to}
          />
        </select>
      </Field>
      <button type="submit" name="what" value="delegate">
        {say('duty.delegate')}
      </button>
    </fieldset>
  );
};

/** Everything an institution owes in one table: each answered where it stands, and more time asked or handed on for many at once. */
export const InboxTable = (props: Props): VNode => {
  const { owed, rows, formId, told } = props;
  const { say, lang } = told;
  return (
    <form method="post" action={`/${lang}/inbox`}>
      <input type="hidden" name="id" value={formId} />
      <Table
        rows={owed}
        columns={[
          {
            head: say('column.what'),
            cell: (one) => (
              <>
                {one.state === 'open' ? (
                  <input
                    {...{ type: 'checkbox', name: `pick.${one.id}`, value: '1' }}
                    checked={rows.get(one.id)?.isPicked === true && !rows.get(one.id)?.isTaken}
                    aria-label={say('inbox.pick', { what: whatOf(one, told) })}
                  />
                ) : null}{' '}
                <a href={`/${lang}/duties/${one.id}`}>{say(`duty.${one.obligationKind}`)}</a>
              </>
            ),
          },
          {
            head: say('inbox.column.about'),
            cell: (one) => (
              <>
                {one.about.map((each) => each.name[lang]).join(', ')}
                <Milestones one={one} told={told} />
              </>
            ),
          },
          { head: say('column.due'), cell: (one) => dayIn(told, one.dueOn) },
          {
            head: say('column.state'),
            cell: (one) => (
              <>
                <Tag tone={toneOf(standingOf(one))}>{say(`awaited.${standingOf(one)}`)}</Tag>
                {one.extensionAsked ? ` ${say('awaited.asking')}` : ''}
              </>
            ),
          },
          { head: say('inbox.column.delegated'), cell: (one) => one.delegatedTo?.name[lang] ?? '–' },
          {
            head: say('inbox.answer'),
            cell: (one) => <Answer one={one} row={rows.get(one.id)} told={told} />,
          },
        ]}
      />
      <button type="submit" name="what" value="answer">
        {say('inbox.send')}
      </button>
      <Picked {...props} />
    </form>
  );
};
