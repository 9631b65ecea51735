import { CastBallot, OpenBallot, RecordDecision, Recuse, SubmitPlan } from '@madang/contracts';
import { holdersOn } from './meetings.ts';
import { type Rehearsal, written } from './rehearsal.ts';

/** Ballots on the plan, seat by seat, and its submission. */
export const approval = (r: Rehearsal): void => {
  const { scenario, forumId, cycleId, cast, ids, agenda, at } = r;
  for (const { ballot, opensOn, closesOn, sectors, seats, recused, carries } of scenario.ballots) {
    const ballotId = ids.of(`ballot/${ballot}`);
    agenda.put(
      at(opensOn, 15),
      `ballot ${ballot} is opened`,
      async () =>
        void (await r.ask(cast.secretariat, OpenBallot, `ballot/${ballot}`, {
          forumId,
          ballotId,
          cycleId,
          matter: 'approve-plan',
          heldOn: opensOn,
          closesOn,
        })),
    );
    agenda.put(at(opensOn, 16), `seats vote in ballot ${ballot}`, async () => {
      for (const { seat, sector, id } of holdersOn(r, opensOn)) {
        const choice = seats[seat] ?? sectors[sector as keyof typeof sectors] ?? 'absent';
        const voter = { ...cast.holder(seat), id };
        const seatId = ids.of(`seat/${seat}`);
        if (recused.includes(seat))
          await r.ask(voter, Recuse, `recuse/${ballot}/${seat}`, {
            forumId,
            ballotId,
            seatId,
            reasonCode: 'conflict-of-interest',
          });
        else if (choice !== 'absent')
          await r.ask(voter, CastBallot, `cast/${ballot}/${seat}`, { forumId, ballotId, seatId, choice });
      }
    });
    agenda.put(
      at(closesOn, 10, 1),
      `the decision on ballot ${ballot} is recorded`,
      async () =>
        void (await r.ask(cast.secretariat, RecordDecision, `decision/${ballot}`, {
          forumId,
          cycleId,
          decisionId: ids.of(`decision/${ballot}`),
          ballotId,
          matter: 'approve-plan',
          decidedOn: closesOn,
          text: written(carries ? '실행계획을 의결하였다.' : '실행계획이 의결되지 않았다.'),
          dissent: Object.entries(seats)
            .filter(([, choice]) => choice === 'no')
            .map(([seat]) => ({ seatId: ids.of(`seat/${seat}`), text: written('반대 의견 (리허설)') })),
        })),
    );
  }
  if (scenario.submittedOn !== undefined)
    agenda.put(
      at(scenario.submittedOn, 15),
      'the plan is submitted',
      async () =>
        void (await r.ask(cast.secretariat, SubmitPlan, 'submit', {
          forumId,
          cycleId,
          languages: ['ko', 'en'],
          link: 'https://rehearsal.example/plan',
        })),
    );
};
