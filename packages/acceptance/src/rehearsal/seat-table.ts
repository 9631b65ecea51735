import { AdoptRules, FormWorkingGroup, JoinWorkingGroup, SeatMember } from '@madang/contracts';
import { type Rehearsal, written } from './rehearsal.ts';

/** Rules of procedure, seats and working groups. */
export const seatTable = async (r: Rehearsal): Promise<void> => {
  const { scenario, forumId, cast, ids } = r;
  await r.ask(cast.secretariat, AdoptRules, 'rules', {
    forumId,
    rules: scenario.rules.voting,
    adoptedOn: scenario.rules.adoptedOn,
    text: written('포럼 운영 규정 (리허설)'),
  });
  for (const { seat, organisation, sector, institution, position } of scenario.seats.members)
    await r.ask(cast.secretariat, SeatMember, `seat/${seat}`, {
      forumId,
      seatId: ids.of(`seat/${seat}`),
      personId: cast.holder(seat).id,
      sector,
      organisation,
      position,
      ...scenario.seats.mandate,
      ...(institution === undefined ? {} : { institutionId: ids.of(`institution/${institution}`) }),
    });
  for (const { group, name, seats, outsiders } of scenario.workingGroups) {
    const groupId = ids.of(`group/${group}`);
    await r.ask(cast.secretariat, FormWorkingGroup, `group/${group}`, { forumId, groupId, name });
    for (const seat of seats)
      await r.ask(cast.secretariat, JoinWorkingGroup, `group/${group}/${seat}`, {
        forumId,
        groupId,
        personId: cast.holder(seat).id,
        seatId: ids.of(`seat/${seat}`),
        sector: scenario.seats.members.find((one) => one.seat === seat)?.sector ?? 'civil-society',
      });
    for (const [sector, many] of Object.entries(outsiders))
      for (let at = 1; at <= many; at += 1)
        await r.ask(cast.secretariat, JoinWorkingGroup, `group/${group}/${sector}/${at}`, {
          forumId,
          groupId,
          personId: cast.outsider(group, sector, at).id,
          sector: sector as keyof typeof outsiders,
        });
  }
};
