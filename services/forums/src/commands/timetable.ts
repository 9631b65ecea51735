import { dayOf, daysBetween } from '@madang/calendar';
import { DeadlineMoved, MoveDeadline, PublishTimetable, TimetablePublished } from '@madang/contracts';
import { accepted, answers, happened, refused, unknown } from '@madang/decider';
import { cycle } from '../domain/cycle/cycle.ts';
import { timetableRefusal, withInstants } from '../domain/cycle/timetable-rules.ts';

const on = (body: { readonly cycleId: string }) => cycle.ref(body.cycleId);

export const publishTimetable = answers(PublishTimetable, {
  on,
  decide: ({ body, now }, { self }) => {
    if (!self) return unknown('cycle', body.cycleId);
    if (self.stage !== 'timetable')
      return refused('development-has-begun', 'Move a deadline by a decision instead.', {
        stage: self.stage,
      });
    const wrong = timetableRefusal(body.stages);
    if (wrong) return wrong;
    const publishedOn = dayOf(now, self.zone);
    const start = body.stages.find((one) => one.stage === 'drafting')?.opensOn ?? publishedOn;
    if (start < publishedOn)
      return refused('starts-in-the-past', 'Let drafting open ahead of today.', { today: publishedOn });
    const stages = [...withInstants(body.stages, self.zone)];
    const { forumId, cycleId, opportunities } = body;
    return accepted(
      happened(on(body), TimetablePublished, {
        forumId,
        cycleId,
        version: self.version + 1,
        publishedOn,
        noticeDays: daysBetween(publishedOn, start),
        stages,
        opportunities,
      }),
    );
  },
});

/** A deadline moves only by a decision with authority, reason and notice; never into the past, never one that has passed. */
export const moveDeadline = answers(MoveDeadline, {
  on,
  decide: ({ body, now }, { self }) => {
    if (!self) return unknown('cycle', body.cycleId);
    const dates = self.stages.find((one) => one.stage === body.stage);
    if (!dates) return refused('timetable-not-published', 'Publish the timetable first.');
    const today = dayOf(now, self.zone);
    if (!body.opensOn && !body.closesOn)
      return refused('nothing-to-move', 'Give a new opening or closing day.');
    if (body.noticeGivenOn > today) return refused('notice-in-the-future', 'Give notice first.', { today });
    if (body.opensOn && (body.opensOn < today || dates.opensOn < today))
      return refused('deadline-in-the-past', 'An opening that has passed, or would have, cannot be moved.', {
        opensOn: dates.opensOn,
        today,
      });
    if (body.closesOn && (body.closesOn < today || dates.closesOn < today))
      return refused('deadline-in-the-past', 'A closing that has passed, or would have, cannot be moved.', {
        closesOn: dates.closesOn,
        today,
      });
    const moved = self.stages.map((one) =>
      one.stage === body.stage
        ? { ...one, opensOn: body.opensOn ?? one.opensOn, closesOn: body.closesOn ?? one.closesOn }
        : one,
    );
    const wrong = timetableRefusal(moved);
    if (wrong) return wrong;
    const { forumId, cycleId, stage, authority, reason, noticeGivenOn, letter } = body;
    const stages = [...withInstants(moved, self.zone)];
    return accepted(
      happened(on(body), DeadlineMoved, {
        forumId,
        cycleId,
        version: self.version + 1,
        stage,
        stages,
        authority,
        reason,
        noticeGivenOn,
        ...(letter ? { letter } : {}),
      }),
    );
  },
});
