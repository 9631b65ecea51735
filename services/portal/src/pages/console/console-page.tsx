import { Filters } from '../kit/parts.tsx';
import { drawPage } from '../kit/shell.tsx';
import type { Told } from '../kit/told.ts';
import { type Lang, saying } from '../messages/say.ts';
import { Processes, type SeenProcess } from './processes.tsx';
import { System } from './system.tsx';
import type { SystemView } from './system-view.ts';

type Name = { readonly ko: string; readonly en: string };
export type ConsoleView = {
  readonly isOperator: boolean;
  readonly forums: readonly {
    readonly id: string;
    readonly name: Name;
    readonly zone: string;
    /** Undefined while the workflows do not answer. */
    readonly processes: readonly SeenProcess[] | undefined;
  }[];
  readonly chosen: { readonly show: string; readonly process: string };
  /** Nothing for those who are not operators. */
  readonly system: SystemView | undefined;
  readonly temporalUi: string | undefined;
  readonly repairId: string;
  readonly isRepaired: boolean;
};
const KINDS = [
  ...['action-plan-cycle', 'drafting', 'consultation', 'response', 'approval', 'monitoring', 'obligation'],
  'forum-calendar',
];

/** Every process that runs, with its repairs; and how the system itself is. */
export const consolePage = (view: ConsoleView, lang: Lang): string => {
  const { isOperator, forums, chosen, system, repairId, isRepaired, temporalUi } = view;
  const say = saying(lang);
  const told: Told = { lang, say, zone: forums[0]?.zone ?? 'UTC' };
  return drawPage({
    told,
    title: say('console.title'),
    path: '/console',
    children: (
      <>
        <h1>{say('console.title')}</h1>
        {isRepaired ? (
          <p class="box" role="status">
            {say('console.repaired')}
          </p>
        ) : null}
        {isOperator ? (
          <Filters
            told={told}
            filters={[
              {
                ...{ name: 'show', label: say('console.show'), chosen: chosen.show },
                choices: [
                  ['overdue', say('awaited.overdue')],
                  ['stuck', say('console.stuck')],
                ],
              },
              {
                ...{ name: 'process', label: say('console.process'), chosen: chosen.process },
                choices: KINDS.map((one) => [one, one] as const),
              },
            ]}
          />
        ) : (
          <p>
            <a href={`/${lang}/sign-in`}>{say('console.signIn')}</a>
          </p>
        )}
        {isOperator && forums.length === 0 ? <p>{say('console.none.forum')}</p> : null}
        {forums.map((forum) => (
          <section key={forum.id}>
            <h2>
              <a href={`/${lang}/forums/${forum.id}`}>{forum.name[lang]}</a>
            </h2>
            {forum.processes === undefined ? <p class="bad">{say('console.away')}</p> : null}
            {forum.processes?.length === 0 ? (
              <p>{say(chosen.show || chosen.process ? 'console.none.such' : 'console.none')}</p>
            ) : null}
            {forum.processes && forum.processes.length > 0 ? (
              <Processes
                {...{ processes: forum.processes, repairId, temporalUi }}
                told={{ ...told, zone: forum.zone }}
              />
            ) : null}
          </section>
        ))}
        {system ? (
          <System system={system} told={told} forumId={forums[0]?.id ?? ''} formId={repairId} />
        ) : null}
      </>
    ),
  });
};
