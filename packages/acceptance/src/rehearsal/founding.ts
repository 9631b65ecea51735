import { HandOverSeat, RecordRepositoryUpdate, SeatMember, VacateSeat } from '@madang/contracts';
import { foundForum } from './found-forum.ts';
import type { Rehearsal } from './rehearsal.ts';
import { seatTable } from './seat-table.ts';

/** The forum, who sits at its table, and how the table changes. */
export const founding = (r: Rehearsal): void => {
  const { scenario, forumId, cast, ids, agenda, at } = r;
  const { mandate, handedOver, vacated, filled } = scenario.seats;
  agenda.put(at(scenario.forum.startsOn, 0), 'the forum is founded', () => foundForum(r));
  agenda.put(at(scenario.rules.adoptedOn, 10), 'rules of procedure, seats and working groups', () =>
    seatTable(r),
  );
  for (const { seat, on } of handedOver)
    agenda.put(
      at(on, 9),
      `seat ${seat} is handed over`,
      async () =>
        void (await r.ask(cast.secretariat, HandOverSeat, `hand-over/${seat}`, {
          forumId,
          seatId: ids.of(`seat/${seat}`),
          personId: cast.holder(seat, true).id,
          from: on,
          until: mandate.until,
        })),
    );
  for (const { seat, on } of vacated)
    agenda.put(
      at(on, 9),
      `seat ${seat} is vacated`,
      async () =>
        void (await r.ask(cast.secretariat, VacateSeat, `vacate/${seat}`, {
          forumId,
          seatId: ids.of(`seat/${seat}`),
          on,
          reasonCode: 'resigned',
        })),
    );
  for (const { seat, on, organisation, sector, position } of filled)
    agenda.put(
      at(on, 9),
      `seat ${seat} is filled`,
      async () =>
        void (await r.ask(cast.secretariat, SeatMember, `seat/${seat}`, {
          forumId,
          seatId: ids.of(`seat/${seat}`),
          personId: cast.holder(seat).id,
          sector,
          organisation,
          position,
          from: on,
          until: mandate.until,
        })),
    );
  for (const on of scenario.repositoryUpdatedOn)
    agenda.put(
      at(on, 15),
      'the repository is updated',
      async () =>
        void (await r.ask(cast.secretariat, RecordRepositoryUpdate, `repository/${on}`, {
          forumId,
          updateId: ids.of(`repository/${on}`),
          on,
          link: `https://rehearsal.example/repository/${on}`,
        })),
    );
};
