import {
  type Actor,
  type Answer,
  NO_FORUM,
  operationContracts,
  PURPOSE_NAMESPACE,
  type QueryAnswer,
  RecordRepair,
  type Repair,
  type ServiceName,
} from '@madang/contracts';
import type { Asker } from '@madang/messaging';
import { v5 as uuidv5 } from 'uuid';

const PATIENCE = 4_500;
const MOST_PAGES = 20;

export type ToLog = {
  readonly repairId: string;
  readonly forumId: string;
  readonly processId: string;
  readonly repair: Repair;
  readonly reasonCode: string;
};

/** Writes a repair down in the name of whoever makes it, before it is made. */
export const logRepair = (asker: Asker, actor: Actor, body: ToLog): Promise<Answer> => {
  const { repairId, forumId } = body;
  const id = uuidv5(`repair/${repairId}`, PURPOSE_NAMESPACE);
  return asker.command(
    { id, type: RecordRepair.type, actor, forumId, correlationId: repairId, body },
    PATIENCE,
  );
};

/** Rooms in which facts are parked: the services, and the portal with its read model. */
export type Room = ServiceName | 'portal';
export type Parked = {
  readonly source: string;
  readonly sequence: number;
  readonly aggregate: string;
  readonly reason: string;
  readonly type?: string | undefined;
  readonly forumId?: string | undefined;
  readonly recordedAt?: string | undefined;
};
type ParkedPage = { readonly parked: readonly Parked[]; readonly next: string | null };
/** What the portal's own read model could not take in. */
export type OwnParked = {
  readonly list: (cursor?: string) => Promise<ParkedPage>;
  readonly replay: (aggregate: string) => Promise<number>;
};
export type Rooms = { readonly asker: Asker; readonly ownParked?: OwnParked | undefined };

/** A page of what is parked in a room; nothing while it does not answer. */
export const parkedIn = async (
  { asker, ownParked }: Rooms,
  actor: Actor,
  room: Room,
  cursor?: string,
): Promise<ParkedPage | undefined> => {
  if (room === 'portal') return ownParked?.list(cursor).catch(() => undefined);
  const { ParkedFacts } = operationContracts(room);
  const body = cursor ? { cursor } : {};
  const answer = await asker.query({ type: ParkedFacts.type, actor, body }, 2_000);
  return answer.status === 200 ? ParkedFacts.result.parse(answer.result) : undefined;
};

const find = async (rooms: Rooms, actor: Actor, room: Room, aggregate: string) => {
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const found = await parkedIn(rooms, actor, room, cursor);
    const here = found?.parked.find((one) => one.aggregate === aggregate);
    if (here || !found?.next) return here;
    cursor = found.next;
  }
  return undefined;
};

/**
 * Has what is parked of an aggregate taken in again. It is written down first, under the forum of the fact, or under none where
 * that is not known to be one. Where nothing is parked nothing is repaired, and nothing written down.
 */
export const replayLogged = async (
  rooms: Rooms,
  actor: Actor,
  wish: {
    readonly room: Room;
    readonly aggregate: string;
    readonly reasonCode: string;
    readonly repairId: string;
  },
): Promise<QueryAnswer> => {
  const { room, aggregate, reasonCode, repairId } = wish;
  const parked = await find(rooms, actor, room, aggregate);
  if (parked) {
    const about = {
      repairId,
      processId: `${room}/${aggregate}`,
      repair: 'replay-parked' as const,
      reasonCode,
    };
    const told = await logRepair(rooms.asker, actor, { ...about, forumId: parked.forumId ?? NO_FORUM });
    const again =
      told.status === 404
        ? await logRepair(rooms.asker, actor, {
            ...{ ...about, repairId: uuidv5(repairId, PURPOSE_NAMESPACE), forumId: NO_FORUM },
          })
        : told;
    if (again.status !== 200) return again;
  }
  if (room === 'portal')
    return { status: 200, result: { replayed: (await rooms.ownParked?.replay(aggregate)) ?? 0 }, heard: {} };
  const { ReplayParked } = operationContracts(room);
  return rooms.asker.query({ type: ReplayParked.type, actor, body: { aggregate } }, PATIENCE);
};
