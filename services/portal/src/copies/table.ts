import { addDays } from '@madang/calendar';
import {
  BallotCast,
  BallotClosed,
  BallotOpened,
  CycleResumed,
  CycleSuspended,
  DeadlineMoved,
  DecisionRecorded,
  MeetingCancelled,
  MeetingHeld,
  MeetingMinuted,
  MeetingScheduled,
  MemberSeated,
  OutreachRecorded,
  PlanSubmitted,
  RequirementAtRisk,
  RulesAdopted,
  SeatHandedOver,
  SeatRecused,
  SeatVacated,
  StageBegun,
  TimetablePublished,
  WorkingGroupDissolved,
  WorkingGroupFormed,
  WorkingGroupJoined,
  WorkingGroupLeft,
} from '@madang/contracts';
import { copy } from '@madang/decider';
import type { PublicRows } from './public-rows.ts';
import type { PublicWriter } from './public-writer.ts';

type Moment = PublicRows['publicMoment'];
const moment = (
  cycleId: string,
  kind: Moment['kind'],
  id: string,
  on: string,
  what: string,
  link: string | null = null,
  audience: string | null = null,
): Moment => ({ cycleId, id: `${kind}/${id}`, kind, on, what, link, audience });

type Seated = {
  readonly data: {
    readonly forumId: string;
    readonly seatId: string;
    readonly from: string;
    readonly until: string;
  };
};
const term = ({
  data: { forumId, seatId, from: fromDay, until: untilDay },
}: Seated): PublicRows['seatTerm'] => ({
  ...{ forumId, seatId, fromDay, untilDay, ended: null, reasonCode: null },
});

/** The table: for whom each seat speaks, rules, meetings, ballots, decisions; and what a cycle told the public when. */
export const tableCopies = [
  copy(MemberSeated, (rows: PublicWriter, facts) =>
    rows.add(
      'seatHeld',
      facts.map(({ data: { forumId, seatId, organisation, position } }) => ({
        forumId,
        seatId,
        organisation,
        position,
      })),
    ),
  ),
  copy(MemberSeated, (rows: PublicWriter, facts) => rows.add('seatTerm', facts.map(term))),
  copy(SeatHandedOver, async (rows: PublicWriter, facts) => {
    for (const fact of facts) {
      const handed = { ended: 'handed-over', reasonCode: null } as const;
      await rows.endTerms(fact.data, addDays(fact.data.from, -1), handed);
      await rows.add('seatTerm', [term(fact)]);
    }
  }),
  copy(SeatVacated, async (rows: PublicWriter, facts) => {
    for (const { data } of facts)
      await rows.endTerms(data, data.on, { ended: 'vacated', reasonCode: data.reasonCode });
  }),
  copy(RulesAdopted, (rows: PublicWriter, facts) =>
    rows.add(
      'rulesRow',
      facts.map(({ data: { forumId, version, adoptedOn, rules, text } }) => ({
        forumId,
        version,
        adoptedOn,
        rules,
        textId: text?.textId ?? null,
      })),
    ),
  ),
  copy(WorkingGroupFormed, (rows: PublicWriter, facts) =>
    rows.add(
      'workingGroupRow',
      facts.map(({ data: { forumId, groupId, name } }) => ({
        ...{ id: groupId, forumId, name, people: 0, dissolvedOn: null },
      })),
    ),
  ),
  copy(WorkingGroupJoined, async (rows: PublicWriter, facts) => {
    for (const { data } of facts) {
      const { groupId, personId, seatId = null, sector } = data;
      await rows.add('groupMember', [{ groupId, personId, seatId, sector }]);
      await rows.countPeople(groupId, 1);
    }
  }),
  copy(WorkingGroupLeft, async (rows: PublicWriter, facts) => {
    for (const { data } of facts) {
      await rows.drop('groupMember', { groupId: data.groupId, personId: data.personId });
      await rows.countPeople(data.groupId, -1);
    }
  }),
  copy(WorkingGroupDissolved, async (rows: PublicWriter, facts) => {
    for (const { data } of facts)
      await rows.change('workingGroupRow', { id: data.groupId }, { dissolvedOn: data.on });
  }),
  copy(RequirementAtRisk, async (rows: PublicWriter, facts) => {
    for (const { data } of facts) {
      const { forumId, requirement, dueOn, risk } = data;
      await rows.add('riskRow', [{ forumId, requirement, dueOn, risk }]);
      await rows.change('riskRow', { forumId, requirement, dueOn }, { risk });
    }
  }),
  copy(MeetingScheduled, (rows: PublicWriter, facts) =>
    rows.add(
      'meetingRow',
      facts.map(({ data }) => ({
        id: data.meetingId,
        forumId: data.forumId,
        kind: data.meetingKind,
        startsAt: data.startsAt,
        heldOn: null,
        attendance: null,
        cancelled: false,
        openToPublic: data.openToPublic,
        agendaTextId: data.agenda?.textId ?? null,
        minutesTextId: null,
      })),
    ),
  ),
  copy(MeetingCancelled, (rows: PublicWriter, facts) =>
    rows.change('meetingRow', { id: { in: facts.map((one) => one.data.meetingId) } }, { cancelled: true }),
  ),
  copy(MeetingHeld, async (rows: PublicWriter, facts) => {
    for (const { data } of facts)
      await rows.change(
        'meetingRow',
        { id: data.meetingId },
        { heldOn: data.heldOn, attendance: data.attendance.length },
      );
  }),
  copy(MeetingMinuted, async (rows: PublicWriter, facts) => {
    for (const { data } of facts)
      await rows.change('meetingRow', { id: data.meetingId }, { minutesTextId: data.minutes.textId });
  }),
  copy(BallotOpened, async (rows: PublicWriter, facts) => {
    await rows.add(
      'ballotSeat',
      facts.flatMap(({ data: { ballotId, entitled } }) =>
        entitled.map(({ seatId }) => ({ ballotId, seatId, did: null })),
      ),
    );
    await rows.add(
      'ballotRow',
      facts.map(({ data }) => ({
        id: data.ballotId,
        forumId: data.forumId,
        cycleId: data.cycleId ?? null,
        matter: data.matter,
        heldOn: data.heldOn,
        closesOn: data.closesOn,
        outcome: null,
      })),
    );
  }),
  ...[[BallotCast, 'cast'] as const, [SeatRecused, 'recused'] as const].map(([event, did]) =>
    copy(event, async (rows: PublicWriter, facts) => {
      for (const { data } of facts) {
        const { ballotId, seatId } = data;
        await rows.change('ballotSeat', { ballotId, seatId }, { did });
      }
    }),
  ),
  copy(BallotClosed, async (rows: PublicWriter, facts) => {
    for (const { data } of facts) {
      const { entitled, turnout, tally, quorumMet, parityMet, carried, reasons, choices } = data;
      await rows.change(
        'ballotRow',
        { id: data.ballotId },
        { outcome: { entitled, turnout, tally, quorumMet, parityMet, carried, reasons, choices } },
      );
    }
  }),
  copy(DecisionRecorded, (rows: PublicWriter, facts) =>
    rows.add(
      'decisionRow',
      facts.map(({ data }) => ({
        id: data.decisionId,
        forumId: data.forumId,
        cycleId: data.cycleId ?? null,
        meetingId: data.meetingId ?? null,
        ballotId: data.ballotId ?? null,
        matter: data.matter,
        decidedOn: data.decidedOn,
        textId: data.text.textId,
        dissent: data.dissent.length,
      })),
    ),
  ),
  ...[TimetablePublished, DeadlineMoved, CycleResumed].map((event) =>
    copy(event, (rows: PublicWriter, facts) =>
      rows.add(
        'timetableVersion',
        facts.map(({ data: { cycleId, version, stages } }) => ({ cycleId, version, stages })),
      ),
    ),
  ),
  copy(DeadlineMoved, (rows: PublicWriter, facts) =>
    rows.add(
      'deadlineMove',
      facts.map(({ data: { cycleId, version, stage, stages, authority, noticeGivenOn, reason } }) => ({
        cycleId,
        version,
        stage,
        stages,
        authority,
        noticeOn: noticeGivenOn,
        reasonTextId: reason.textId,
      })),
    ),
  ),
  copy(TimetablePublished, async (rows: PublicWriter, facts) => {
    for (const { data } of facts) {
      await rows.drop('publicMoment', { cycleId: data.cycleId, kind: 'opportunity' });
      await rows.add(
        'publicMoment',
        data.opportunities.map(({ opportunityKind, on }, at) =>
          moment(data.cycleId, 'opportunity', `${at}`, on, opportunityKind),
        ),
      );
    }
  }),
  copy(OutreachRecorded, (rows: PublicWriter, facts) =>
    rows.add(
      'publicMoment',
      facts.map(({ data }) =>
        moment(data.cycleId, 'outreach', data.outreachId, data.on, data.channel, data.link, data.audience),
      ),
    ),
  ),
  copy(StageBegun, (rows: PublicWriter, facts) =>
    rows.add(
      'publicMoment',
      facts.map(({ data, id }) => moment(data.cycleId, 'stage', id, data.on, data.stage)),
    ),
  ),
  copy(CycleSuspended, (rows: PublicWriter, facts) =>
    rows.add(
      'publicMoment',
      facts.map(({ data, id, time }) =>
        moment(data.cycleId, 'suspended', id, time.slice(0, 10), data.authority),
      ),
    ),
  ),
  copy(CycleResumed, (rows: PublicWriter, facts) =>
    rows.add(
      'publicMoment',
      facts.map(({ data, id, time }) =>
        moment(data.cycleId, 'resumed', id, time.slice(0, 10), data.authority),
      ),
    ),
  ),
  copy(PlanSubmitted, (rows: PublicWriter, facts) =>
    rows.add(
      'publicMoment',
      facts.map(({ data, id }) =>
        moment(data.cycleId, 'submitted', id, data.on, data.languages.join(' '), data.link),
      ),
    ),
  ),
];
