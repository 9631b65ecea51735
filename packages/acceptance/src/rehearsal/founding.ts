import {
  type Actor,
  AdoptRules,
  CreatePost,
  FormWorkingGroup,
  FoundForum,
  GrantRole,
  HandOverSeat,
  JoinWorkingGroup,
  OpenAccount,
  RecordRepositoryUpdate,
  RegisterInstitution,
  type Role,
  SeatMember,
  VacateSeat,
} from '@madang/contracts';
import { postLevels } from './cast.ts';
import { inLanes } from './in-lanes.ts';
import { type Rehearsal, written } from './rehearsal.ts';

type Person = { readonly label: string; readonly actor: Actor; readonly name: string };

const isRole = (role: Role): role is Exclude<Role, 'process'> => role !== 'process';

const peopleOf = ({ scenario, cast, ids }: Rehearsal): readonly Person[] => {
  const { seats, institutions, workingGroups, contributions } = scenario;
  return [
    { label: 'secretariat', actor: cast.secretariat, name: '사무국' },
    { label: 'operator', actor: cast.operator, name: '운영자' },
    ...[...seats.members, ...seats.filled].map(({ seat }) => ({
      label: `seat/${seat}`,
      actor: cast.holder(seat),
      name: `${seat} 위원`,
    })),
    ...seats.handedOver.map(({ seat }) => ({
      label: `seat/${seat}/successor`,
      actor: cast.holder(seat, true),
      name: `${seat} 후임`,
    })),
    ...institutions.flatMap(({ code }) =>
      postLevels.map(({ level, ko }) => ({
        label: `post/${code}/${level}`,
        actor: { ...cast.post(code), id: ids.of(`person/post/${code}/${level}`) },
        name: `${code} ${ko}`,
      })),
    ),
    ...workingGroups.flatMap(({ group, outsiders }) =>
      Object.entries(outsiders).flatMap(([sector, many]) =>
        Array.from({ length: many }, (_, at) => ({
          label: `outsider/${group}/${sector}/${at + 1}`,
          actor: cast.outsider(group, sector, at + 1),
          name: `${group} ${at + 1}`,
        })),
      ),
    ),
    ...Array.from({ length: contributions.citizens }, (_, at) => ({
      label: `citizen/${at + 1}`,
      actor: cast.citizen(at + 1),
      name: `시민 ${at + 1}`,
    })),
  ];
};

const foundForum = async (r: Rehearsal): Promise<void> => {
  const { forum, institutions } = r.scenario;
  const { forumId, cast, ids } = r;
  const { startsOn, name, ...rest } = forum;
  await r.ask(cast.secretariat, FoundForum, 'found', {
    ...rest,
    forumId,
    name: { ko: `${name.ko} (리허설)`, en: `${name.en} (rehearsal)` },
    clock: 'stepped',
    startsAt: r.at(startsOn, 0),
  });
  await inLanes(
    institutions,
    ({ code }) => code,
    async ({ code, kind, name: of }) => {
      const institutionId = ids.of(`institution/${code}`);
      await r.ask(cast.secretariat, RegisterInstitution, `institution/${code}`, {
        forumId,
        institutionId,
        code,
        name: of,
        institutionKind: kind,
        from: startsOn,
      });
      for (const { level, ko, en } of postLevels)
        await r.ask(cast.secretariat, CreatePost, `post/${code}/${level}`, {
          forumId,
          postId: ids.of(`post/${code}/${level}`),
          institutionId,
          title: { ko, en },
          level,
          personId: ids.of(`person/post/${code}/${level}`),
          from: startsOn,
        });
    },
  );
  await inLanes(
    peopleOf(r),
    ({ label }) => label,
    async ({ label, actor, name: called }) => {
      const named = {
        name: written(`${called} (리허설)`),
        mail: written(`${label.replaceAll('/', '.')}@rehearsal.example`, 'en'),
      };
      await r.ask(cast.secretariat, OpenAccount, `account/${label}`, {
        forumId,
        personId: actor.id,
        ...(actor.roles.includes('citizen') ? {} : named),
      });
      for (const role of actor.roles.filter(isRole).filter((one) => one !== 'citizen'))
        await r.ask(cast.operator, GrantRole, `role/${label}/${role}`, {
          forumId,
          personId: actor.id,
          role,
          ...(actor.institutionId === undefined ? {} : { institutionId: actor.institutionId }),
          from: startsOn,
        });
    },
  );
};

const seatTable = async (r: Rehearsal): Promise<void> => {
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
