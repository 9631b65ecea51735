import type { VNode } from 'preact';
import { Table, Tag } from '../kit/parts.tsx';
import { type Told, timeIn } from '../kit/told.ts';
import type { SystemView } from './system-view.ts';

const Rooms = ({ system, told }: { readonly system: SystemView; readonly told: Told }): VNode => {
  const { say } = told;
  const count = (many: number | null) => (many === null ? '–' : String(many));
  return (
    <Table
      caption={say('console.rooms')}
      rows={system.rooms}
      columns={[
        {
          head: say('console.room'),
          cell: (one) => (
            <>
              {one.name}{' '}
              <Tag tone={one.isUp ? 'good' : 'bad'}>{say(one.isUp ? 'console.up' : 'console.down')}</Tag>
            </>
          ),
        },
        {
          head: say('console.lag'),
          cell: (one) => one.lags.map(({ source, behind }) => `${source} ${behind}`).join(', ') || '–',
        },
        { head: say('console.backlog'), cell: (one) => count(one.backlog), isNumber: true },
        {
          head: say('console.unpublished'),
          cell: (one) => (one.unpublishedSince ? timeIn(told, one.unpublishedSince) : '–'),
        },
        { head: say('console.waiting'), cell: (one) => count(one.waiting), isNumber: true },
        {
          head: say('console.parked'),
          cell: (one) => (one.parked ? <Tag tone="bad">{String(one.parked)}</Tag> : count(one.parked)),
          isNumber: true,
        },
      ]}
    />
  );
};

const Parked = ({
  system,
  told,
  forumId,
  formId,
}: {
  readonly system: SystemView;
  readonly told: Told;
  readonly forumId: string;
  readonly formId: string;
}): VNode => {
  const { say, lang } = told;
  return (
    <>
      <h3>{say('console.parked')}</h3>
      {system.parked.length === 0 ? <p>{say('console.parked.none')}</p> : null}
      {system.parked.length > 0 ? (
        <Table
          rows={system.parked}
          columns={[
            { head: say('console.room'), cell: (one) => one.room },
            { head: say('console.fact'), cell: (one) => `${one.source} ${one.sequence}` },
            { head: say('console.aggregate'), cell: (one) => <code>{one.aggregate}</code> },
            { head: say('console.reason'), cell: (one) => one.reason },
            {
              head: say('console.replay'),
              cell: (one) => (
                <form method="post" action={`/${lang}/console/replay`}>
                  <input type="hidden" name="id" value={formId} />
                  <input type="hidden" name="forum" value={forumId} />
                  <input type="hidden" name="room" value={one.room} />
                  <input type="hidden" name="aggregate" value={one.aggregate} />
                  <button type="submit" aria-label={`${say('console.replay')}: ${one.aggregate}`}>
                    {say('console.replay')}
                  </button>
                </form>
              ),
            },
          ]}
        />
      ) : null}
    </>
  );
};

const Repairs = ({ system, told }: { readonly system: SystemView; readonly told: Told }): VNode => {
  const { say } = told;
  return (
    <>
      <h2>{say('console.repairs')}</h2>
      {system.repairs === undefined ? <p class="bad">{say('console.repairs.away')}</p> : null}
      {system.repairs?.length === 0 ? <p>{say('console.repairs.none')}</p> : null}
      {system.repairs && system.repairs.length > 0 ? (
        <Table
          rows={system.repairs}
          columns={[
            { head: say('column.when'), cell: (one) => timeIn(told, one.at) },
            { head: say('console.process'), cell: (one) => <code>{one.processId}</code> },
            { head: say('console.repair'), cell: (one) => say(`console.repair.${one.repair}`) },
            { head: say('console.repair.reason'), cell: (one) => one.reasonCode },
            { head: say('console.repairs.who'), cell: (one) => <code>{one.personId.slice(0, 8)}</code> },
          ]}
        />
      ) : null}
    </>
  );
};

/** How the system is: engines and their versions, rooms and how far they are, what is parked, and who repaired what. */
export const System = (props: {
  readonly system: SystemView;
  readonly told: Told;
  readonly forumId: string;
  readonly formId: string;
}): VNode => {
  const { system, told } = props;
  const { say } = told;
  return (
    <>
      <h2>{say('console.system')}</h2>
      <ul class="plain">
        {system.engines.map(({ name, version }) => (
          <li key={name}>
            {name} {version ? <Tag tone="good">{version}</Tag> : <Tag tone="bad">{say('console.down')}</Tag>}
          </li>
        ))}
      </ul>
      <Rooms system={system} told={told} />
      <Parked {...props} />
      <Repairs system={system} told={told} />
    </>
  );
};
