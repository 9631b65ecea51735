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
  ObligationOverdue,
  ObligationPassed,
  ObligationReminded,
  ObligationReturned,
  ObligationWithdrawn,
  type Rung,
  SilenceStated,
} from '@madang/contracts';
import { aggregate, type DomainEvent } from '@madang/decider';

type Imposed = DataOf<typeof ObligationImposed>;
export type Obligation = {
  readonly forumId: string;
  readonly cycleId: string | null;
  /** Who owes. */
  readonly institutionId: string;
  /** Who owed first: it stays when the obligation passes to a successor. */
  readonly imposedOnId: string;
  /** Who acts: the one it was delegated to, else who owes. */
  readonly actingInstitutionId: string;
  readonly kind: Imposed['obligationKind'];
  readonly state: 'open' | 'discharged' | 'withdrawn';
  readonly dueOn: string;
  readonly ladder: Imposed['ladder'];
  readonly ladderVersion: number;
  readonly lastRung: Rung | null;
  readonly verdict: DataOf<typeof ObligationDischarged>['verdict'] | null;
  readonly asked: { readonly extensionId: string; readonly until: string } | null;
  readonly decidedExtensionIds: readonly string[];
  readonly reminderIds: readonly string[];
};

/** The rung that a fact of the ladder stands for. */
export const rungOf = (event: { readonly type: string; readonly data: unknown }): Rung | null => {
  switch (event.type) {
    case ObligationReminded.type:
      return (event.data as DataOf<typeof ObligationReminded>).rung;
    case ObligationFellDue.type:
      return 'due';
    case ObligationOverdue.type:
      return 'overdue';
    case ObligationEscalated.type:
      return (event.data as DataOf<typeof ObligationEscalated>).level === 2 ? 'escalate-1' : 'escalate-2';
    case SilenceStated.type:
      return 'silent';
    default:
      return null;
  }
};

const impose = (data: Imposed): Obligation => ({
  forumId: data.forumId,
  cycleId: data.cycleId ?? null,
  institutionId: data.institutionId,
  imposedOnId: data.institutionId,
  actingInstitutionId: data.institutionId,
  kind: data.obligationKind,
  state: 'open',
  dueOn: data.dueOn,
  ladder: data.ladder,
  ladderVersion: data.ladderVersion,
  lastRung: null,
  verdict: null,
  asked: null,
  decidedExtensionIds: [],
  reminderIds: [],
});

/** It passes from whoever owes or only acts to the successor, in that part. */
export const passedOn = <S extends Pick<Obligation, 'institutionId' | 'actingInstitutionId'>>(
  state: S,
  { institutionId, toInstitutionId }: DataOf<typeof ObligationPassed>,
): Pick<Obligation, 'institutionId' | 'actingInstitutionId'> => {
  const next = (id: string): string => (id === institutionId ? toInstitutionId : id);
  return {
    institutionId: next(state.institutionId),
    actingInstitutionId: next(state.actingInstitutionId),
  };
};

const evolve = (state: Obligation | undefined, event: DomainEvent): Obligation => {
  if (event.type === ObligationImposed.type) return impose(event.data as Imposed);
  if (!state) throw new Error(`${event.type} before the obligation was imposed`);
  const climbed = rungOf(event);
  switch (event.type) {
    case ObligationReminded.type: {
      const { reminderId } = event.data as DataOf<typeof ObligationReminded>;
      const reminderIds = reminderId ? [...state.reminderIds, reminderId] : state.reminderIds;
      return { ...state, lastRung: climbed ?? state.lastRung, reminderIds };
    }
    case ObligationFellDue.type:
    case ObligationOverdue.type:
    case ObligationEscalated.type:
    case SilenceStated.type:
      return { ...state, lastRung: climbed };
    case ObligationDelegated.type:
      return {
        ...state,
        actingInstitutionId: (event.data as DataOf<typeof ObligationDelegated>).toInstitutionId,
      };
    case ObligationPassed.type:
      return { ...state, ...passedOn(state, event.data as DataOf<typeof ObligationPassed>) };
    case ExtensionAsked.type: {
      const { extensionId, until } = event.data as DataOf<typeof ExtensionAsked>;
      return { ...state, asked: { extensionId, until } };
    }
    case ExtensionRefused.type: {
      const { extensionId } = event.data as DataOf<typeof ExtensionRefused>;
      return { ...state, asked: null, decidedExtensionIds: [...state.decidedExtensionIds, extensionId] };
    }
    case ObligationExtended.type: {
      const { extensionId, dueOn, ladder, ladderVersion, reason } = event.data as DataOf<
        typeof ObligationExtended
      >;
      // Time that is given unasked answers what was asked for, too.
      const answered = reason && state.asked ? [state.asked.extensionId] : [];
      const decidedExtensionIds = [...new Set([...state.decidedExtensionIds, ...answered, extensionId])];
      // Granted, the ladder begins anew; after a suspension it is the same one, later.
      const begun = reason ? { lastRung: null, asked: null } : {};
      return { ...state, dueOn, ladder, ladderVersion, decidedExtensionIds, ...begun };
    }
    case ObligationDischarged.type: {
      const { verdict } = event.data as DataOf<typeof ObligationDischarged>;
      return { ...state, state: 'discharged', verdict, asked: null };
    }
    case ObligationReturned.type: {
      const { dueOn, ladder, ladderVersion } = event.data as DataOf<typeof ObligationReturned>;
      return { ...state, state: 'open', dueOn, ladder, ladderVersion, lastRung: null, verdict: null };
    }
    case ObligationWithdrawn.type:
      return { ...state, state: 'withdrawn', asked: null };
    default:
      return state;
  }
};

export const obligation = aggregate<Obligation>('obligation', evolve);
