import { ForumFounded, MemberSeated, SeatHandedOver, SeatVacated } from '@madang/contracts';
import { copy } from '@madang/decider';

type Name = { readonly ko: string; readonly en: string };
export type ForumWriter = {
  readonly addForum: (row: {
    readonly id: string;
    readonly name: Name;
    readonly level: string;
    readonly zone: string;
    readonly clock: string;
    readonly recordedAt: string;
  }) => Promise<void>;
  readonly putSeats: (
    rows: readonly {
      readonly forumId: string;
      readonly seatId: string;
      readonly sector: string;
      readonly fromDay: string;
      readonly untilDay: string;
    }[],
  ) => Promise<void>;
  readonly holdSeatUntil: (forumId: string, seatId: string, day: string) => Promise<void>;
  readonly endSeatOn: (forumId: string, seatId: string, day: string) => Promise<void>;
};

/** Forums and their seats; who sits there is not the public page's business. */
export const forumCopies = [
  copy(ForumFounded, async (rows: ForumWriter, facts) => {
    for (const { data, recordedat } of facts)
      await rows.addForum({
        id: data.forumId,
        name: data.name,
        level: data.level,
        zone: data.zone,
        clock: data.clock,
        recordedAt: recordedat,
      });
  }),
  copy(MemberSeated, async (rows: ForumWriter, facts) => {
    await rows.putSeats(
      facts.map(({ data: { forumId, seatId, sector, from, until } }) => ({
        forumId,
        seatId,
        sector,
        fromDay: from,
        untilDay: until,
      })),
    );
  }),
  copy(SeatHandedOver, async (rows: ForumWriter, facts) => {
    for (const { data } of facts) await rows.holdSeatUntil(data.forumId, data.seatId, data.until);
  }),
  copy(SeatVacated, async (rows: ForumWriter, facts) => {
    for (const { data } of facts) await rows.endSeatOn(data.forumId, data.seatId, data.on);
  }),
];
