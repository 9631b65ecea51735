import { BallotCast, BallotClosed, BallotOpened, type DataOf, SeatRecused } from '@madang/contracts';
import { aggregate, type DomainEvent } from '@madang/decider';

type Opened = DataOf<typeof BallotOpened>;
type Closed = DataOf<typeof BallotClosed>;

export type Ballot = Opened & {
  /** Seats that have voted; how is sealed elsewhere until the ballot closes. */
  readonly cast: readonly string[];
  readonly recused: readonly string[];
  readonly outcome: Pick<Closed, 'carried' | 'quorumMet' | 'parityMet' | 'turnout' | 'tally'> | null;
};

const evolve = (state: Ballot | undefined, event: DomainEvent): Ballot => {
  if (event.type === BallotOpened.type)
    return { ...(event.data as Opened), cast: [], recused: [], outcome: null };
  if (!state) throw new Error(`${event.type} before the ballot was opened`);
  switch (event.type) {
    case BallotCast.type:
      return { ...state, cast: [...state.cast, (event.data as DataOf<typeof BallotCast>).seatId] };
    case SeatRecused.type:
      return { ...state, recused: [...state.recused, (event.data as DataOf<typeof SeatRecused>).seatId] };
    case BallotClosed.type: {
      const { carried, quorumMet, parityMet, turnout, tally } = event.data as Closed;
      return { ...state, outcome: { carried, quorumMet, parityMet, turnout, tally } };
    }
    default:
      return state;
  }
};

export const ballot = aggregate<Ballot>('ballot', evolve);
export const decision = aggregate<{ readonly decisionId: string }>('decision', (_state, event) => ({
  decisionId: (event.data as { readonly decisionId: string }).decisionId,
}));
