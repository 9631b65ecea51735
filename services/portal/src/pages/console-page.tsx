import type { Whereabouts } from '@madang/contracts';
import { Table, Tag } from './kit/parts.tsx';
import { drawPage } from './kit/shell.tsx';
import { type Told, timeIn } from './kit/told.ts';
import { type Lang, saying } from './messages/say.ts';

type Name = { readonly ko: string; readonly en: string };
export type ConsoleView = {
  readonly isOperator: boolean;
  readonly forums: readonly {
    readonly id: string;
    readonly name: Name;
    /** Undefined while the workflows do not answer. */
    readonly processes: readonly Whereabouts[] | undefined;
  }[];
  readonly repairId: string;
  readonly isRepaired: boolean;
};
const REPAIRS = ['look-again', 'restart-from-facts'] as const;

/** Every process that runs: stage, whom it waits for, until when, what comes next, and its repairs. */
export const consolePage = (
  { isOperator, forums, repairId, isRepaired }: ConsoleView,
  lang: Lang,
): string => {
  const told: Told = { lang, say: saying(lang), zone: 'Asia/Seoul' };
  const { say } = told;
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
        {isOperator ? null : (
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
            {forum.processes?.length === 0 ? <p>{say('console.none')}</p> : null}
            {forum.processes && forum.processes.length > 0 ? (
              <Table
                rows={forum.processes}
                columns={[
                  {
                    head: say('console.process'),
                    cell: (one) => (
                      <>
                        {one.process} <Tag>{one.stage}</Tag>
                      </>
                    ),
                  },
                  { head: say('console.waitsFor'), cell: (one) => one.waitingFor },
                  { head: say('console.until'), cell: (one) => (one.until ? timeIn(told, one.until) : '') },
                  { head: say('console.next'), cell: (one) => one.next },
                  {
                    head: say('console.lastAct'),
                    cell: ({ lastHumanAct }) =>
                      lastHumanAct ? `${lastHumanAct.type} ${timeIn(told, lastHumanAct.at)}` : '',
                  },
                  {
                    head: say('console.repair'),
                    cell: (one) => (
                      <details>
                        <summary>{say('console.repair')}</summary>
                        <form method="post" action={`/${lang}/console/repair`}>
                          <input type="hidden" name="id" value={repairId} />
                          <input type="hidden" name="process" value={one.processId} />
                          <label>
                            {say('console.repair')}
                            <select name="repair">
                              {REPAIRS.map((repair) => (
                                <option key={repair} value={repair}>
                                  {say(`console.repair.${repair}`)}
                                </option>
                              ))}
                            </select>
                          </label>
                          <label>
                            {say('console.repair.reason')}
                            <input type="text" name="reason" required maxLength={60} />
                          </label>
                          <button type="submit">{say('console.repair')}</button>
                        </form>
                      </details>
                    ),
                  },
                ]}
              />
            ) : null}
          </section>
        ))}
      </>
    ),
  });
};
