import type { ProcessCounts, ResultOf } from '@madang/contracts';
import type { VNode } from 'preact';
import type { ForumNamed } from '../../queries/console.ts';
import { Filters, Pager } from '../kit/parts.tsx';
import { queryOf } from '../kit/query-of.ts';
import { drawPage } from '../kit/shell.tsx';
import type { Told } from '../kit/told.ts';
import { type Lang, saying } from '../messages/say.ts';
import { Counts } from './counts.tsx';
import { Processes } from './processes.tsx';
import { ReconcileForm } from './reconcile-form.tsx';
import type { SeenProcess, TemporalAt } from './seen-process.ts';
import { System } from './system.tsx';
import type { SystemView } from './system-view.ts';

export type ConsoleChosen = {
  readonly forum: string;
  readonly show: string;
  readonly process: string;
  readonly cursor: string;
};
export type ConsoleView = {
  /** Whether who asks may see the processes at all. */
  readonly isOperator: boolean;
  readonly mayRepair: boolean;
  readonly forums: readonly ForumNamed[];
  /** Undefined while the workflows do not answer. */
  readonly processes: readonly SeenProcess[] | undefined;
  readonly next: string | null;
  readonly counts: ResultOf<typeof ProcessCounts> | undefined;
  readonly chosen: ConsoleChosen;
  /** Nothing for those who are not operators. */
  readonly system: SystemView | undefined;
  readonly temporal: TemporalAt | undefined;
  readonly repairId: string;
  readonly isRepaired: boolean;
};
export const KINDS = [
  ...(['action-plan-cycle', 'drafting', 'consultation', 'response', 'approval', 'monitoring'] as const),
  ...(['obligation', 'forum-calendar'] as const),
];

/** What was chosen, as an address says it. */
const addressOf = ({ forum, show, process, cursor }: ConsoleChosen): string =>
  queryOf({ forum, show, process, cursor });

const Chooser = ({ view, told }: { readonly view: ConsoleView; readonly told: Told }): VNode => {
  const { say, lang } = told;
  const { forums, chosen } = view;
  return (
    <Filters
      told={told}
      filters={[
        {
          ...{ name: 'forum', label: say('console.forum'), chosen: chosen.forum },
          choices: forums.map((one) => [one.id, one.name[lang]] as const),
        },
        {
          ...{ name: 'show', label: say('console.show'), chosen: chosen.show },
          choices: [
            ['stuck', say('console.stuck')],
            ['overdue', say('awaited.overdue')],
          ],
        },
        {
          ...{ name: 'process', label: say('console.process'), chosen: chosen.process },
          choices: KINDS.map((one) => [one, say(`process.kind.${one}`)] as const),
        },
      ]}
    />
  );
};

const List = ({ view, told }: { readonly view: ConsoleView; readonly told: Told }): VNode => {
  const { say } = told;
  const { processes, chosen, next } = view;
  if (processes === undefined) return <p class="bad">{say('console.away')}</p>;
  const { cursor, ...kept } = chosen;
  return (
    <>
      {processes.length > 0 ? (
        <Processes
          {...{
            processes,
            told,
            repairId: view.repairId,
            temporal: view.temporal,
            mayRepair: view.mayRepair,
          }}
          back={addressOf(chosen)}
        />
      ) : (
        <p>{say(chosen.show || chosen.process || chosen.forum ? 'console.none.such' : 'console.none')}</p>
      )}
      <Pager told={told} next={next} chosen={kept} isFirst={cursor === ''} />
    </>
  );
};

/** Every process that runs, with its repairs; and how the system itself is. */
export const consolePage = (view: ConsoleView, lang: Lang): string => {
  const { isOperator, forums, system, isRepaired, chosen, counts, repairId } = view;
  const say = saying(lang);
  const told: Told = { lang, say, zone: forums[0]?.zone ?? 'UTC' };
  return drawPage({
    told,
    title: say('console.title'),
    path: `/console${addressOf(chosen)}`,
    children: (
      <>
        <h1>{say('console.title')}</h1>
        {isRepaired ? (
          <p class="box" role="status">
            {say('console.repaired')}
          </p>
        ) : null}
        {isOperator ? (
          <>
            {counts ? <Counts counts={counts} forum={chosen.forum} told={told} /> : null}
            <Chooser view={view} told={told} />
            {forums.length === 0 ? <p>{say('console.none.forum')}</p> : null}
            <List view={view} told={told} />
          </>
        ) : (
          <p>
            <a href={`/${lang}/sign-in`}>{say('console.signIn')}</a>
          </p>
        )}
        {view.mayRepair ? <ReconcileForm told={told} repairId={repairId} /> : null}
        {system ? <System system={system} told={told} formId={repairId} /> : null}
      </>
    ),
  });
};
