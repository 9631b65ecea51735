import { BallotOpened, RaiseNotice } from '@madang/contracts';
import { ask, reaction } from '@madang/decider';
import { noticeOfBallot } from '../copies/settled-ballots.ts';

/** Whoever holds an entitled seat is told that it can vote, once for each seat. */
export const tellOfBallot = [
  reaction(BallotOpened, async ({ data: { forumId, ballotId, closesOn, entitled } }) =>
    entitled.flatMap(({ seatId, personId }) =>
      personId
        ? [
            ask(RaiseNotice, `tell/${seatId}`, forumId, {
              ...{
                forumId,
                noticeId: noticeOfBallot(ballotId, seatId),
                personId,
                about: 'ballot-opened' as const,
              },
              ...{ ballotId, dueOn: closesOn },
            }),
          ]
        : [],
    ),
  ),
];
