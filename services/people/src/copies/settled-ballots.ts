import { BallotCast, PURPOSE_NAMESPACE, SeatRecused } from '@madang/contracts';
import { copy } from '@madang/decider';
import { v5 as uuidv5 } from 'uuid';
import type { SettlingWriter } from './settled-obligations.ts';

/** The notice that whoever holds a seat has of a ballot: named by both, so that it is settled by what the seat did. */
export const noticeOfBallot = (ballotId: string, seatId: string): string =>
  uuidv5(`notice/ballot/${ballotId}/${seatId}`, PURPOSE_NAMESPACE);

type Told = { readonly data: { readonly ballotId: string; readonly seatId: string } };
const settle = (rows: SettlingWriter, facts: readonly Told[]) =>
  rows.settle(facts.map(({ data }) => noticeOfBallot(data.ballotId, data.seatId)));

/** A seat that has voted or stands aside needs no mail about the ballot any more. */
export const ballotCopies = [copy(BallotCast, settle), copy(SeatRecused, settle)];
