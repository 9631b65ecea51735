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
import type { SiteDeps } from './site-deps.ts';

const PATIENCE = 2_000;
const SERVICES = ServiceName.options;

/** Asks every room of the system how it is; a room that does not answer is shown as away. */
export const lookAtSystem = async ({ asker, ownHealth }: SiteDeps, actor: Actor): Promise<SystemView> => {
  const asked = async <Q extends Query>(query: Q): Promise<z.output<Q['result']> | undefined> => {
    const answer = await asker.query({ type: query.type, actor, body: {} }, PATIENCE);
    return answer.status === 200 ? (query.result.parse(answer.result) as z.output<Q['result']>) : undefined;
  };
  const [own, workflows, log, ...rooms] = await Promise.all([
    ownHealth?.(),
    asked(WorkflowsHealth),
    asked(RepairsOf),
    ...SERVICES.map(async (name) => {
      const { Positions, ParkedFacts } = operationContracts(name);
      const [positions, parked] = await Promise.all([asked(Positions), asked(ParkedFacts)]);
      return { name, positions, parked: parked?.parked ?? [] };
    }),
  ]);
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
    parked: rooms.flatMap(({ name, parked }) => parked.map((one) => ({ ...one, room: name }))),
    engines: [
      { name: 'PostgreSQL', version: own?.postgres ?? null },
      { name: 'NATS', version: own?.nats ?? null },
      { name: 'Temporal', version: workflows?.temporal ?? null },
      { name: 'Node.js', version: own?.node ?? null },
    ],
    repairs: log?.repairs,
  };
};
