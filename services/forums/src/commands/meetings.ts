import { dayOf } from '@madang/calendar';
import {
  CancelMeeting,
  HoldMeeting,
  MeetingCancelled,
  MeetingHeld,
  MeetingMinuted,
  MeetingScheduled,
  MinuteMeeting,
  ScheduleMeeting,
} from '@madang/contracts';
import { accepted, alreadySo, answers, happened, refused, unknown } from '@madang/decider';
import { forum } from '../domain/forum/forum.ts';
import { meeting } from '../domain/meeting/meeting.ts';

const on = (body: { readonly meetingId: string }) => meeting.ref(body.meetingId);
const table = (body: { readonly forumId: string }) => [forum.ref(body.forumId)];

export const scheduleMeeting = answers(ScheduleMeeting, {
  on,
  reads: table,
  decide: ({ body, now }, { self, of }) => {
    const founded = of(forum.ref(body.forumId));
    if (!founded) return unknown('forum', body.forumId);
    if (self)
      return self.startsAt === body.startsAt
        ? alreadySo()
        : refused('meeting-already-scheduled', 'Cancel it and schedule another.', {
            startsAt: self.startsAt,
          });
    if (body.groupId && !founded.groups[body.groupId]) return unknown('working-group', body.groupId);
    if (body.startsAt < now)
      return refused('meeting-in-the-past', 'Schedule a meeting ahead of its time.', { now });
    return accepted(happened(on(body), MeetingScheduled, body));
  },
});

export const cancelMeeting = answers(CancelMeeting, {
  on,
  decide: ({ body }, { self }) => {
    if (!self) return unknown('meeting', body.meetingId);
    if (self.state === 'cancelled') return alreadySo();
    if (self.state === 'held')
      return refused('meeting-was-held', 'A meeting that took place cannot be cancelled.', {
        heldOn: self.heldOn,
      });
    return accepted(happened(on(body), MeetingCancelled, body));
  },
});

export const holdMeeting = answers(HoldMeeting, {
  on,
  reads: table,
  decide: ({ body, now }, { self, of }) => {
    const founded = of(forum.ref(body.forumId));
    if (!founded || !self) return unknown('meeting', body.meetingId);
    if (self.state === 'held')
      return self.heldOn === body.heldOn
        ? alreadySo()
        : refused('meeting-was-held', 'The day it was held is recorded already.', { heldOn: self.heldOn });
    if (self.state === 'cancelled') return refused('meeting-was-cancelled', 'Schedule another meeting.');
    if (body.heldOn > dayOf(now, founded.zone))
      return refused('held-in-the-future', 'Record the meeting when it has taken place.', {
        today: dayOf(now, founded.zone),
      });
    const stranger = body.attendance.find((seatId) => !founded.seats[seatId]);
    if (stranger) return unknown('seat', stranger);
    const { meetingKind, cycleId } = self;
    return accepted(
      happened(on(body), MeetingHeld, { ...body, meetingKind, ...(cycleId ? { cycleId } : {}) }),
    );
  },
});

export const minuteMeeting = answers(MinuteMeeting, {
  on,
  decide: ({ body }, { self }) => {
    if (!self) return unknown('meeting', body.meetingId);
    if (self.state !== 'held') return refused('meeting-not-held', 'Record first that the meeting was held.');
    if (self.minuted)
      return refused('minutes-are-there', 'Correct the published minutes instead (correct-text).');
    return accepted(happened(on(body), MeetingMinuted, body));
  },
});
