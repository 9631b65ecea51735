import type { Actor } from '@madang/contracts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Ids } from './ids.ts';

/** Everybody who acts in a rehearsal, by pseudonymous id. */
export type Cast = {
  readonly secretariat: Actor;
  readonly operator: Actor;
  /** The point of contact of an institution. */
  readonly post: (code: string) => Actor;
  /** Who holds a seat; another person after it was handed over. */
  readonly holder: (seat: string, handedOver?: boolean) => Actor;
  readonly citizen: (number: number) => Actor;
  readonly outsider: (group: string, sector: string, number: number) => Actor;
};

export const postLevels = [
  { level: 1, ko: '담당관', en: 'Point of contact' },
  { level: 2, ko: '국장', en: 'Director' },
  { level: 3, ko: '차관', en: 'Vice minister' },
] as const;

export const castOf = (scenario: Scenario, ids: Ids): Cast => {
  const chairs = new Set(
    [...scenario.seats.members, ...scenario.seats.filled]
      .filter(({ position }) => position === 'co-chair')
      .map(({ seat }) => seat),
  );
  return {
    secretariat: { id: ids.of('person/secretariat'), roles: ['secretariat'] },
    operator: { id: ids.of('person/operator'), roles: ['operator'] },
    post: (code) => ({
      id: ids.of(`person/post/${code}/1`),
      roles: ['ministry'],
      institutionId: ids.of(`institution/${code}`),
    }),
    holder: (seat, handedOver = false) => ({
      id: ids.of(`person/seat/${seat}${handedOver ? '/successor' : ''}`),
      roles: chairs.has(seat) ? ['member', 'co-chair'] : ['member'],
    }),
    citizen: (number) => ({ id: ids.of(`person/citizen/${number}`), roles: ['citizen'] }),
    outsider: (group, sector, number) => ({
      id: ids.of(`person/outsider/${group}/${sector}/${number}`),
      roles: ['citizen'],
    }),
  };
};
