import type { AwaitedDuty } from '../../queries/awaited.ts';
import type { Page } from '../../queries/contributions.ts';
import type { CyclePage } from '../../queries/cycle.ts';
import type { ConsultationFound, OutreachFound } from '../../queries/desk.ts';
import type { WindowView } from '../../queries/windows.ts';
import { Facts, Pager, Tag } from '../kit/parts.tsx';
import { type Crumb, drawPage } from '../kit/shell.tsx';
import type { Told } from '../kit/told.ts';
import { type Lang, saying } from '../messages/say.ts';
import { AwaitedTable } from './awaited-table.tsx';
import { Doings, Done } from './doings.tsx';
import { type OpenImport, OpenImports } from './open-imports.tsx';
import { OutreachTable } from './outreach-table.tsx';
import { WindowsTable } from './windows-table.tsx';

export type CycleDeskView = {
  readonly page: CyclePage;
  readonly consultation: ConsultationFound | undefined;
  readonly crumbs: readonly Crumb[];
  readonly appeals: readonly { readonly id: string; readonly number: number }[];
  /** Proposals for which an appeal waits for a decision. */
  readonly appealed: readonly string[];
  readonly imports: readonly OpenImport[];
  readonly windows: { readonly windows: readonly WindowView[]; readonly milestones: number };
  /** Who is awaited, and what told the public: a page of each. */
  readonly awaited: Page<AwaitedDuty>;
  readonly outreach: Page<OutreachFound>;
  readonly chosen: { readonly cursor?: string | undefined; readonly outreach?: string | undefined };
  readonly isDone: boolean;
};

/** What can be done for a cycle, by stage; who is late; how many still wait for their answer. */
export const cycleDeskPage = (
  {
    page,
    consultation,
    crumbs,
    appeals,
    appealed,
    imports,
    windows,
    awaited,
    outreach,
    chosen,
    isDone,
  }: CycleDeskView,
  lang: Lang,
): string => {
  const told: Told = { lang, say: saying(lang), zone: page.forum.zone };
  const { say } = told;
  const { cycle } = page;
  const at = `/desk/cycles/${cycle.id}`;
  const to = (form: string): string => `/desk/${form}/${cycle.id}`;
  const waiting = consultation ? consultation.accepted - consultation.answered - consultation.waived : 0;
  return drawPage({
    ...{ told, title: cycle.name[lang], path: at, crumbs },
    rehearsalDay: page.forum.rehearsal ? page.today : undefined,
    children: (
      <>
        <h1>{cycle.name[lang]}</h1>
        <Done isDone={isDone} told={told} />
        <Facts
          facts={[
            [say('cycle.stage'), <Tag key="stage">{say(`stage.${cycle.stage}`)}</Tag>],
            [
              say('desk.public'),
              <a key="public" href={`/${lang}/cycles/${cycle.id}`}>
                {say('desk.public.look')}
              </a>,
            ],
          ]}
        />
        <h2>{say('cycle.timetable')}</h2>
        <Doings
          told={told}
          list={
            cycle.stages.length === 0 || cycle.stage === 'timetable'
              ? [[to('timetable'), 'desk.timetable']]
              : [
                  [to('timetable'), 'desk.timetable.look'],
                  [to('move-deadline'), 'desk.moveDeadline'],
                ]
          }
        />
        {cycle.stage === 'closed' ? null : (
          <Doings
            told={told}
            list={[
              cycle.suspended ? [to('resume-cycle'), 'halt.resume'] : [to('suspend-cycle'), 'halt.suspend'],
            ]}
          />
        )}
        <h2>{say('cycle.commitments')}</h2>
        <Doings
          told={told}
          list={[
            [`${at}/proposals`, 'themes.go'],
            [`${at}/commitments`, 'drafts.go'],
            ...(cycle.approvedOn ? [] : ([[to('draft'), 'draft.title']] as const)),
          ]}
        />
        {appealed.length > 0 ? (
          <>
            <h3>{say('desk.appeals')}</h3>
            <ul class="doings">
              {appealed.map((id) => (
                <li key={id}>
                  <a href={`/${lang}/desk/decide-proposal-appeal/${id}`}>
                    {say('proposal.title')} {id.slice(0, 8)}
                  </a>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <h2>{say('cycle.takePart')}</h2>
        <Doings
          told={told}
          list={[
            [to('record-outreach'), 'desk.outreach'],
            ...(page.openings.call
              ? ([
                  [to('receive-proposal'), 'desk.receiveProposal'],
                  [to('import-proposals'), 'import.proposals'],
                ] as const)
              : []),
            ...(consultation && consultation.state !== 'sealed'
              ? ([
                  [to('receive-contribution'), 'desk.receiveContribution'],
                  [to('import-contributions'), 'import.contributions'],
                ] as const)
              : []),
            ...(consultation?.state === 'open' && consultation.closesAt <= page.forum.now
              ? ([[to('close-consultation'), 'halt.closeConsultation']] as const)
              : []),
          ]}
        />
        {imports.length > 0 ? (
          <>
            <h3>{say('import.open')}</h3>
            <OpenImports imports={imports} told={told} />
          </>
        ) : null}
        {outreach.items.length > 0 ? (
          <>
            <h3 id="outreach">{say('desk.outreach.log')}</h3>
            <OutreachTable activities={outreach.items} told={told} />
          </>
        ) : null}
        <Pager
          {...{ told, name: 'outreach', next: outreach.next, isFirst: chosen.outreach === undefined }}
          of={{ id: 'outreach', name: say('desk.outreach.log') }}
          chosen={{ cursor: chosen.cursor }}
        />
        {consultation ? (
          <>
            <h2>{say('desk.answers')}</h2>
            <p>
              {say('cycle.answers.coverage', {
                answered: consultation.answered,
                accepted: consultation.accepted,
              })}{' '}
              {waiting > 0 ? say('desk.waiting', { count: waiting }) : ''}
            </p>
            <Doings told={told} list={[[`${at}/answers`, 'desk.answers.go']]} />
            {appeals.length > 0 ? (
              <>
                <h3>{say('desk.appeals')}</h3>
                <ul class="doings">
                  {appeals.map((one) => (
                    <li key={one.id}>
                      <a href={`/${lang}/desk/decide-appeal/${one.id}`}>
                        {say('contribution.on', { number: one.number })}
                      </a>
                    </li>
                  ))}
                </ul>
              </>
            ) : null}
          </>
        ) : null}
        <h2>{say('desk.ballots')}</h2>
        <Doings
          told={told}
          list={[
            [to('open-ballot'), 'desk.openBallot'],
            ...(page.ballots.some((one) => one.outcome === null)
              ? ([[to('close-ballot'), 'desk.closeBallot']] as const)
              : []),
            [to('record-decision'), 'desk.recordDecision'],
            ...(cycle.approvedOn && !cycle.submittedOn
              ? ([[to('submit-plan'), 'desk.submitPlan']] as const)
              : []),
          ]}
        />
        {windows.windows.length > 0 ? (
          <>
            <h2>{say('cycle.windows')}</h2>
            <WindowsTable {...windows} told={told} />
          </>
        ) : null}
        <h2 id="awaited">{say('cycle.awaited')}</h2>
        <Doings told={told} list={[[to('impose-obligation'), 'duty.impose']]} />
        {awaited.items.length === 0 ? <p>{say('cycle.awaited.none')}</p> : null}
        {awaited.items.length > 0 ? <AwaitedTable duties={awaited.items} told={told} /> : null}
        <Pager
          {...{ told, next: awaited.next, isFirst: chosen.cursor === undefined }}
          of={{ id: 'awaited', name: say('cycle.awaited') }}
          chosen={{ outreach: chosen.outreach }}
        />
        <h2>{say('desk.export')}</h2>
        <p>{say('desk.export.text')}</p>
        <Doings told={told} list={[[`/cycles/${cycle.id}/data`, 'data.title']]} />
      </>
    ),
  });
};
