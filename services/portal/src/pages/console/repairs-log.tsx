import type { RepairsOf, ResultOf } from '@madang/contracts';
import type { VNode } from 'preact';
import { Table } from '../kit/parts.tsx';
import { type Told, timeIn } from '../kit/told.ts';

/** Who repaired what and why, the latest first. */
export const RepairsLog = ({
  repairs,
  told,
}: {
  readonly repairs: ResultOf<typeof RepairsOf>['repairs'];
  readonly told: Told;
}): VNode => {
  const { say } = told;
  return (
    <Table
      rows={repairs}
      columns={[
        { head: say('column.when'), cell: (one) => timeIn(told, one.at) },
        { head: say('console.process'), cell: (one) => <code>{one.processId}</code> },
        { head: say('console.repair'), cell: (one) => say(`console.repair.${one.repair}`) },
        { head: say('console.repair.reason'), cell: (one) => one.reasonCode },
        { head: say('console.repairs.who'), cell: (one) => <code>{one.personId.slice(0, 8)}</code> },
      ]}
    />
  );
};
