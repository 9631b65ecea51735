import type { Whereabouts } from '@madang/contracts';
import type { VNode } from 'preact';
import { Table, Tag } from '../kit/parts.tsx';
import { type Told, timeIn } from '../kit/told.ts';

/** A process as the console shows it. */
export type SeenProcess = Whereabouts & {
  /** What it waits for is past due. */
  readonly isOverdue: boolean;
  /** The instant it waits for has passed, and it did not go on. */
  readonly isStuck: boolean;
};
const REPAIRS = ['look-again', 'skip-wait', 'restart-from-facts'] as const;

const Repair = ({
  one,
  told,
  repairId,
}: {
  readonly one: SeenProcess;
  readonly told: Told;
  readonly repairId: string;
}): VNode => {
  const { say, lang } = told;
  return (
    <details>
      <summary>{say('console.repair')}</summary>
      <form method="post" action={`/${lang}/console/repair`}>
        <input type="hidden" name="id" value={repairId} />
        <input type="hidden" name="forum" value={one.forumId} />
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
  );
};

/** The processes of a forum: stage, whom each waits for, until when, what comes next, and its repairs. */
export const Processes = ({
  processes,
  told,
  repairId,
  temporalUi,
}: {
  readonly processes: readonly SeenProcess[];
  readonly told: Told;
  readonly repairId: string;
  readonly temporalUi: string | undefined;
}): VNode => {
  const { say } = told;
  return (
    <Table
      rows={processes}
      columns={[
        {
          head: say('console.process'),
          cell: (one) => (
            <>
              {temporalUi ? (
                <a href={`${temporalUi}/namespaces/default/workflows/${encodeURIComponent(one.processId)}`}>
                  {one.process}
                </a>
              ) : (
                one.process
              )}{' '}
              <Tag>{one.stage}</Tag> {one.isOverdue ? <Tag tone="warn">{say('awaited.overdue')}</Tag> : null}{' '}
              {one.isStuck ? <Tag tone="bad">{say('console.stuck')}</Tag> : null}
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
          cell: (one) => <Repair one={one} told={told} repairId={repairId} />,
        },
      ]}
    />
  );
};
