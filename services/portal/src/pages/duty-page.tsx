import type { VNode } from 'preact';
import type { DutyFound } from '../queries/institution.ts';
import { Deliveries } from './deliveries.tsx';
import { DutyContext, DutyHistory } from './duty-context.tsx';
import { DutyForms } from './duty-forms.tsx';
import type { DutyView } from './duty-view.ts';
import { standingOf } from './kit/desk.ts';
import { Facts, Tag, toneOf } from './kit/parts.tsx';
import { drawPage } from './kit/shell.tsx';
import { dayIn, type Told } from './kit/told.ts';
import { type Lang, saying } from './messages/say.ts';

const Wrong = ({ message }: { readonly message: string | null }): VNode | null =>
  message ? (
    <p class="errors" role="alert">
      {message}
    </p>
  ) : null;

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
  const nameOf = (id: string): string =>
    view.institutions.find((one) => one.id === id)?.name[lang] ?? id.slice(0, 8);
  const standing = duty.state === 'open' ? standingOf(duty) : 'discharged';
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
            {say(duty.state === 'discharged' ? 'duty.done.discharged' : 'inbox.done')}
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
              duty.state === 'withdrawn' ? (
                say('duty.turn.withdrawn')
              ) : (
                <Tag key="state" tone={toneOf(standing)}>
                  {say(`awaited.${standing}`)}
                </Tag>
              ),
            ],
            [say('duty.owes'), nameOf(duty.institutionId)],
            [
              say('inbox.column.delegated'),
              duty.actingInstitutionId === duty.institutionId ? null : nameOf(duty.actingInstitutionId),
            ],
            [
              say('duty.asked.until'),
              duty.extensionAsked && duty.extensionUntil ? dayIn(told, duty.extensionUntil) : '',
            ],
          ]}
        />
        {view.isSecretariat ? <Decisions duty={duty} told={told} /> : null}
        <DutyContext commitments={view.commitments} toAnswer={view.toAnswer} told={told} />
        <DutyHistory turns={view.turns} told={told} />
        {view.deliveries ? <Deliveries told={told} deliveries={view.deliveries} /> : null}
        {duty.state !== 'open' ? (
          <p>{say('duty.closed')}</p>
        ) : view.isYours ? (
          <DutyForms view={view} told={told} />
        ) : (
          <p>{say('duty.notYours')}</p>
        )}
      </>
    ),
  });
};
