import {
  BallotCast,
  BallotClosed,
  CycleClosed,
  CycleOpened,
  ForumFounded,
  MeetingHeld,
  StageBegun,
} from '@madang/contracts';
import { projection } from '@madang/decider';

export type RowWriter = {
  readonly addForum: (row: {
    readonly id: string;
    readonly zone: string;
    readonly country: string;
    readonly clock: string;
  }) => Promise<void>;
  readonly addCycle: (row: {
    readonly id: string;
    readonly forumId: string;
    readonly clock: string;
  }) => Promise<void>;
  readonly setStage: (cycleId: string, stage: string) => Promise<void>;
  readonly addMeeting: (row: {
    readonly id: string;
    readonly forumId: string;
    readonly cycleId: string | null;
    readonly meetingKind: string;
    readonly heldOn: string;
    readonly withCivilSociety: boolean;
  }) => Promise<void>;
  readonly addChoice: (ballotId: string, seatId: string, sealed: string) => Promise<void>;
  readonly destroyBallotKey: (ballotId: string) => Promise<void>;
};

/** Query rows that follow from the service's own facts. */
export const rowProjections = [
  projection(ForumFounded, async (rows: RowWriter, facts) => {
    for (const { data } of facts)
      await rows.addForum({ id: data.forumId, zone: data.zone, country: data.country, clock: data.clock });
  }),
  projection(CycleOpened, async (rows: RowWriter, facts) => {
    for (const { data } of facts)
      await rows.addCycle({ id: data.cycleId, forumId: data.forumId, clock: data.clock });
  }),
  projection(StageBegun, async (rows: RowWriter, facts) => {
    for (const { data } of facts) await rows.setStage(data.cycleId, data.stage);
  }),
  projection(CycleClosed, async (rows: RowWriter, facts) => {
    for (const { data } of facts) await rows.setStage(data.cycleId, 'closed');
  }),
  projection(MeetingHeld, async (rows: RowWriter, facts) => {
    for (const { data } of facts)
      await rows.addMeeting({
        id: data.meetingId,
        forumId: data.forumId,
        cycleId: data.cycleId ?? null,
        meetingKind: data.meetingKind,
        heldOn: data.heldOn,
        withCivilSociety: data.withCivilSociety,
      });
  }),
  projection(BallotCast, async (rows: RowWriter, facts) => {
    for (const { data } of facts) await rows.addChoice(data.ballotId, data.seatId, data.sealedChoice);
  }),
  // The key of a secret ballot is destroyed once its tally is known; that of a roll call opens nothing that is not public.
  projection(BallotClosed, async (rows: RowWriter, facts) => {
    for (const { data } of facts) await rows.destroyBallotKey(data.ballotId);
  }),
];
