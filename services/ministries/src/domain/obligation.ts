import {
  type DataOf,
  ExtensionAsked,
  ExtensionRefused,
  ObligationDelegated,
  ObligationDischarged,
  ObligationEscalated,
  ObligationExtended,
  ObligationFellDue,
  ObligationImposed,
  type ObligationKind,
  ObligationOverdue,
  ObligationPassed,
  ObligationReminded,
  ObligationReturned,
  ObligationWithdrawn,
  type Rung,
  SignOffsSealed,
  SilenceStated,
} from '@madang/contracts';
import { aggregate, type DomainEvent } from '@madang/decider';

type Imposed = DataOf<typeof ObligationImposed>;
export type Obligation = Omit<Imposed, 'letter'> & {
  readonly state: 'open' | 'discharged' | 'withdrawn';
  /** Who acts: the owing institution, or the one it was delegated to. */
  readonly actingInstitutionId: string;
  readonly climbed: readonly Rung[];
  readonly silent: boolean;
  readonly extension: { readonly extensionId: string; readonly until: string } | null;
  readonly verdict: string | null;
};

const evolve = (state: Obligation | undefined, event: DomainEvent): Obligation => {
  if (event.type === ObligationImposed.type) {
    const { letter: _, ...rest } = event.data as Imposed;
    return {
      ...rest,
      state: 'open',
      actingInstitutionId: rest.institutionId,
      climbed: [],
      silent: false,
      extension: null,
      verdict: null,
    };
  }
  if (!state) throw new Error(`${event.type} before the obligation was imposed`);
  const climbed = (rung: Rung | null): Obligation =>
    rung === null ? state : { ...state, climbed: [...state.climbed, rung] };
  switch (event.type) {
    case ObligationReminded.type:
      return climbed((event.data as DataOf<typeof ObligationReminded>).rung);
    case ObligationFellDue.type:
      return climbed('due');
    case ObligationOverdue.type:
      return climbed('overdue');
    case ObligationEscalated.type:
      return climbed(
        (event.data as DataOf<typeof ObligationEscalated>).level === 2 ? 'escalate-1' : 'escalate-2',
      );
    case SilenceStated.type:
      return { ...climbed('silent'), silent: true };
    case ObligationDelegated.type:
    case ObligationPassed.type: {
      const { toInstitutionId } = event.data as DataOf<typeof ObligationPassed>;
      return {
        ...state,
        actingInstitutionId: toInstitutionId,
        ...(event.type === ObligationPassed.type ? { institutionId: toInstitutionId } : {}),
      };
    }
    case ExtensionAsked.type: {
      const { extensionId, until } = event.data as DataOf<typeof ExtensionAsked>;
      return { ...state, extension: { extensionId, until } };
    }
    case ExtensionRefused.type:
      return { ...state, extension: null };
    case ObligationExtended.type: {
      const { dueOn, ladder, ladderVersion } = event.data as DataOf<typeof ObligationExtended>;
      return { ...state, dueOn, ladder, ladderVersion, climbed: [], extension: null };
    }
    case ObligationDischarged.type:
      return {
        ...state,
        state: 'discharged',
        verdict: (event.data as DataOf<typeof ObligationDischarged>).verdict,
      };
    case ObligationReturned.type: {
      const { dueOn, ladder, ladderVersion } = event.data as DataOf<typeof ObligationReturned>;
      return { ...state, state: 'open', dueOn, ladder, ladderVersion, climbed: [], verdict: null };
    }
    case ObligationWithdrawn.type:
      return { ...state, state: 'withdrawn' };
    default:
      return state;
  }
};

export const obligation = aggregate<Obligation>('obligation', evolve);

/** What every fact on an obligation repeats, so that nobody must look it up. */
export const named = ({ forumId, obligationId, cycleId, institutionId, obligationKind }: Obligation) => ({
  forumId,
  obligationId,
  ...(cycleId ? { cycleId } : {}),
  institutionId,
  obligationKind,
});

/** The verdicts that answer each kind. */
export const VERDICTS: Readonly<Record<ObligationKind, readonly string[]>> = {
  'feasibility-opinion': ['feasible', 'feasible-with-changes', 'not-feasible'],
  'sign-off': ['signed', 'signed-with-reservation', 'declined'],
  'reasoned-response': ['done'],
  'progress-report': ['done'],
  evidence: ['done'],
  correction: ['done'],
};

export const signOffs = aggregate<{ readonly sealed: true }>('sign-offs', (_state, event) => {
  if (event.type !== SignOffsSealed.type) throw new Error(event.type);
  return { sealed: true };
});
