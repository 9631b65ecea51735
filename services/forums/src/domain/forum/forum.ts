import { addDays } from '@madang/calendar';
import {
  type DataOf,
  ForumFounded,
  MemberSeated,
  RepositoryUpdated,
  RequirementAtRisk,
  RulesAdopted,
  SeatHandedOver,
  SeatVacated,
  type VotingRules,
  WorkingGroupDissolved,
  WorkingGroupFormed,
  WorkingGroupJoined,
  WorkingGroupLeft,
} from '@madang/contracts';
import { aggregate, type DomainEvent } from '@madang/decider';

type Founded = DataOf<typeof ForumFounded>;
type Seated = DataOf<typeof MemberSeated>;

/** Who holds a seat from a day until a day; both days are part of the mandate. */
export type Holding = { readonly personId: string; readonly from: string; readonly until: string };
export type Seat = Omit<Seated, 'personId' | 'from' | 'until' | 'forumId'> & {
  readonly holdings: readonly Holding[];
};
export type WorkingGroup = {
  readonly groupId: string;
  readonly name: Founded['name'];
  readonly personIds: readonly string[];
};
export type RulesVersion = {
  readonly version: number;
  readonly adoptedOn: string;
  readonly rules: VotingRules;
};

export type Forum = Founded & {
  readonly foundedAt: string;
  readonly rules: readonly RulesVersion[];
  readonly seats: Readonly<Record<string, Seat>>;
  readonly groups: Readonly<Record<string, WorkingGroup>>;
  /** Working groups that have ended; left out while none has. */
  readonly dissolvedGroupIds?: readonly string[];
  readonly updatesOn: readonly string[];
  readonly updateIds: readonly string[];
  /** What was said of requirements at risk: the requirement, its last day, and how it stood. */
  readonly risksTold: readonly string[];
};

/** How a stated risk is remembered. Approaching is not said any more once it was missed. */
export const riskTold = (requirement: string, dueOn: string, risk: string): string =>
  `${requirement} ${dueOn} ${risk}`;

/** A mandate that another follows ends on the day before. */
const withHolding = (seat: Seat, next: Holding): Seat => ({
  ...seat,
  holdings: [
    ...seat.holdings.map((one) => (one.until >= next.from ? { ...one, until: addDays(next.from, -1) } : one)),
    next,
  ],
});

const change = (state: Forum, seatId: string, how: (seat: Seat) => Seat): Forum => {
  const seat = state.seats[seatId];
  return seat ? { ...state, seats: { ...state.seats, [seatId]: how(seat) } } : state;
};

const evolve = (state: Forum | undefined, event: DomainEvent): Forum => {
  if (event.type === ForumFounded.type)
    return {
      ...(event.data as Founded),
      foundedAt: event.time,
      rules: [],
      seats: {},
      groups: {},
      updatesOn: [],
      updateIds: [],
      risksTold: [],
    };
  if (!state) throw new Error(`${event.type} before the forum was founded`);
  switch (event.type) {
    case RulesAdopted.type: {
      const { version, rules, adoptedOn } = event.data as DataOf<typeof RulesAdopted>;
      return { ...state, rules: [...state.rules, { version, rules, adoptedOn }] };
    }
    case MemberSeated.type: {
      const { personId, from, until, forumId: _, ...seat } = event.data as Seated;
      return {
        ...state,
        seats: { ...state.seats, [seat.seatId]: { ...seat, holdings: [{ personId, from, until }] } },
      };
    }
    case SeatHandedOver.type: {
      const { seatId, personId, from, until } = event.data as DataOf<typeof SeatHandedOver>;
      return change(state, seatId, (seat) => withHolding(seat, { personId, from, until }));
    }
    case SeatVacated.type: {
      const { seatId, on } = event.data as DataOf<typeof SeatVacated>;
      return change(state, seatId, (seat) => ({
        ...seat,
        holdings: seat.holdings.map((one) => (one.until > on ? { ...one, until: on } : one)),
      }));
    }
    case WorkingGroupFormed.type: {
      const { groupId, name } = event.data as DataOf<typeof WorkingGroupFormed>;
      return { ...state, groups: { ...state.groups, [groupId]: { groupId, name, personIds: [] } } };
    }
    case WorkingGroupJoined.type: {
      const { groupId, personId } = event.data as DataOf<typeof WorkingGroupJoined>;
      const group = state.groups[groupId];
      return group
        ? {
            ...state,
            groups: { ...state.groups, [groupId]: { ...group, personIds: [...group.personIds, personId] } },
          }
        : state;
    }
    case WorkingGroupLeft.type: {
      const { groupId, personId } = event.data as DataOf<typeof WorkingGroupLeft>;
      const group = state.groups[groupId];
      return group
        ? {
            ...state,
            groups: {
              ...state.groups,
              [groupId]: { ...group, personIds: group.personIds.filter((id) => id !== personId) },
            },
          }
        : state;
    }
    case WorkingGroupDissolved.type: {
      const { groupId } = event.data as DataOf<typeof WorkingGroupDissolved>;
      const { [groupId]: _, ...groups } = state.groups;
      return { ...state, groups, dissolvedGroupIds: [...(state.dissolvedGroupIds ?? []), groupId] };
    }
    case RepositoryUpdated.type: {
      const { on, updateId } = event.data as DataOf<typeof RepositoryUpdated>;
      return { ...state, updatesOn: [...state.updatesOn, on], updateIds: [...state.updateIds, updateId] };
    }
    case RequirementAtRisk.type: {
      const { requirement, dueOn, risk } = event.data as DataOf<typeof RequirementAtRisk>;
      return { ...state, risksTold: [...state.risksTold, riskTold(requirement, dueOn, risk)] };
    }
    default:
      return state;
  }
};

export const forum = aggregate<Forum>('forum', evolve);

/** Who holds a seat on a day; nobody when no mandate covers it. */
export const holderOn = (seat: Seat, day: string): Holding | undefined =>
  seat.holdings.find((one) => one.from <= day && day <= one.until);

/** Who co-chairs the forum on a day. */
export const coChairsOn = (state: Forum, day: string): readonly string[] =>
  Object.values(state.seats)
    .filter((seat) => seat.position === 'co-chair')
    .flatMap((seat) => holderOn(seat, day)?.personId ?? []);

/** The rules of procedure in force on a day: the last adopted by then. */
export const rulesOn = (state: Forum, day: string): RulesVersion | undefined =>
  state.rules.filter((one) => one.adoptedOn <= day).at(-1);
