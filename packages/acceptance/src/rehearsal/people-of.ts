import type { Actor } from '@madang/contracts';
import { postLevels } from './cast.ts';
import type { Rehearsal } from './rehearsal.ts';

export type Person = { readonly label: string; readonly actor: Actor; readonly name: string };

/** Everybody who has an account, with a made-up name. */
export const peopleOf = ({ scenario, cast, ids }: Rehearsal): readonly Person[] => {
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
