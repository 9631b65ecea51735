import type { VNode } from 'preact';
import { Facts, Table, Tag } from '../kit/parts.tsx';
import { type Told, timeIn } from '../kit/told.ts';
import { ParkedTable } from './parked.tsx';
import { RepairsLog } from './repairs-log.tsx';
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

const Parked = ({ system, told, formId }: Props): VNode => {
  const { say, lang } = told;
  return (
    <>
      <h3 id="parked">{say('console.parked')}</h3>
      {system.parked.length === 0 ? <p>{say('console.parked.none')}</p> : null}
      {system.parked.length > 0 ? <ParkedTable parked={system.parked} told={told} formId={formId} /> : null}
      {system.moreParked.map((room) => (
        <p key={room}>
          <a href={`/${lang}/console/parked?room=${room}`}>
            {say('console.parked.all')}: {room}
          </a>
        </p>
      ))}
    </>
  );
};

const Versions = ({ system, told }: { readonly system: SystemView; readonly told: Told }): VNode => {
  const { say } = told;
  const none = say('console.version.none');
  const { build, buildId, workers } = system.versions;
  return (
    <Facts
      facts={[
        [say('console.version.build'), <code key="build">{build ?? none}</code>],
        [say('console.version.workers'), <code key="worker">{buildId ?? none}</code>],
        [
          say('console.versions'),
          workers
            .map((one) =>
              one.isCurrent ? say('console.version.current', { build: one.buildId }) : one.buildId,
            )
            .join(', '),
        ],
      ]}
    />
  );
};

const Repairs = ({ system, told }: { readonly system: SystemView; readonly told: Told }): VNode => {
  const { say } = told;
  return (
    <>
      <h2 id="repairs">{say('console.repairs')}</h2>
      {system.repairs === undefined ? <p class="bad">{say('console.repairs.away')}</p> : null}
      {system.repairs?.length === 0 ? <p>{say('console.repairs.none')}</p> : null}
      {system.repairs && system.repairs.length > 0 ? (
        <RepairsLog repairs={system.repairs} told={told} />
      ) : null}
    </>
  );
};

type Props = { readonly system: SystemView; readonly told: Told; readonly formId: string };

/** How the system is: engines and their versions, rooms and how far they are, what is parked, and who repaired what. */
export const System = (props: Props): VNode => {
  const { system, told } = props;
  const { say } = told;
  return (
    <>
      <h2 id="system">{say('console.system')}</h2>
      <ul class="plain">
        {system.engines.map(({ name, version }) => (
          <li key={name}>
            {name} {version ? <Tag tone="good">{version}</Tag> : <Tag tone="bad">{say('console.down')}</Tag>}
          </li>
        ))}
      </ul>
      <Versions system={system} told={told} />
      <Rooms system={system} told={told} />
      <Parked {...props} />
      <Repairs system={system} told={told} />
    </>
  );
};
