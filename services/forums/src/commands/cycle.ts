import { addDays, addMonths, dayOf, daysBetween } from '@madang/calendar';
import {
  ApprovePlan,
  BeginStage,
  CloseCycle,
  CycleClosed,
  CycleOpened,
  CycleResumed,
  CycleSuspended,
  OpenCycle,
  OutreachRecorded,
  PlanApproved,
  PlanSubmitted,
  RecordOutreach,
  ResumeCycle,
  StageBegun,
  SubmitPlan,
  SuspendCycle,
} from '@madang/contracts';
import { accepted, alreadySo, answers, happened, refused, unknown } from '@madang/decider';
import { rulePack } from '@madang/standards';
import { ballot } from '../domain/ballot/ballot.ts';
import { cycle } from '../domain/cycle/cycle.ts';
import { type Gates, gateRefusal } from '../domain/cycle/stage-gate.ts';
import { shifted } from '../domain/cycle/timetable-rules.ts';
import { forum } from '../domain/forum/forum.ts';

export type GateRows = { readonly gatesOf: (cycleId: string) => Promise<Gates> };
const on = (body: { readonly cycleId: string }) => cycle.ref(body.cycleId);
const gates = (rows: GateRows, { body }: { readonly body: { readonly cycleId: string } }) =>
  rows.gatesOf(body.cycleId);

export const openCycle = answers(OpenCycle, {
  on,
  reads: (body) => [forum.ref(body.forumId)],
  decide: ({ body }, { self, of }) => {
    const founded = of(forum.ref(body.forumId));
    if (!founded) return unknown('forum', body.forumId);
    if (self)
      return self.startsOn === body.startsOn && self.endsOn === body.endsOn
        ? alreadySo()
        : refused('cycle-already-open', 'Choose another id.', { cycleId: body.cycleId });
    if (!rulePack(founded.rulePack).planYears.includes(body.years))
      return refused('plan-years-not-allowed', 'The rule pack knows other lengths.', { years: body.years });
    const full = addDays(addMonths(body.startsOn, 12 * body.years), -1);
    if (body.endsOn > full || body.endsOn <= body.startsOn)
      return refused('plan-period-does-not-fit', 'Let the plan end within its years.', { latestEnd: full });
    const { zone, country, clock, rulePack: pack } = founded;
    return accepted(happened(on(body), CycleOpened, { ...body, rulePack: pack, zone, country, clock }));
  },
});

export const recordOutreach = answers(RecordOutreach, {
  on,
  decide: ({ body, now }, { self }) => {
    if (!self) return unknown('cycle', body.cycleId);
    if (self.outreachIds.includes(body.outreachId)) return alreadySo();
    const today = dayOf(now, self.zone);
    if (body.on > today)
      return refused('outreach-in-the-future', 'Record outreach when it has taken place.', { today });
    return accepted(happened(on(body), OutreachRecorded, body));
  },
});

export const beginStage = answers(BeginStage, {
  on,
  looks: gates,
  decide: ({ body, now }, { self, look }) => {
    if (!self) return unknown('cycle', body.cycleId);
    if (self.begunOn[body.stage]) return alreadySo();
    const { forumId, cycleId, stage } = body;
    return (
      gateRefusal(self, stage, look, now) ??
      accepted(happened(on(body), StageBegun, { forumId, cycleId, stage, on: dayOf(now, self.zone) }))
    );
  },
});

export const suspendCycle = answers(SuspendCycle, {
  on,
  decide: ({ body }, { self }) => {
    if (!self) return unknown('cycle', body.cycleId);
    if (self.suspendedOn) return alreadySo();
    if (self.stage === 'closed') return refused('cycle-closed', 'A closed cycle stays closed.');
    return accepted(happened(on(body), CycleSuspended, body));
  },
});

export const resumeCycle = answers(ResumeCycle, {
  on,
  decide: ({ body, now }, { self }) => {
    if (!self) return unknown('cycle', body.cycleId);
    if (!self.suspendedOn) return alreadySo();
    const suspendedDays = daysBetween(self.suspendedOn, dayOf(now, self.zone));
    const stages = [...shifted(self.stages, self.suspendedOn, suspendedDays, self.zone)];
    return accepted(
      happened(on(body), CycleResumed, { ...body, suspendedDays, version: self.version + 1, stages }),
    );
  },
});

export const approvePlan = answers(ApprovePlan, {
  on,
  reads: (body) => [ballot.ref(body.ballotId)],
  decide: ({ body, now }, { self, of }) => {
    if (!self) return unknown('cycle', body.cycleId);
    if (self.approvedBy)
      return self.approvedBy === body.ballotId
        ? alreadySo()
        : refused('plan-already-approved', 'One ballot has approved the plan.', {
            ballotId: self.approvedBy,
          });
    const held = of(ballot.ref(body.ballotId));
    if (!held) return unknown('ballot', body.ballotId);
    if (self.suspendedOn) return refused('cycle-suspended', 'Resume the cycle first.');
    if (self.stage !== 'approval')
      return refused('not-in-approval', 'The stage approval has not begun.', { stage: self.stage });
    if (held.matter !== 'approve-plan' || held.cycleId !== body.cycleId)
      return refused('ballot-on-another-matter', 'Name a ballot on the approval of this plan.', {
        ballotId: body.ballotId,
      });
    if (held.outcome === null)
      return refused('ballot-still-open', 'Close the ballot first.', { closesOn: held.closesOn });
    if (!held.outcome.carried)
      return refused('ballot-not-carried', 'Hold another ballot.', {
        quorumMet: held.outcome.quorumMet,
        parityMet: held.outcome.parityMet,
      });
    const today = dayOf(now, self.zone);
    const { forumId, cycleId, ballotId } = body;
    return accepted(
      happened(on(body), PlanApproved, { forumId, cycleId, ballotId, on: today }),
      happened(on(body), StageBegun, { forumId, cycleId, stage: 'submission', on: today }),
    );
  },
});

export const submitPlan = answers(SubmitPlan, {
  on,
  looks: gates,
  decide: ({ body, now }, { self, look }) => {
    if (!self) return unknown('cycle', body.cycleId);
    if (self.submittedOn) return alreadySo();
    if (!self.approvedBy)
      return refused('plan-not-approved', 'The plan is submitted after a carried ballot.');
    if (self.suspendedOn) return refused('cycle-suspended', 'Resume the cycle first.');
    if (!look.signedOff)
      return refused(
        'sign-offs-missing',
        'Every lead institution signs off first (ministries: seal-sign-offs).',
      );
    // OGP: the plan is delivered in the administrative language and in English.
    if (!body.languages.includes('en') || body.languages.length < 2)
      return refused('languages-missing', 'Submit in the administrative language and in English.', {
        languages: body.languages.join(','),
      });
    return accepted(happened(on(body), PlanSubmitted, { ...body, on: dayOf(now, self.zone) }));
  },
});

export const closeCycle = answers(CloseCycle, {
  on,
  decide: ({ body, now }, { self }) => {
    if (!self) return unknown('cycle', body.cycleId);
    if (self.stage === 'closed') return alreadySo();
    if (self.stage !== 'assessment')
      return refused('cycle-not-assessed', 'A cycle is closed in its assessment, after monitoring.', {
        stage: self.stage,
      });
    return accepted(
      happened(on(body), CycleClosed, {
        forumId: body.forumId,
        cycleId: body.cycleId,
        on: dayOf(now, self.zone),
      }),
    );
  },
});
