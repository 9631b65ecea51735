import type { DeliveriesOf, ResultOf } from '@madang/contracts';
import type { VNode } from 'preact';
import type { CommitmentPage } from '../queries/commitments.ts';
import type { DutyFound } from '../queries/institution.ts';
import { Deliveries } from './deliveries.tsx';
import { type Named, standingOf } from './kit/desk.ts';
import { Field, Options } from './kit/fields.tsx';
import { Facts, Tag, toneOf } from './kit/parts.tsx';
import { drawPage } from './kit/shell.tsx';
import { dayIn, type Told } from './kit/told.ts';
import { verdictsOf } from './kit/verdicts.ts';
import { type Lang, saying } from './messages/say.ts';
import { type ReportRow, ReportsForm, type Typed } from './reports-form.tsx';

const Wrong = ({ message }: { readonly message: string | null }): VNode | null =>
  message ? (
    <p class="errors" role="alert">
      {message}
    </p>
  ) : null;

export type DutyView = {
  readonly duty: DutyFound;
  readonly forum: { readonly zone: string; readonly now: string; readonly rehearsal: boolean };
  readonly isYours: boolean;
  /** Whoever may decide about it has its forms at hand. */
  readonly isSecretariat: boolean;
  readonly commitments: readonly CommitmentPage[];
  readonly institutions: readonly Named[];
  /** Names what each form sends, so that a form sent twice counts once. */
  readonly formId: string;
  readonly wrong: string | null;
  readonly typed: Typed;
  /** What became of each milestone's report, when some were not taken. */
  readonly rows: ReadonlyMap<string, ReportRow>;
  /** Nothing for whoever may not know. */
  readonly deliveries: ResultOf<typeof DeliveriesOf> | undefined;
  readonly isDone: boolean;
};

/** What was typed into one form before it came back. */
const typedIn = ({ typed }: DutyView, what: string): Typed => (typed.what === what ? typed : {});

const Forms = ({ view, told }: { readonly view: DutyView; readonly told: Told }): VNode => {
  const { say, lang } = told;
  const { duty, formId, institutions } = view;
  const [given, more, other] = [
    typedIn(view, 'discharge'),
    typedIn(view, 'extend'),
    typedIn(view, 'delegate'),
  ];
  const to = (what: string): string => `/${lang}/duties/${duty.id}/${what}`;
  return (
    <>
      <h2>{say('duty.answer')}</h2>
      {duty.obligationKind === 'progress-report' && duty.windowId ? (
        <ReportsForm
          {...{ told, formId, rows: view.rows, commitments: view.commitments }}
          institutionId={duty.institutionId}
          windowId={duty.windowId}
          action={to('reports')}
        />
      ) : null}
      <form method="post" action={to('discharge')}>
        <input type="hidden" name="id" value={formId} />
        <Field id="verdict" label={say('duty.verdict')}>
          <select id="verdict" name="verdict">
            <Options
              choices={verdictsOf(duty.obligationKind).map((one) => [one, say(`verdict.${one}`)])}
              chosen={given.verdict ?? ''}
            />
          </select>
        </Field>
        <Field id="note" label={say('duty.note')} hint={say('duty.note.hint')}>
          <textarea id="note" name="note" maxLength={20_000}>
            {given.note ?? ''}
          </textarea>
        </Field>
        <button type="submit">{say('duty.discharge')}</button>
      </form>
      <details open={more.what !== undefined}>
        <summary>{say('duty.extend')}</summary>
        <form method="post" action={to('extend')}>
          <input type="hidden" name="id" value={formId} />
          <Field id="until" label={say('duty.extend.until')} hint={say('duty.extend.hint')}>
            <input id="until" name="until" type="date" min={duty.dueOn} value={more.until ?? ''} required />
          </Field>
          <Field id="extend-reason" label={say('duty.reason')}>
            <textarea id="extend-reason" name="reason" required maxLength={10_000}>
              {more.reason ?? ''}
            </textarea>
          </Field>
          <button type="submit">{say('duty.extend')}</button>
        </form>
      </details>
      <details open={other.what !== undefined}>
        <summary>{say('duty.delegate')}</summary>
        <form method="post" action={to('delegate')}>
          <input type="hidden" name="id" value={formId} />
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
          <Field id="delegate-reason" label={say('duty.reason')}>
            <textarea id="delegate-reason" name="reason" required maxLength={10_000}>
              {other.reason ?? ''}
            </textarea>
          </Field>
          <button type="submit">{say('duty.delegate')}</button>
        </form>
      </details>
    </>
  );
};

/** What the secretariat can decide about a duty as it stands. */
const Decisions = ({ duty, told }: { readonly duty: DutyFound; readonly told: Told }): VNode | null => {
  const { say, lang } = told;
  const forms = [
    ...(duty.extensionAsked ? (['decide-extension'] as const) : []),
    ...(duty.state === 'open' ? (['remind-obligation', 'withdraw-obligation'] as const) : []),
    ...(duty.state === 'discharged' ? (['return-obligation'] as const) : []),
  ];
  const names = {
    'decide-extension': 'duty.decideExtension',
    'remind-obligation': 'duty.remind',
    'withdraw-obligation': 'duty.withdraw',
    'return-obligation': 'duty.return',
  } as const;
  return forms.length === 0 ? null : (
    <>
      <h2>{say('duty.decisions')}</h2>
      <ul class="doings">
        {forms.map((form) => (
          <li key={form}>
            <a href={`/${lang}/desk/${form}/${duty.id}`}>{say(names[form])}</a>
          </li>
        ))}
      </ul>
    </>
  );
};

/** One duty with its context and the very forms that discharge, extend or delegate it. */
export const dutyPage = (view: DutyView, lang: Lang): string => {
  const told: Told = { lang, say: saying(lang), zone: view.forum.zone };
  const { say } = told;
  const { duty, forum } = view;
  const title = say('duty.title', { kind: say(`duty.${duty.obligationKind}`), day: dayIn(told, duty.dueOn) });
  return drawPage({
    told,
    title,
    path: `/duties/${duty.id}`,
    crumbs: [{ href: '/inbox', name: say('nav.inbox') }],
    hasErrors: view.wrong !== null,
    rehearsalDay: forum.rehearsal ? forum.now : undefined,
    children: (
      <>
        <h1>{title}</h1>
        <Wrong message={view.wrong} />
        {view.isDone ? (
          <p class="box" role="status">
            {say('inbox.done')}
          </p>
        ) : null}
        <Facts
          facts={[
            [
              say('column.institution'),
              view.institutions.find((one) => one.id === duty.actingInstitutionId)?.name[lang] ?? '',
            ],
            [
              say('column.state'),
              <Tag key="state" tone={toneOf(standingOf(duty))}>
                {say(`awaited.${standingOf(duty)}`)}
              </Tag>,
            ],
            [
              say('duty.asked.until'),
              duty.extensionAsked && duty.extensionUntil ? dayIn(told, duty.extensionUntil) : '',
            ],
          ]}
        />
        {view.isSecretariat ? <Decisions duty={duty} told={told} /> : null}
        {view.commitments.length > 0 ? (
          <>
            <h2>{say('duty.context')}</h2>
            <ul class="plain">
              {view.commitments.map((one) => (
                <li key={one.id}>
                  <a href={`/${lang}/commitments/${one.id}`}>
                    {one.number}. {one.title[lang]}
                  </a>
                  {one.contributions > 0 ? (
                    <>
                      {' '}
                      (
                      <a href={`/${lang}/cycles/${one.cycleId}/contributions?commitment=${one.id}`}>
                        {say('commitment.contributions', { count: one.contributions })}
                      </a>
                      )
                    </>
                  ) : null}
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {view.deliveries ? <Deliveries told={told} deliveries={view.deliveries} /> : null}
        {duty.state !== 'open' ? (
          <p>{say('duty.closed')}</p>
        ) : view.isYours ? (
          <Forms view={view} told={told} />
        ) : (
          <p>{say('duty.notYours')}</p>
        )}
      </>
    ),
  });
};
