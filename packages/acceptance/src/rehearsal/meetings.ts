import { HoldMeeting, MinuteMeeting, ScheduleMeeting } from '@madang/contracts';
import { type Rehearsal, written } from './rehearsal.ts';

/** Who holds a seat on a day. */
export const holdersOn = (
  { scenario, cast }: Rehearsal,
  day: string,
): readonly { readonly seat: string; readonly sector: string; readonly id: string }[] => {
  const { members, filled, vacated, handedOver } = scenario.seats;
  const gone = new Set(vacated.filter(({ on }) => on <= day).map(({ seat }) => seat));
  return [...members, ...filled.filter(({ on }) => on <= day)]
    .filter(({ seat }) => !gone.has(seat))
    .map(({ seat, sector }) => ({
      seat,
      sector,
      id: cast.holder(
        seat,
        handedOver.some((one) => one.seat === seat && one.on <= day),
      ).id,
    }));
};

/** Meetings are announced a week ahead, held, and minuted on the next day. */
export const meetings = (r: Rehearsal): void => {
  const { scenario, forumId, cast, ids, agenda, at } = r;
  for (const { meeting, on, kind, group, withCivilSociety } of scenario.meetings) {
    const meetingId = ids.of(`meeting/${meeting}`);
    const announced = [at(on, 9, -7), at(scenario.rules.adoptedOn, 14)].toSorted().at(-1) ?? '';
    const ofGroup = scenario.workingGroups.find((one) => one.group === group);
    agenda.put(
      announced,
      `meeting ${meeting} is announced`,
      async () =>
        void (await r.ask(cast.secretariat, ScheduleMeeting, `meeting/${meeting}/schedule`, {
          forumId,
          meetingId,
          meetingKind: kind,
          startsAt: at(on, 14),
          openToPublic: true,
          agenda: written('안건 (리허설)'),
          ...(group === undefined ? {} : { groupId: ids.of(`group/${group}`) }),
          ...(announced >= at(scenario.cycle.opensOn, 12) ? { cycleId: r.cycleId } : {}),
        })),
    );
    agenda.put(at(on, 17), `meeting ${meeting} is held`, async () => {
      const attendance = holdersOn(r, on)
        .filter(({ seat }) => ofGroup === undefined || ofGroup.seats.includes(seat))
        .map(({ seat }) => ids.of(`seat/${seat}`));
      await r.ask(cast.secretariat, HoldMeeting, `meeting/${meeting}/hold`, {
        forumId,
        meetingId,
        heldOn: on,
        attendance,
        withCivilSociety,
      });
    });
    agenda.put(
      at(on, 10, 1),
      `meeting ${meeting} is minuted`,
      async () =>
        void (await r.ask(cast.secretariat, MinuteMeeting, `meeting/${meeting}/minutes`, {
          forumId,
          meetingId,
          minutes: written('회의록 (리허설)'),
        })),
    );
  }
};
