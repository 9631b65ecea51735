import { dayOf, instantOfDay } from '@madang/calendar';
import {
  BallotCast,
  BallotClosed,
  BallotOpened,
  CastBallot,
  type Choice,
  CloseBallot,
  DecisionRecorded,
  OpenBallot,
  RecordDecision,
  Recuse,
  SeatRecused,
} from '@madang/contracts';
import { accepted, alreadySo, answers, happened, refused, unknown } from '@madang/decider';
import { judgeBallot } from '@madang/standards';
import { ballot, decision } from '../domain/ballot/ballot.ts';
import { cycle } from '../domain/cycle/cycle.ts';
import { forum, holderOn, rulesOn } from '../domain/forum/forum.ts';

/** Choices are sealed under the ballot's own key and can be opened together only, when the ballot closes. */
export type BallotKeys = {
  readonly makeBallotKey: (ballotId: string) => Promise<void>;
  readonly sealChoice: (ballotId: string, choice: Choice) => Promise<string | undefined>;
  readonly openChoices: (
    ballotId: string,
  ) => Promise<readonly { readonly seatId: string; readonly choice: Choice }[]>;
};
const on = (body: { readonly ballotId: string }) => ballot.ref(body.ballotId);
const table = (body: { readonly forumId: string }) => [forum.ref(body.forumId)];

export const openBallot = answers(OpenBallot, {
  on,
  reads: (body) => [forum.ref(body.forumId), ...(body.cycleId ? [cycle.ref(body.cycleId)] : [])],
  looks: (keys: BallotKeys, { body }) => keys.makeBallotKey(body.ballotId),
  decide: ({ body, now }, { self, of }) => {
    const founded = of(forum.ref(body.forumId));
    if (!founded) return unknown('forum', body.forumId);
    if (self)
      return self.heldOn === body.heldOn && self.closesOn === body.closesOn
        ? alreadySo()
        : refused('ballot-already-open', 'Choose another id.', { ballotId: body.ballotId });
    const planned = body.cycleId ? of(cycle.ref(body.cycleId)) : undefined;
    if (body.cycleId && !planned) return unknown('cycle', body.cycleId);
    const rules = rulesOn(founded, body.heldOn);
    if (!rules)
      return refused('no-rules-of-procedure', 'Adopt rules of procedure before the first ballot.', {
        heldOn: body.heldOn,
      });
    const today = dayOf(now, founded.zone);
    if (body.closesOn < today || body.heldOn > body.closesOn)
      return refused(
        'ballot-dates-do-not-fit',
        'Let the ballot be held on or before its closing day, and close today or later.',
        { today },
      );
    if (body.matter === 'approve-plan') {
      if (!planned) return unknown('cycle', body.cycleId ?? '');
      if (planned.stage !== 'approval')
        return refused('not-in-approval', 'The ballot on the plan opens in the stage approval.', {
          stage: planned.stage,
        });
    }
    const entitled = Object.values(founded.seats).flatMap((seat) => {
      const holder = holderOn(seat, body.heldOn);
      return holder ? [{ seatId: seat.seatId, sector: seat.sector, personId: holder.personId }] : [];
    });
    if (entitled.length === 0)
      return refused('nobody-is-entitled', 'No mandate covers the day of the ballot.', {
        heldOn: body.heldOn,
      });
    return accepted(
      happened(on(body), BallotOpened, {
        ...body,
        closesAt: instantOfDay(body.closesOn, 'end', founded.zone),
        rules: rules.rules,
        rulesVersion: rules.version,
        entitled,
      }),
    );
  },
});

export const castBallot = answers(CastBallot, {
  on,
  reads: table,
  looks: (keys: BallotKeys, { body }) => keys.sealChoice(body.ballotId, body.choice),
  decide: ({ body, now, actor }, { self, of, look }) => {
    const founded = of(forum.ref(body.forumId));
    if (!self || !founded) return unknown('ballot', body.ballotId);
    if (self.outcome || now > self.closesAt)
      return refused('ballot-closed', 'The ballot took votes until its closing day.', {
        closesOn: self.closesOn,
      });
    const seat = founded.seats[body.seatId];
    if (!seat || !self.entitled.some((one) => one.seatId === body.seatId))
      return refused('seat-not-entitled', 'Only seats with a mandate on the day of the ballot vote.', {
        seatId: body.seatId,
      });
    if (holderOn(seat, dayOf(now, founded.zone))?.personId !== actor.id)
      return refused('not-your-seat', 'A ballot is cast by who holds the seat today.', {
        seatId: body.seatId,
      });
    if (self.recused.includes(body.seatId))
      return refused('seat-recused', 'A recused seat does not vote.', { seatId: body.seatId });
    if (self.cast.includes(body.seatId))
      return refused('seat-has-voted', 'A seat votes once.', { seatId: body.seatId });
    if (!look) return refused('ballot-key-destroyed', 'The ballot cannot take votes any more.');
    const { forumId, ballotId, seatId } = body;
    return accepted(happened(on(body), BallotCast, { forumId, ballotId, seatId, sealedChoice: look }));
  },
});

export const recuse = answers(Recuse, {
  on,
  reads: table,
  decide: ({ body, now, actor }, { self, of }) => {
    const founded = of(forum.ref(body.forumId));
    const seat = founded?.seats[body.seatId];
    if (!self || !founded) return unknown('ballot', body.ballotId);
    if (!seat || !self.entitled.some((one) => one.seatId === body.seatId))
      return refused('seat-not-entitled', 'Only an entitled seat can stand aside.', { seatId: body.seatId });
    if (self.recused.includes(body.seatId)) return alreadySo();
    if (self.outcome) return refused('ballot-closed', 'Recuse before the ballot closes.');
    if (self.cast.includes(body.seatId))
      return refused('seat-has-voted', 'Recuse before voting.', { seatId: body.seatId });
    if (holderOn(seat, dayOf(now, founded.zone))?.personId !== actor.id)
      return refused('not-your-seat', 'Only who holds the seat can stand aside.', { seatId: body.seatId });
    return accepted(happened(on(body), SeatRecused, body));
  },
});

export const closeBallot = answers(CloseBallot, {
  on,
  reads: table,
  looks: (keys: BallotKeys, { body }) => keys.openChoices(body.ballotId),
  decide: ({ body, now }, { self, of, look }) => {
    const founded = of(forum.ref(body.forumId));
    if (!self || !founded) return unknown('ballot', body.ballotId);
    if (self.outcome) return alreadySo();
    const everybody = self.entitled.every(
      (one) => self.cast.includes(one.seatId) || self.recused.includes(one.seatId),
    );
    if (now < self.closesAt && !everybody)
      return refused(
        'ballot-still-running',
        'It closes after its closing day, or when every entitled seat has voted.',
        { closesAt: self.closesAt },
      );
    const votes = look.filter((one) => self.cast.includes(one.seatId));
    const judged = judgeBallot({
      rules: self.rules,
      entitled: self.entitled,
      votes,
      recused: self.recused,
      day: self.heldOn,
    });
    const { forumId, ballotId } = body;
    const { cycleId, matter, rules } = self;
    return accepted(
      happened(on(body), BallotClosed, {
        forumId,
        ballotId,
        ...(cycleId ? { cycleId } : {}),
        matter,
        on: dayOf(now, founded.zone),
        ...judged,
        reasons: [...judged.reasons],
        ...(rules.ballots === 'roll-call' ? { choices: votes } : {}),
      }),
    );
  },
});

export const recordDecision = answers(RecordDecision, {
  on: (body) => decision.ref(body.decisionId),
  reads: (body) => [forum.ref(body.forumId), ...(body.ballotId ? [ballot.ref(body.ballotId)] : [])],
  decide: ({ body, now }, { self, of }) => {
    const founded = of(forum.ref(body.forumId));
    if (!founded) return unknown('forum', body.forumId);
    if (self) return alreadySo();
    if (body.ballotId && !of(ballot.ref(body.ballotId))?.outcome)
      return refused('ballot-still-open', 'A decision follows the closed ballot.', {
        ballotId: body.ballotId,
      });
    const today = dayOf(now, founded.zone);
    if (body.decidedOn > today)
      return refused('decided-in-the-future', 'Record a decision when it has been taken.', { today });
    const stranger = body.dissent.find((one) => !founded.seats[one.seatId]);
    if (stranger) return unknown('seat', stranger.seatId);
    return accepted(happened(decision.ref(body.decisionId), DecisionRecorded, body));
  },
});
