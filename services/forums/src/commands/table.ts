import { dayOf } from '@madang/calendar';
import {
  AdoptRules,
  ClockStepped,
  DissolveWorkingGroup,
  FormWorkingGroup,
  ForumFounded,
  FoundForum,
  HandOverSeat,
  JoinWorkingGroup,
  LeaveWorkingGroup,
  MemberSeated,
  RecordRepositoryUpdate,
  RepositoryUpdated,
  RulesAdopted,
  SeatHandedOver,
  SeatMember,
  SeatVacated,
  StepClock,
  VacateSeat,
  WorkingGroupDissolved,
  WorkingGroupFormed,
  WorkingGroupJoined,
  WorkingGroupLeft,
} from '@madang/contracts';
import { accepted, alreadySo, answers, happened, refused, unknown } from '@madang/decider';
import { clock } from '../domain/forum/clock.ts';
import { forum } from '../domain/forum/forum.ts';

const on = (body: { readonly forumId: string }) => forum.ref(body.forumId);

export const foundForum = answers(FoundForum, {
  on,
  reads: (body) => (body.parentForumId ? [forum.ref(body.parentForumId)] : []),
  decide: ({ body }, { self, of }) => {
    if (self) return alreadySo();
    if (body.clock === 'stepped' && !body.startsAt)
      return refused(
        'stepped-clock-needs-a-start',
        'Say where the clock of the rehearsal starts (startsAt).',
      );
    if (body.clock === 'wall' && body.startsAt)
      return refused('wall-clock-starts-now', 'Leave startsAt out: only a rehearsal has a clock of its own.');
    if (body.level === 'national' && body.parentForumId)
      return refused('national-forum-has-no-parent', 'Only a local forum has a parent forum.');
    if (body.parentForumId && !of(forum.ref(body.parentForumId))) return unknown('forum', body.parentForumId);
    try {
      dayOf('2026-01-01T00:00:00.000Z', body.zone);
    } catch {
      return refused('unknown-zone', 'Name an IANA time zone such as Asia/Seoul.', { zone: body.zone });
    }
    return accepted(happened(on(body), ForumFounded, body));
  },
});

export const adoptRules = answers(AdoptRules, {
  on,
  decide: ({ body, now }, { self }) => {
    if (!self) return unknown('forum', body.forumId);
    const last = self.rules.at(-1);
    if (last && body.adoptedOn < last.adoptedOn)
      return refused('rules-older-than-those-in-force', 'Rules are adopted one after the other.', {
        inForceSince: last.adoptedOn,
      });
    if (body.adoptedOn > dayOf(now, self.zone))
      return refused('adopted-in-the-future', 'Record the rules on the day they are adopted or later.', {
        today: dayOf(now, self.zone),
      });
    if (
      last &&
      last.adoptedOn === body.adoptedOn &&
      JSON.stringify(last.rules) === JSON.stringify(body.rules)
    )
      return alreadySo();
    return accepted(happened(on(body), RulesAdopted, { ...body, version: self.rules.length + 1 }));
  },
});

const endsBeforeItStarts = ({ from, until }: { readonly from: string; readonly until: string }) =>
  until < from
    ? refused('mandate-ends-before-it-starts', 'Give an end on or after the start.', { from, until })
    : undefined;

export const seatMember = answers(SeatMember, {
  on,
  decide: ({ body }, { self }) => {
    if (!self) return unknown('forum', body.forumId);
    const seat = self.seats[body.seatId];
    if (seat)
      return seat.holdings[0]?.personId === body.personId
        ? alreadySo()
        : refused('seat-is-taken', 'Hand the seat over, or choose another seat id.', { seatId: body.seatId });
    return endsBeforeItStarts(body) ?? accepted(happened(on(body), MemberSeated, body));
  },
});

export const handOverSeat = answers(HandOverSeat, {
  on,
  decide: ({ body }, { self }) => {
    const seat = self?.seats[body.seatId];
    if (!self || !seat) return unknown('seat', body.seatId);
    const last = seat.holdings.at(-1);
    if (last?.personId === body.personId && last.from === body.from && last.until === body.until)
      return alreadySo();
    if (last && body.from <= last.from)
      return refused('hand-over-before-the-mandate-began', 'Choose a later day.', { mandateFrom: last.from });
    return endsBeforeItStarts(body) ?? accepted(happened(on(body), SeatHandedOver, body));
  },
});

export const vacateSeat = answers(VacateSeat, {
  on,
  decide: ({ body }, { self }) => {
    const seat = self?.seats[body.seatId];
    if (!self || !seat) return unknown('seat', body.seatId);
    if (!seat.holdings.some((one) => one.until > body.on)) return alreadySo();
    return accepted(happened(on(body), SeatVacated, body));
  },
});

export const formWorkingGroup = answers(FormWorkingGroup, {
  on,
  decide: ({ body }, { self }) => {
    if (!self) return unknown('forum', body.forumId);
    if (self.dissolvedGroupIds?.includes(body.groupId))
      return refused('working-group-dissolved', 'Form a new working group under another id.');
    return self.groups[body.groupId] ? alreadySo() : accepted(happened(on(body), WorkingGroupFormed, body));
  },
});

export const joinWorkingGroup = answers(JoinWorkingGroup, {
  on,
  decide: ({ body }, { self }) => {
    const group = self?.groups[body.groupId];
    if (!self || !group) return unknown('working-group', body.groupId);
    if (body.seatId && !self.seats[body.seatId]) return unknown('seat', body.seatId);
    return group.personIds.includes(body.personId)
      ? alreadySo()
      : accepted(happened(on(body), WorkingGroupJoined, body));
  },
});

export const leaveWorkingGroup = answers(LeaveWorkingGroup, {
  on,
  decide: ({ body }, { self }) => {
    const group = self?.groups[body.groupId];
    if (!self || !group) return unknown('working-group', body.groupId);
    return group.personIds.includes(body.personId)
      ? accepted(happened(on(body), WorkingGroupLeft, body))
      : alreadySo();
  },
});

export const dissolveWorkingGroup = answers(DissolveWorkingGroup, {
  on,
  decide: ({ body, now }, { self }) => {
    if (self?.dissolvedGroupIds?.includes(body.groupId)) return alreadySo();
    if (!self?.groups[body.groupId]) return unknown('working-group', body.groupId);
    const today = dayOf(now, self.zone);
    if (body.on > today)
      return refused('dissolved-in-the-future', 'Record it on the day on which the group ends or later.', {
        today,
      });
    return accepted(happened(on(body), WorkingGroupDissolved, body));
  },
});

export const recordRepositoryUpdate = answers(RecordRepositoryUpdate, {
  on,
  decide: ({ body, now }, { self }) => {
    if (!self) return unknown('forum', body.forumId);
    if (self.updateIds.includes(body.updateId)) return alreadySo();
    if (body.on > dayOf(now, self.zone))
      return refused('update-in-the-future', 'Record the update when it has been made.', {
        today: dayOf(now, self.zone),
      });
    return accepted(happened(on(body), RepositoryUpdated, body));
  },
});

export const stepClock = answers(StepClock, {
  on: (body) => clock.ref(body.forumId),
  reads: (body) => [forum.ref(body.forumId)],
  decide: ({ body, now }, { of }) => {
    const founded = of(forum.ref(body.forumId));
    if (!founded) return unknown('forum', body.forumId);
    if (founded.clock !== 'stepped')
      return refused('wall-clock-cannot-be-stepped', "Only a rehearsal forum's clock is stepped.");
    if (body.to <= now) return alreadySo();
    return accepted(happened(clock.ref(body.forumId), ClockStepped, body));
  },
});
