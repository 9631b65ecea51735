import {
  type Actor,
  type After,
  operationContracts,
  type Query,
  RepairsOf,
  ServiceName,
  WorkflowsHealth,
} from '@madang/contracts';
import type { z } from 'zod';
import type { SystemView } from '../../pages/console/system-view.ts';
import { parkedIn, type Room } from '../repair-log.ts';
import type { SiteDeps } from './site-deps.ts';

const PATIENCE = 2_000;
const SERVICES = ServiceName.options;
const ROOMS: readonly Room[] = [...SERVICES, 'portal'];
/** Parked facts of each room that stand on the console itself. */
const FEW = 10;

/** Asks every room of the system how it is; a room that does not answer is shown as away. */
export const lookAtSystem = async (deps: SiteDeps, actor: Actor): Promise<SystemView> => {
  const { asker, ownHealth } = deps;
  const asked = async <Q extends Query>(query: Q): Promise<z.output<Q['result']> | undefined> => {
    const answer = await asker.query({ type: query.type, actor, body: {} }, PATIENCE);
    return answer.status === 200 ? (query.result.parse(answer.result) as z.output<Q['result']>) : undefined;
  };
  const parked = Promise.all(ROOMS.map(async (room) => ({ room, ...(await parkedIn(deps, actor, room)) })));
  const [own, workflows, log, ...rooms] = await Promise.all([
    ownHealth?.(),
    asked(WorkflowsHealth),
    asked(RepairsOf),
    ...SERVICES.map(async (name) => {
      const { Positions } = operationContracts(name);
      return { name, positions: await asked(Positions) };
    }),
  ]);
  const held = await parked;
  const heads = new Map(rooms.map((room) => [room.name as string, room.positions?.head]));
  const lagsOf = (heard: After | undefined) =>
    Object.entries(heard ?? {}).map(([source, at]) => ({
      source,
      behind: Math.max(0, (heads.get(source) ?? at ?? 0) - (at ?? 0)),
    }));
  return {
    rooms: [
      ...rooms.map(({ name, positions }) => ({
        ...{ name, isUp: positions !== undefined, lags: lagsOf(positions?.heard) },
        backlog: positions ? positions.head - positions.published : null,
        unpublishedSince: positions?.unpublishedSince ?? null,
        ...{ waiting: positions?.waiting ?? null, parked: positions?.parked ?? null },
      })),
      ...[
        { name: 'workflows', heard: workflows?.heard, waiting: null, parked: null },
        { name: 'portal', heard: own?.heard, waiting: own?.waiting ?? null, parked: own?.parked ?? null },
      ].map(({ name, heard, waiting, parked }) => ({
        ...{ name, isUp: heard !== undefined, lags: lagsOf(heard), waiting, parked },
        ...{ backlog: null, unpublishedSince: null },
      })),
    ],
    parked: held.flatMap(({ room, parked: all = [] }) => all.slice(0, FEW).map((one) => ({ ...one, room }))),
    moreParked: held.flatMap(({ room, parked: all = [] }) => (all.length > FEW ? [room] : [])),
    versions: {
      ...{ build: own?.build ?? null, buildId: workflows?.buildId ?? null },
      workers: workflows?.workers ?? [],
    },
    engines: [
      { name: 'PostgreSQL', version: own?.postgres ?? null },
      { name: 'NATS', version: own?.nats ?? null },
      { name: 'Temporal', version: workflows?.temporal ?? null },
      { name: 'Node.js', version: own?.node ?? null },
    ],
    repairs: log?.repairs,
  };
};
