import type { VNode } from 'preact';
import { Table } from '../kit/parts.tsx';
import { type Told, timeIn } from '../kit/told.ts';
import { LastAct, Marks, WaitsFor, Why } from './process-parts.tsx';
import { RepairForm } from './repair-form.tsx';
import { sayPlace } from './say-place.ts';
import { type SeenProcess, type TemporalAt, temporalPage } from './seen-process.ts';

type Props = {
  readonly processes: readonly SeenProcess[];
  readonly told: Told;
  readonly repairId: string;
  readonly temporal: TemporalAt | undefined;
  /** Only operators repair; a secretariat looks. */
  readonly mayRepair: boolean;
  readonly back: string;
};

const Which = ({
  one,
  told,
  temporal,
}: { readonly one: SeenProcess } & Pick<Props, 'told' | 'temporal'>): VNode => {
  const { say, lang } = told;
  const code = `${one.process} ${(one.processId.split('/').at(-1) ?? '').slice(0, 8)}`;
  return (
    <>
      <a href={`/${lang}/console/process?id=${encodeURIComponent(one.processId)}`}>
        {say(`process.kind.${one.process}`)}
      </a>{' '}
      <Marks one={one} told={told} />
      <Why one={one} told={told} />
      <p class="hint">
        {one.forumName ? `${one.forumName[lang]} · ` : ''}
        {temporal ? (
          <a href={temporalPage(temporal, one.processId)}>
            <code>{code}</code>
          </a>
        ) : (
          <code>{code}</code>
        )}
      </p>
    </>
  );
};

/** Processes: which, what is wrong, whom each waits for, until when, what comes next, and its repairs. */
export const Processes = ({ processes, told, repairId, temporal, mayRepair, back }: Props): VNode => {
  const { say } = told;
  const here = (one: SeenProcess): Told => ({ ...told, zone: one.zone });
  return (
    <Table
      rows={processes}
      columns={[
        {
          head: say('console.process'),
          cell: (one) => <Which one={one} told={here(one)} temporal={temporal} />,
        },
        { head: say('console.waitsFor'), cell: (one) => <WaitsFor one={one} told={here(one)} /> },
        { head: say('console.until'), cell: (one) => (one.until ? timeIn(here(one), one.until) : '') },
        { head: say('console.next'), cell: (one) => sayPlace(here(one), one).next },
        { head: say('console.lastAct'), cell: (one) => <LastAct one={one} told={here(one)} /> },
        ...(mayRepair
          ? [
              {
                head: say('console.repair'),
                cell: (one: SeenProcess) => (
                  <details>
                    <summary aria-label={`${say('console.repair')}: ${one.processId}`}>
                      {say('console.repair')}
                    </summary>
                    <RepairForm process={one} told={told} repairId={repairId} back={back} />
                  </details>
                ),
              },
            ]
          : []),
      ]}
    />
  );
};
